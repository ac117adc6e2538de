// The form with all settings.

import { createAccentField } from './accent-field.js'
import { element } from './element.js'
import { createField } from './field.js'
import { fill } from './fill.js'
import { createServiceFields } from './service-fields.js'
import { LANGUAGES, spokenIn, TEXTS } from './settings.js'

/** The fieldsets with the settings in them. `*` stands for one field in each language. */
const FIELDSETS = {
  look: ['position', 'theme', 'accent', 'button'],
  language: ['lang', 'page'],
  google: ['ga', 'gtm', 'ads', 'purposes'],
  services: [],
  policy: ['policyVersion', 'policyUrl', 'policyUrl.*'],
  csp: ['csp'],
  texts: TEXTS.map(key => `${key}.*`),
}

/**
 * Draws the form, which has the fields of one language at a time.
 *
 * @param {HTMLFormElement} form
 * @param {object} options
 * @param {import('./words/en.js').words} options.words
 * @param {() => import('./settings.js').Settings} options.read Returns the present settings.
 * @param {(changed: Partial<import('./settings.js').Settings>) => void} options.onChange
 * @param {(text: string) => void} options.say Announces a text to screen readers.
 * @returns {() => void} Shows the fields of the language that the banner now has.
 */
export const drawForm = (form, { words, read, onChange, say }) => {
  const fieldOf = key => {
    const options = {
      key,
      words,
      value: read()[key],
      onChange: value => onChange({ [key]: value }),
    }
    if (key === 'accent') return createAccentField(options)
    return createField({ ...options, language: words.choices.page[key.split('.')[1]] })
  }
  const fieldsOf = key =>
    key.endsWith('*')
      ? LANGUAGES.map(language => fieldOf(key.replace('*', language)))
      : [fieldOf(key)]
  const services = createServiceFields({
    ...{ words, say, read: () => read().services },
    onChange: services => onChange({ services }),
    onDrawn: () => showLanguage(),
  })

  const legends = new Map()
  const groups = Object.entries(FIELDSETS).map(([name, keys]) => {
    const legend = element('legend', {}, words.fieldsets[name])
    legends.set(name, legend)
    const fields = name === 'services' ? [services] : keys.flatMap(fieldsOf)
    return element('fieldset', { class: 'group' }, legend, ...fields)
  })
  form.replaceChildren(...groups)

  const showLanguage = () => {
    const language = spokenIn(read())
    for (const field of form.querySelectorAll('[data-language]'))
      field.hidden = field.dataset.language !== language
    const name = words.choices.page[language]
    legends.get('texts').textContent = fill(words.fieldsets.texts, { language: name })
  }
  return showLanguage
}
