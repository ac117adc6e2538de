import { day, element, nameOf, part, words } from './page.js'

/** Shows in a few words what the visitor has decided. */
export const showChoice = ({ status, granted }) => {
  const answer = granted.analytics ? 'allowed' : 'refused'
  const choice = status === 'decided' ? answer : status
  part('choice').dataset.panelChoice = choice
  part('choice').textContent = words[choice] ?? choice
}

const listOf = keys => keys.map(nameOf).join(', ') || words.nothing

/** Returns the names of the record's fields, and their values in words. */
const fieldsOf = ({ p, t, e, c, x = [], m, s, l, n, h }) => {
  const answered = answer => Object.keys(c).filter(category => c[category] === answer)
  return {
    granted: listOf(answered(1)),
    refused: listOf([...answered(0), ...x]),
    decidedAt: day(t),
    expiresAt: day(e),
    how: `${words.methods[m] ?? m}, ${words.surfaces[s] ?? s}`,
    version: p,
    language: l,
    number: n,
    hash: h,
  }
}

/** Shows the visitor's record. */
export const showRecord = record => {
  const fields = Object.entries(record ? fieldsOf(record) : {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) =>
      element('div', element('dt', words.fields[name]), element('dd', `${value}`)),
    )
  part('record').replaceChildren(...fields)
}
