/** A way to bring something in; runs in the page, with the address. */
type Way = (address: string) => unknown

/** How a page can bring in a script by script, each kept out while denied and released later. */
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

/** What makes a request without a script, each answered quietly while denied. */
export const OTHER_WAYS: Record<string, Way> = {
  ...Object.fromEntries(
    ['preload', 'preconnect', 'prefetch', 'modulepreload', 'stylesheet', 'dns-prefetch'].flatMap(
      rel => [
        [
          `link rel=${rel} by properties`,
          new Function(
            'address',
            `const link = document.createElement('link')
            link.rel = '${rel}'
            link.as = 'script'
            link.href = address
            document.head.append(link)`,
          ) as Way,
        ],
        [
          `link rel=${rel} by attributes`,
          new Function(
            'address',
            `const link = document.createElement('link')
            link.setAttribute('href', address)
            link.setAttribute('as', 'script')
            link.setAttribute('rel', '${rel}')
            document.head.append(link)`,
          ) as Way,
        ],
      ],
    ),
  ),
  'new Image().src': address => {
    new Image().src = address
  },
  'the srcset of an image': address => {
    new Image().srcset = `/icon.svg 2x,${address} 1x`
  },
  'the src attribute of an image': address =>
    document.createElement('img').setAttribute('src', address),
  'the srcset attribute of an image': address =>
    document.createElement('img').setAttribute('srcset', `${address} 2x`),
  'an image of a template': address => {
    const template = document.createElement('template')
    template.innerHTML = `<p><img src="${address}"></p>`
    document.body.append(template.content.cloneNode(true))
  },
  'an image of a template by importNode': address => {
    const template = document.createElement('template')
    template.innerHTML = `<img src="${address}">`
    document.body.append(document.importNode(template.content.firstChild as Node, true))
  },
  'an image of another document': address => {
    const html = `<p><noscript><img src="${address}"></noscript></p>`
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    document.body.append(document.adoptNode(body.firstChild as Node))
  },
  'the source of a picture': address => {
    const [picture, source, image] = ['picture', 'source', 'img'].map(name =>
      document.createElement(name),
    )
    ;(source as HTMLSourceElement).srcset = address
    picture?.append(source as Node, image as Node)
    document.body.append(picture as Node)
  },
  'an image of SVG': address => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
    image.setAttribute('href', address)
    svg.append(image)
    document.body.append(svg)
  },
  'an image button': address => {
    const input = document.createElement('input')
    input.type = 'image'
    input.src = address
    document.body.append(input)
  },
  'a video': address => {
    const video = document.createElement('video')
    video.src = address
    document.body.append(video)
  },
  'an embed': address => {
    const embed = document.createElement('embed')
    embed.src = address
    document.body.append(embed)
  },
  'an object': address => {
    const object = document.createElement('object')
    object.data = address
    document.body.append(object)
  },
  'an iframe': address => {
    const frame = document.createElement('iframe')
    frame.src = address
    document.body.append(frame)
  },
  'an iframe by attribute': address => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    frame.setAttribute('src', address)
  },
  'an iframe of a parser': address => {
    const box = document.createElement('div')
    box.innerHTML = `<iframe src="${address}"></iframe>`
    document.body.append(box.firstChild as Node)
  },
  'an iframe of a template by importNode': address => {
    const template = document.createElement('template')
    template.innerHTML = `<iframe src="${address}"></iframe>`
    document.body.append(document.importNode(template.content.firstChild as Node, true))
  },
  'fetch with a string': address => fetch(address, { mode: 'no-cors', keepalive: true }),
  'fetch with a URL': address => fetch(new URL(address), { mode: 'no-cors' }),
  'fetch with a Request': address => fetch(new Request(address, { mode: 'no-cors' })),
  sendBeacon: address => navigator.sendBeacon(address, 'x'),
  XMLHttpRequest: address => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.send('x')
  },
}

/**
 * What no script can stop, or what is not worth what it would cost every page. The gate's README
 * lists them.
 */
export const LEAKS: Record<string, Way> = {
  'document.write': address => document.write(`<script src="${address}"></${'script'}>`),
  'import()': address => import(address).catch(() => {}),
  "another frame's fetch": address => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    frame.contentWindow?.fetch(address, { mode: 'no-cors' })
  },
  'a worker': address => {
    const code = `fetch(${JSON.stringify(address)}, { mode: 'no-cors' })`
    new Worker(URL.createObjectURL(new Blob([code])))
  },
  'url() of a style': address => {
    document.body.style.backgroundImage = `url(${address})`
  },
  'an image by innerHTML': address => {
    document.body.innerHTML = `<img src="${address}">`
  },
  'a style sheet by innerHTML': address => {
    document.body.innerHTML = `<link rel="stylesheet" href="${address}">`
  },
  EventSource: address => {
    new EventSource(address)
  },
  'an import in a module': address => {
    const script = document.createElement('script')
    script.type = 'module'
    script.text = `import ${JSON.stringify(address)}`
    document.head.append(script)
  },
  'a script that is moved, in its parent, after its type was taken away': address => {
    const [box, script] = [document.createElement('div'), document.createElement('script')]
    script.src = address
    box.append(script)
    document.body.append(box)
    script.removeAttribute('type')
    document.body.prepend(box)
  },
  'a script inside of another frame': address => {
    const frame = document.createElement('iframe')
    frame.srcdoc = `<script src="${address.replace('&', '&amp;')}"></${'script'}>`
    document.body.append(frame)
  },
  'the location of another frame': address => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    frame.contentWindow?.location.replace(address)
  },
  'a form': address => {
    document.body.innerHTML = '<iframe name="answer"></iframe><form target="answer"></form>'
    const [form] = document.forms
    Object.assign(form as HTMLFormElement, { method: 'post', action: address })
    form?.submit()
  },
  'new Audio()': address => {
    new Audio(address)
  },
  'the poster of a video': address => {
    const video = document.createElement('video')
    video.poster = address
    document.body.append(video)
  },
  'the imagesrcset of a link': address => {
    const link = document.createElement('link')
    Object.assign(link, { rel: 'preload', as: 'image', imageSrcset: address })
    document.head.append(link)
  },
  'setNamedItem()': address => {
    const [image, attribute] = [new Image(), document.createAttribute('src')]
    attribute.value = address
    image.attributes.setNamedItem(attribute)
  },
  'the baseVal of an image of SVG': address => {
    const [svg, image] = (['svg', 'image'] as const).map(name =>
      document.createElementNS('http://www.w3.org/2000/svg', name),
    )
    ;(image as SVGImageElement).href.baseVal = address
    svg?.append(image as Node)
    document.body.append(svg as Node)
  },
}
