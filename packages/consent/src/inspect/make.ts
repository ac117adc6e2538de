import { buildElement } from '../shared/build-element.ts'
import { listen } from '../shared/platform.ts'

/** Creates a button that calls a function. An error of the function never reaches the page. */
export const makeButton = (
  label: string,
  attributes: Readonly<Record<string, string>>,
  run: () => void,
): HTMLButtonElement => {
  const button = buildElement('button', { type: 'button', ...attributes }, label)
  listen('click', run, false, button)
  return button
}

/** Creates the line that is shown where there is nothing to list. */
export const makeEmpty = (text: string): HTMLElement => buildElement('p', { class: 'empty' }, text)

/** Creates a short word with a border, whose colour says whether something is granted. */
export const makeChip = (word: string, isGranted: boolean): HTMLElement =>
  buildElement('span', { class: isGranted ? 'chip granted' : 'chip' }, word)

/** Makes `rows` the children of a list, and moves only the elements that are in another place. */
export const arrange = (list: Element, rows: readonly Element[]): void => {
  rows.forEach((row, at) => {
    if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null)
  })
  while (list.children.length > rows.length) list.lastElementChild?.remove()
}
