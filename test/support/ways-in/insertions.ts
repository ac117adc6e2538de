export const INSERTIONS: Readonly<Record<string, (element: Element) => unknown>> = {
  appendChild: element => document.body.appendChild(element),
  insertBefore: element => document.body.insertBefore(element, document.body.firstChild),
  replaceChild: element =>
    document.body.replaceChild(element, document.body.appendChild(document.createElement('i'))),
  append: element => document.body.append('text', element),
  prepend: element => document.body.prepend(element),
  before: element => document.body.appendChild(document.createElement('i')).before(element),
  after: element => document.body.appendChild(document.createElement('i')).after(element),
  replaceWith: element =>
    document.body.appendChild(document.createTextNode('i')).replaceWith(element),
  replaceChildren: element =>
    document.body.appendChild(document.createElement('p')).replaceChildren(element),
  insertAdjacentElement: element => document.body.insertAdjacentElement('beforeend', element),
  'Range.insertNode': element => {
    const range = document.createRange()
    range.selectNodeContents(document.body)
    range.insertNode(element)
  },
  'a fragment': element => {
    const fragment = document.createDocumentFragment()
    fragment.append(element)
    document.body.append(fragment)
  },
  'a subtree': element => {
    const [inner, outer] = [document.createElement('p'), document.createElement('div')]
    inner.append(element)
    outer.append(inner)
    document.body.append(outer)
  },
  'a shadow root': element =>
    document.body
      .appendChild(document.createElement('div'))
      .attachShadow({ mode: 'closed' })
      .append(element),
}
