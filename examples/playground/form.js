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
 * Draws the form. `read` returns the present settings, `say` announces a text to screen readers.
 * Returns a function that shows the fields of the one language that the banner now has.
 */
export const drawForm = (form, { words, read, onChange, say }) => {
  const fieldOf = key => {
    const create = key === 'accent' ? createAccentField : createField
    return create({ key, words, value: read()[key], onChange: value => onChange({ [key]: value }) })
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

  const groups = Object.entries(FIELDSETS).map(([name, keys]) => {
    const fields = name === 'services' ? [services] : keys.flatMap(fieldsOf)
    const legend = element('legend', {}, words.fieldsets[name])
    return element('fieldset', { class: 'group' }, legend, ...fields)
  })
  form.replaceChildren(...groups)

  const showLanguage = () => {
    const language = spokenIn(read())
    for (const field of form.querySelectorAll('[data-language]'))
      field.hidden = field.dataset.language !== language
    const [texts] = groups.at(-1).children
    texts.textContent = fill(words.fieldsets.texts, { language: words.choices.page[language] })
  }
  return showLanguage
}
