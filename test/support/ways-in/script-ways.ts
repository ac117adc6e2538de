import type { Way } from './way.ts'

/**
 * The ways in which a page can insert a script. Each script is blocked while the service is denied,
 * and unblocked after the grant.
 */
export const SCRIPT_WAYS: Record<string, Way> = {
  'appendChild, then the address': address => {
    const script = document.createElement('script')
    document.head.appendChild(script)
    script.src = address
  },
  appendChild: address => {
    const script = document.createElement('script')
    script.src = address
    document.body.appendChild(script)
  },
  'insertBefore the first script': address => {
    const script = document.createElement('script')
    script.async = true
    script.src = address
    const [first] = document.getElementsByTagName('script')
    first?.parentNode?.insertBefore(script, first)
  },
  replaceChild: address => {
    const [old, script] = [document.createElement('i'), document.createElement('script')]
    document.body.append(old)
    script.src = address
    document.body.replaceChild(script, old)
  },
  append: address => {
    const script = document.createElement('script')
    script.src = address
    document.head.append('text', script)
  },
  prepend: address => {
    const script = document.createElement('script')
    script.src = address
    document.body.prepend(script)
  },
  before: address => {
    const [place, script] = [document.createElement('i'), document.createElement('script')]
    script.src = address
    document.body.append(place)
    place.before(script)
  },
  after: address => {
    const [place, script] = [document.createElement('i'), document.createElement('script')]
    script.src = address
    document.body.append(place)
    place.after(script)
  },
  replaceWith: address => {
    const [place, script] = [document.createTextNode('i'), document.createElement('script')]
    script.src = address
    document.body.append(place)
    place.replaceWith(script)
  },
  replaceChildren: address => {
    const [box, script] = [document.createElement('div'), document.createElement('script')]
    document.body.append(box)
    script.src = address
    box.replaceChildren(script)
  },
  insertAdjacentElement: address => {
    const script = document.createElement('script')
    script.src = address
    document.body.insertAdjacentElement('beforeend', script)
  },
  'Range.insertNode': address => {
    const script = document.createElement('script')
    script.src = address
    const range = document.createRange()
    range.selectNodeContents(document.body)
    range.insertNode(script)
  },
  'setAttribute before the insertion': address => {
    const script = document.createElement('script')
    script.setAttribute('SRC', address)
    document.head.append(script)
  },
  'setAttribute after the insertion': address => {
    const script = document.createElement('script')
    document.head.append(script)
    script.setAttribute('src', address)
  },
  setAttributeNS: address => {
    const script = document.createElement('script')
    document.head.append(script)
    script.setAttributeNS(null, 'src', address)
  },
  setAttributeNode: address => {
    const script = document.createElement('script')
    document.head.append(script)
    const attribute = document.createAttribute('src')
    attribute.value = address
    script.setAttributeNode(attribute)
  },
  'the value of an attribute node': address => {
    const script = document.createElement('script')
    script.setAttribute('src', 'data:text/javascript,')
    const { value } = script.attributes.getNamedItem('src') as Attr
    ;(script.attributes.getNamedItem('src') as Attr).value = value && address
    document.head.append(script)
  },
  'an address that is an object': address => {
    const script = document.createElement('script')
    Object.assign(script, { src: { toString: () => address } })
    document.head.append(script)
  },
  'a type that is set after the address': address => {
    const script = document.createElement('script')
    script.src = address
    script.type = 'text/javascript'
    document.head.append(script)
  },
  'a type that is taken away before another insertion': address => {
    const script = document.createElement('script')
    script.src = address
    document.head.append(script)
    script.removeAttribute('type')
    document.body.append(script)
  },
  'a fragment': address => {
    const script = document.createElement('script')
    script.setAttribute('src', address)
    const fragment = document.createDocumentFragment()
    fragment.append(script)
    document.head.append(fragment)
  },
  'deep inside of a subtree': address => {
    const script = document.createElement('script')
    script.src = address
    const [inner, outer] = [document.createElement('div'), document.createElement('div')]
    inner.append(script)
    outer.append(inner)
    document.body.append(outer)
  },
  'a shadow root': address => {
    const script = document.createElement('script')
    script.src = address
    const box = document.createElement('div')
    document.body.append(box)
    box.attachShadow({ mode: 'closed' }).append(script)
  },
  'a contextual fragment': address => {
    const range = document.createRange()
    const html = `<div><script src="${address.replace('&', '&amp;')}"></${'script'}></div>`
    document.body.append(range.createContextualFragment(html))
  },
  'a clone': address => {
    const script = document.createElement('script')
    script.src = address
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
    box.append(other.createElement('script'))
    ;(box.firstChild as Element).setAttribute('src', address)
    document.body.append(document.adoptNode(box))
  },
  'createElementNS of XHTML': address => {
    const script = document.createElementNS('http://www.w3.org/1999/xhtml', 'script')
    script.setAttribute('src', address)
    document.head.append(script)
  },
  'a script of SVG': address => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const script = document.createElementNS('http://www.w3.org/2000/svg', 'script')
    script.setAttribute('href', address)
    svg.append(script)
    document.body.append(svg)
  },
  'a script of SVG by xlink': address => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const script = document.createElementNS('http://www.w3.org/2000/svg', 'script')
    script.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', address)
    svg.append(script)
    document.body.append(svg)
  },
  'a script of another frame': address => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const script = frame.contentDocument?.createElement('script') as HTMLScriptElement
    script.setAttribute('src', address)
    document.body.append(script)
  },
}
