// The accent colour: a picker, six digits, and the contrast of the colour as the banner uses it.

import { contrastsIn } from './contrast.js'
import { element } from './element.js'
import { createField } from './field.js'
import { fill } from './fill.js'

/** The accent of the SDK, which the picker shows while the site has no accent. */
const OWN = '6638b6'

/** Returns a contrast with two decimals, never rounded up: 4.499 is below 4.5. */
const figure = contrast => `${(Math.floor(contrast * 100) / 100).toFixed(2)}:1`

/**
 * Creates the field of the accent colour.
 *
 * @param {object} options
 * @param {string} options.value Six hexadecimal digits; '' for the accent of the SDK.
 * @param {import('./words/en.js').words} options.words
 * @param {(value: string) => void} options.onChange
 */
export const createAccentField = ({ value, words, onChange }) => {
  const texts = words.contrast
  const resultOf = ({ isReadable }) => (isReadable ? texts.passes : texts.fails)
  const body = element('tbody')
  const live = element('p', { class: 'unseen', 'aria-live': 'polite' })

  const cellOf = row => {
    const sample = element('span', { class: 'sample', 'aria-hidden': 'true' }, 'Aa')
    sample.style.color = row.colour
    sample.style.backgroundColor = row.on
    const result = element('b', { class: row.isReadable ? 'passes' : 'fails' }, resultOf(row))
    return element('td', {}, sample, element('span', {}, figure(row.contrast), ' ', result))
  }

  /** Shows the contrasts of a colour. @param {boolean} isAloud Whether a screen reader says them. */
  const show = (digits, isAloud) => {
    const themes = [contrastsIn('light', digits), contrastsIn('dark', digits)]
    const rows = ['given', 'line', 'button'].map((kind, at) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, texts[kind]),
        ...themes.map(theme => cellOf(theme[at])),
      ),
    )
    body.replaceChildren(...rows)
    if (!isAloud) return
    const [light, dark] = themes.map(([given]) => given)
    live.textContent = fill(texts.result, {
      light: figure(light.contrast),
      lightResult: resultOf(light),
      dark: figure(dark.contrast),
      darkResult: resultOf(dark),
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
  field.append(
    element(
      'table',
      { class: 'contrast' },
      element('caption', {}, texts.caption),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('td'),
          element('th', { scope: 'col' }, texts.light),
          element('th', { scope: 'col' }, texts.dark),
        ),
      ),
      body,
    ),
    element('p', { class: 'hint' }, texts.note),
    live,
  )
  return field
}
