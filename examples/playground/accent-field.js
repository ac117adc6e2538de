// The accent colour: a picker, six digits, and the contrast of the colour as the banner uses it.

import { contrastsIn } from './contrast.js'
import { element } from './element.js'
import { createField } from './field.js'
import { fill } from './fill.js'

/** The accent of the SDK, which the picker shows while the site has no accent. */
const OWN = '6638b6'

/** Returns a contrast with two decimals, never rounded up: 4.499 is below 4.5. */
const figure = contrast => `${(Math.floor(contrast * 100) / 100).toFixed(2)}:1`

/** Creates the field of the accent colour. `value` is '' for the accent of the SDK. */
export const createAccentField = ({ value, words, onChange }) => {
  const texts = words.contrast
  const resultOf = ({ isReadable }) => (isReadable ? texts.passes : texts.fails)
  const head = (scope, text) => element('th', { scope }, text)
  const body = element('tbody')
  const live = element('p', { class: 'unseen', 'aria-live': 'polite' })

  const cellOf = row => {
    const sample = element('span', { class: 'sample', 'aria-hidden': 'true' }, 'Aa')
    sample.style.color = row.colour
    sample.style.backgroundColor = row.on
    const result = element('b', { class: row.isReadable ? 'passes' : 'fails' }, resultOf(row))
    return element('td', {}, sample, element('span', {}, figure(row.contrast), ' ', result))
  }

  /** Shows the contrasts of a colour. `isAloud` says whether a screen reader says them. */
  const show = (digits, isAloud) => {
    const [light, dark] = [contrastsIn('light', digits), contrastsIn('dark', digits)]
    const rows = light.map((row, at) =>
      element('tr', {}, head('row', texts[row.kind]), cellOf(row), cellOf(dark[at])),
    )
    body.replaceChildren(...rows)
    if (!isAloud) return
    live.textContent = fill(texts.result, {
      light: figure(light[0].contrast),
      lightResult: resultOf(light[0]),
      dark: figure(dark[0].contrast),
      darkResult: resultOf(dark[0]),
    })
  }

  const picker = element('input', { type: 'color', value: `#${value || OWN}` })
  picker.setAttribute('aria-label', words.labels.accent)
  const change = digits => {
    show(digits, true)
    onChange(digits)
  }
  const field = createField({
    ...{ key: 'accent', value, words },
    onChange: digits => {
      picker.value = `#${digits || OWN}`
      change(digits)
    },
  })
  const text = field.querySelector('input')
  text.placeholder = OWN
  text.before(picker)
  picker.addEventListener('input', () => {
    text.value = picker.value.slice(1)
    change(text.value)
  })
  show(value, false)
  const columns = [element('td'), head('col', texts.light), head('col', texts.dark)]
  field.append(
    element(
      'table',
      { class: 'contrast' },
      element('caption', {}, texts.caption),
      element('thead', {}, element('tr', {}, ...columns)),
      body,
    ),
    element('p', { class: 'hint' }, texts.note),
    live,
  )
  return field
}
