// One field of the form: label, control, hint, and the error of an invalid value.

import { element } from './element.js'
import { expectedOf } from './expected.js'
import { isValid } from './settings.js'

/** The settings whose control is not a text field of one line. */
const AREAS = ['lead']
const SELECTS = ['page', 'relation']
const CHECKBOXES = ['purposes']

const hintsOf = (id, hint) =>
  hint ? [element('p', { class: 'hint', id: `${id}-hint` }, hint)] : []

/**
 * Creates a radio group, or with `isMany` a group of checkboxes. `choices` has the label of each
 * value. Chosen values are joined by commas.
 */
export const createChoices = ({ name, legend, choices, value, hint, isMany, onChange }) => {
  const chosen = value.split(',')
  const type = isMany ? 'checkbox' : 'radio'
  const options = Object.entries(choices).map(([choice, text]) => {
    const id = `${name}-${choice || 'none'}`
    const checked = chosen.includes(choice)
    const input = element('input', { type, name, id, value: choice, checked })
    const label = element('label', { for: id }, text)
    return element('span', { class: 'choice' }, input, label)
  })
  const group = element(
    'fieldset',
    { class: 'choices', 'data-setting': name, 'aria-describedby': hint && `${name}-hint` },
    element('legend', {}, legend),
    element('div', { class: 'options row' }, ...options),
    ...hintsOf(name, hint),
  )
  group.addEventListener('change', () => {
    const inputs = [...group.querySelectorAll('input:checked')]
    onChange(inputs.map(input => input.value).join(','))
  })
  return group
}

const createControl = (name, attributes, choices, value) => {
  if (AREAS.includes(name)) return element('textarea', { ...attributes, rows: 3 }, value)
  if (!choices) return element('input', { ...attributes, type: 'text', value, spellcheck: 'false' })
  const options = Object.entries(choices).map(([choice, text]) =>
    element('option', { value: choice, selected: choice === value }, text),
  )
  return element('select', attributes, ...options)
}

/**
 * Creates a field. `key` is the name of the setting, such as `ga` or `heading.ko`, and `prefix` what
 * stands before it in the address, such as `service1.`. Marks an invalid value, and calls `onChange`
 * with each valid one.
 */
export const createField = ({ key, prefix = '', value, forms, words, onChange }) => {
  const [name, tag] = key.split('.')
  const id = prefix + key
  const choices = words.choices[name]
  const label = (tag && words.labels[`${name}In`]) || words.labels[name]
  const legend = label.replace('{language}', words.choices.page[tag])
  const hint = words.hints[name]
  if (choices && !SELECTS.includes(name)) {
    const isMany = CHECKBOXES.includes(name)
    return createChoices({ name: id, legend, choices, value, hint, isMany, onChange })
  }

  const error = element('p', { class: 'error', id: `${id}-error` })
  const described = `${hint ? `${id}-hint ` : ''}${id}-error`
  const shared = { id, name: id, 'aria-describedby': described, lang: tag, autocomplete: 'off' }
  const control = createControl(name, shared, choices, value)
  control.addEventListener('input', () => {
    const written = control.value.trim().replace(/^#/, '')
    const isRight = isValid(key, written, forms)
    control.setAttribute('aria-invalid', String(!isRight))
    error.textContent = isRight ? '' : expectedOf(key, words)
    if (isRight) onChange(written)
  })
  return element(
    'div',
    { class: 'field', 'data-setting': id, 'data-language': tag },
    element('label', { for: id }, legend),
    control,
    ...hintsOf(id, hint),
    error,
  )
}
