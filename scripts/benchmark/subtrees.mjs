// @ts-check
// Runs in the page: inserts subtrees typical of real pages, in the ways of common frameworks.

const SVG = 'http://www.w3.org/2000/svg'

/**
 * Creates an element, sets its attributes and then appends its children, as React and Vue do.
 *
 * @param {string} name
 * @param {Readonly<Record<string, string>>} attributes
 * @param {readonly (Node | string)[]} children
 */
const element = (name, attributes = {}, children = []) => {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (key === 'class') node.className = value
    else node.setAttribute(key, value)
  for (const child of children)
    node.appendChild(typeof child === 'string' ? document.createTextNode(child) : child)
  return node
}

const icon = () => {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', 'M4 12l5 5L20 6')
  svg.appendChild(path)
  return svg
}

/** The template that `appendClone` clones, as lit, Solid and Svelte clone templates. */
const template = document.createElement('template')
template.content.append(
  element('article', { class: 'card' }, [
    element('h3', { class: 'card-title' }, ['Title']),
    element('p', { class: 'card-text' }, ['Text']),
    element('a', { class: 'card-link', href: '/items' }, ['More']),
  ]),
)

/** @typedef {(list: HTMLElement, index: number) => void} Insert */

/** @type {readonly Insert[]} The kinds of subtrees, inserted in turn. */
export const SUBTREES = [
  function appendCard(list, index) {
    const card = element('article', { class: 'card', 'data-id': `${index}` }, [
      element('header', { class: 'card-head' }, [
        icon(),
        element('h3', { id: `title-${index}` }, [`Item ${index}`]),
      ]),
      element('p', { class: 'card-text' }, ['What there is to be said of it.']),
      element('a', { href: `/items/${index}`, role: 'button', 'aria-label': 'Open' }, ['Open']),
    ])
    list.appendChild(card)
  },

  function insertRow(list, index) {
    const row = document.createElement('tr')
    row.setAttribute('aria-rowindex', `${index}`)
    for (const text of ['Name', 'Region', 'Running', `${index}`]) {
      const cell = document.createElement('td')
      cell.className = 'cell'
      cell.textContent = text
      row.append(cell)
    }
    list.insertBefore(row, list.firstChild)
  },

  function appendFragment(list, index) {
    const fragment = document.createDocumentFragment()
    for (let at = 0; at < 4; at += 1) {
      const item = document.createElement('li')
      item.textContent = `Item ${index}.${at}`
      fragment.appendChild(item)
    }
    list.append(fragment)
  },

  function appendClone(list, index) {
    const clone = document.importNode(template.content, true)
    const title = clone.querySelector('h3')
    if (title) title.textContent = `Item ${index}`
    list.insertBefore(clone, null)
  },

  function replaceContent(list, index) {
    const button = element('button', { type: 'button', class: 'button' })
    list.append(button)
    // Inserts into an element that is in the document already, as an update of a page does.
    button.replaceChildren(icon(), ` ${index}`)
  },

  function swapPlaceholder(list) {
    const placeholder = list.appendChild(document.createComment(''))
    list.replaceChild(element('span', { class: 'badge' }, ['New']), placeholder)
  },
]
