import { fill } from './fill.js'

/** Returns what values a setting has, in words. `key` is its name in an address. */
export const expectedOf = (key, words) => {
  const name = key.replace(/^service\d\./, '').replace(/\..*/, '')
  const values = Object.keys(words.choices[name] ?? {}).filter(Boolean)
  if (values[0]) return fill(words.expected.choice, { values: values.join(', ') })
  return words.expected[name] ?? words.expected.text
}
