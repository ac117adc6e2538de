// One field of the form: label, control, hint, and the error of an invalid value.

import { element } from './element.js'
import { isValid } from './settings.js'

/** The settings whose control is not a text field of one line. */
const AREAS = ['lead']
const SELECTS = ['page', 'relation']
const CHECKBOXES = ['purposes']

/**
 * Creates a radio group or a group of checkboxes.
 *
 * @param {object} options
 * @param {string} options.name Name in the address.
 * @param {string} options.legend
 * @param {Record<string, string>} options.choices Label of each value.
 * @param {string} options.value The chosen value; values of checkboxes are joined by commas.
 * @param {string} [options.hint]
 * @param {boolean} [options.isMany] Whether several values can be chosen.
 * @param {(value: string) => void} options.onChange
 */
export const createChoices = ({ name, legend, choices, value, hint, isMany, onChange }) => {
  const chosen = value.split(',')
  const options = Object.entries(choices).map(([choice, text]) => {
    const id = `${name}-${choice || 'none'}`
    const input = element('input', {
      type: isMany ? 'checkbox' : 'radio',
      name,
      id,
      value: choice,
      checked: chosen.includes(choice),
    })
    const label = element('label', { for: id }, element('span', { class: 'picture' }), text)
    return element('span', { class: 'choice' }, input, label)
  })
  const note = hint ? [element('p', { class: 'hint', id: `${name}-hint` }, hint)] : []
  const group = element(
    'fieldset',
    { class: 'choices', 'data-setting': name, 'aria-describedby': hint && `${name}-hint` },
    element('legend', {}, legend),
    element('div', { class: 'options row' }, ...options),
    ...note,
  )
  group.addEventListener('change', () => {
    const inputs = [...group.querySelectorAll('input:checked')]
    onChange(inputs.map(input => input.value).join(','))
  })
  return group
}

const createSelect = (attributes, choices, value) =>
  element(
    'select',
    attributes,
    ...Object.entries(choices).map(([choice, text]) =>
      element('option', { value: choice, selected: choice === value }, text),
    ),
  )

/**
 * Creates a field. Marks an invalid value; the last valid value then counts.
 *
 * @param {object} options
 * @param {string} options.key Name of the setting, such as `ga` or `heading.ko`.
 * @param {string} [options.prefix] The prefix of the name in the address, such as `service1.`.
 * @param {string} options.value
 * @param {Readonly<Record<string, RegExp>>} [options.forms] The valid forms.
 * @param {import('./words/en.js').words} options.words
 * @param {string} [options.language] Name of the language that the field is in.
 * @param {(value: string) => void} options.onChange Is called with each valid value.
 */
export const createField = ({ key, prefix = '', value, forms, words, language = '', onChange }) => {
  const [name, tag] = key.split('.')
  const id = prefix + key
  const choices = words.choices[name]
  const label = (words.labels[tag ? `${name}In` : name] ?? words.labels[name]).replace(
    '{language}',
    language,
  )
  const hint = words.hints[name]
  if (choices && !SELECTS.includes(name))
    return createChoices({
      ...{ name: id, legend: label, choices, value, hint, onChange },
      isMany: CHECKBOXES.includes(name),
    })

  const error = element('p', { class: 'error', id: `${id}-error` })
  const described = `${hint ? `${id}-hint ` : ''}${id}-error`
  const shared = { id, name: id, 'aria-describedby': described, lang: tag, autocomplete: 'off' }
  const control = choices
    ? createSelect(shared, choices, value)
    : AREAS.includes(name)
      ? element('textarea', { ...shared, rows: 3 }, value)
      : element('input', { ...shared, type: 'text', value, spellcheck: 'false' })
  control.addEventListener('input', () => {
    const written = control.value.trim().replace(/^#/, '')
    const isRight = isValid(key, written, forms)
    control.setAttribute('aria-invalid', String(!isRight))
    error.textContent = isRight ? '' : (words.expected[name] ?? words.expected.text)
    if (isRight) onChange(written)
  })
  return element(
    'div',
    { class: 'field', 'data-setting': id, 'data-language': tag },
    element('label', { for: id }, label),
    control,
    ...(hint ? [element('p', { class: 'hint', id: `${id}-hint` }, hint)] : []),
    error,
  )
}
