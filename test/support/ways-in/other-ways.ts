import type { Way } from './way.ts'

/**
 * The ways to make a request without a script element. While the service is denied, each gets an
 * empty answer without an error.
 */
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
  'an attribute in other letters': address => {
    document.createElement('img').setAttribute('Src', address)
  },
  'an attribute whose name is an object': address => {
    document.createElement('img').setAttribute(new String('src') as string, address)
  },
  'the nodeValue of an attribute': address => {
    const image = new Image()
    image.setAttribute('src', '')
    const attribute = image.getAttributeNode('src')
    if (attribute) attribute.nodeValue = address
  },
  'the textContent of an attribute': address => {
    const image = new Image()
    document.body.append(image)
    image.setAttribute('src', '')
    const attribute = image.getAttributeNode('src')
    if (attribute) attribute.textContent = address
  },
  'an image, a poster and a style sheet of a cloned template': address => {
    const template = document.createElement('template')
    template.innerHTML = `<img srcset="${address} 2x"><video poster="${address}"></video>
      <link rel="stylesheet" href="${address}"><input type="image" src="${address}">`
    document.body.append(template.content.cloneNode(true))
  },
}
