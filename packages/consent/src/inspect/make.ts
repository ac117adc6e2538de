import { quietly } from '../shared/quietly.ts'

/**
 * Creates an element with attributes and children. Strings become text nodes and are never parsed
 * as HTML, so the inspector works under Trusted Types.
 */
export const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

/** Creates a button that calls a function. An error of the function never reaches the page. */
export const makeButton = (
  label: string,
  attributes: Readonly<Record<string, string>>,
  run: () => void,
): HTMLButtonElement => {
  const button = make('button', { type: 'button', ...attributes }, label)
  button.addEventListener('click', () => quietly(run))
  return button
}

/** Creates a short word with a border, whose colour says whether something is granted. */
export const makeChip = (word: string, isGranted: boolean): HTMLElement =>
  make('span', { class: isGranted ? 'chip granted' : 'chip' }, word)

/** Makes `rows` the children of a list, and moves only the elements that are in another place. */
export const arrange = (list: Element, rows: readonly Element[]): void => {
  rows.forEach((row, at) => {
    if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null)
  })
  while (list.children.length > rows.length) list.lastElementChild?.remove()
}
