import { ATTRIBUTE_WAYS, NODE_WAYS, type Way, waysOf } from './way.ts'

const INSERTIONS: Readonly<Record<string, (element: Element) => unknown>> = {
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

/** Ways to insert a script, each blocked until the grant and then unblocked. */
export const SCRIPT_WAYS: Readonly<Record<string, Way>> = {
  ...waysOf(
    INSERTIONS,
    name => `a script by ${name}`,
    (address, insert) => {
      const script = document.createElement('script')
      script.src = address
      insert(script)
    },
  ),
  ...waysOf(
    { ...ATTRIBUTE_WAYS, ...NODE_WAYS },
    name => `an address by ${name}, then the insertion`,
    (address, give) => {
      const script = Object.assign(document.createElement('script'), { async: true })
      give(script, 'src', address)
      document.head.append(script)
    },
  ),
  ...waysOf(
    ATTRIBUTE_WAYS,
    name => `the insertion, then an address by ${name}`,
    (address, give) => {
      const script = Object.assign(document.createElement('script'), { async: true })
      document.head.append(script)
      give(script, 'src', address)
    },
  ),
  'insertBefore the first script': address => {
    const script = Object.assign(document.createElement('script'), { async: true, src: address })
    const [first] = document.getElementsByTagName('script')
    first?.parentNode?.insertBefore(script, first)
  },
  'an address that is an object': address => {
    const script = document.createElement('script')
    Object.assign(script, { src: { toString: () => address } })
    document.head.append(script)
  },
  'a type that is set after the address': address => {
    const script = document.createElement('script')
    document.head.append(Object.assign(script, { src: address, type: 'text/javascript' }))
  },
  'a type that is taken away before another insertion': address => {
    const script = Object.assign(document.createElement('script'), { src: address })
    document.head.append(script)
    script.removeAttribute('type')
    document.body.append(script)
  },
  'a contextual fragment': address => {
    const html = `<div><script src="${address.replace('&', '&amp;')}"></${'script'}></div>`
    document.body.append(document.createRange().createContextualFragment(html))
  },
  'a clone': address => {
    const script = Object.assign(document.createElement('script'), { src: address })
    document.body.append(script.cloneNode(true))
  },
  'a script of another document': address => {
    const script = document.implementation.createHTMLDocument().createElement('script')
    script.src = address
    document.body.append(document.importNode(script, true))
  },
  'a subtree of another document': address => {
    const other = document.implementation.createHTMLDocument()
    const box = other.createElement('div')
    box.appendChild(other.createElement('script')).setAttribute('src', address)
    document.body.append(document.adoptNode(box))
  },
  'a script of another frame': address => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    const script = frame.contentDocument?.createElement('script') as HTMLScriptElement
    script.setAttribute('src', address)
    document.body.append(script)
  },
  'createElementNS of XHTML': address => {
    const script = document.createElementNS('http://www.w3.org/1999/xhtml', 'script')
    script.setAttribute('src', address)
    document.head.append(script)
  },
  ...waysOf(
    { href: null, 'xlink:href': 'http://www.w3.org/1999/xlink' },
    name => `a script of SVG by ${name}`,
    (address, namespace) => {
      const [svg, script] = (['svg', 'script'] as const).map(name =>
        document.createElementNS('http://www.w3.org/2000/svg', name),
      )
      script?.setAttributeNS(namespace, namespace ? 'xlink:href' : 'href', address)
      svg?.append(script as Element)
      document.body.append(svg as Element)
    },
  ),
}
