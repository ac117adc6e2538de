import { ATTRIBUTE_WAYS, NODE_WAYS, type Way, waysOf } from './way.ts'

/** An element that requests: its name, its property for the address, and others. */
type Loading = readonly [string, string, Readonly<Record<string, string>>?]

const RELS = ['preload', 'preconnect', 'prefetch', 'modulepreload', 'stylesheet', 'dns-prefetch']

const LOADING: Readonly<Record<string, Loading>> = {
  ...Object.fromEntries(
    RELS.map(rel => [`link rel=${rel}`, ['link', 'href', { rel, as: 'script' }]] as const),
  ),
  'link imagesrcset': ['link', 'imageSrcset', { rel: 'preload', as: 'image' }],
  'an image': ['img', 'src'],
  'a srcset': ['img', 'srcset'],
  'an image button': ['input', 'src', { type: 'image' }],
  'a video': ['video', 'src'],
  'a poster': ['video', 'poster'],
  'an embed': ['embed', 'src'],
  'an object': ['object', 'data'],
  'an iframe': ['iframe', 'src'],
}

const MARKUP: Readonly<Record<string, string>> = {
  'an image': '<img src="ADDRESS">',
  'a srcset': '<img srcset="ADDRESS 2x">',
  'a picture': '<picture><source srcset="ADDRESS"><img></picture>',
  'a poster': '<video poster="ADDRESS"></video>',
  'a style sheet': '<link rel="stylesheet" href="ADDRESS">',
  'an image button': '<input type="image" src="ADDRESS">',
  'an iframe': '<iframe src="ADDRESS"></iframe>',
}

/** Ways to request without a script: no address, or an empty answer, until the grant. */
export const OTHER_WAYS: Readonly<Record<string, Way>> = {
  ...waysOf(
    LOADING,
    name => `${name} by properties`,
    (address, [name, property, others]) => {
      const element = Object.assign(document.createElement(name), others, { [property]: address })
      document.body.append(element)
    },
  ),
  ...waysOf(
    LOADING,
    name => `${name} by attributes`,
    (address, [name, property, others = {}]) => {
      const element = document.body.appendChild(document.createElement(name))
      element.setAttribute(property, address)
      for (const [name, value] of Object.entries(others)) element.setAttribute(name, value)
    },
  ),
  ...waysOf(
    { ...ATTRIBUTE_WAYS, ...NODE_WAYS },
    name => `an image by ${name}`,
    (address, give) => give(new Image(), 'src', address),
  ),
  ...waysOf(
    MARKUP,
    name => `${name} of a cloned template`,
    (address, html) => {
      const template = document.createElement('template')
      template.innerHTML = `<p>${html.replace('ADDRESS', address)}</p>`
      document.body.append(template.content.cloneNode(true))
    },
  ),
  ...waysOf(
    MARKUP,
    name => `${name} of a template by importNode`,
    (address, html) => {
      const template = document.createElement('template')
      template.innerHTML = html.replace('ADDRESS', address)
      document.body.append(document.importNode(template.content.firstChild as Node, true))
    },
  ),
  ...waysOf(
    { ...MARKUP, 'an image without scripts': '<noscript><img src="ADDRESS"></noscript>' },
    name => `${name} of another document`,
    (address, html) => {
      const page = `<p>${html.replace('ADDRESS', address)}</p>`
      const { body } = new DOMParser().parseFromString(page, 'text/html')
      document.body.append(document.adoptNode(body.firstChild as Node))
    },
  ),
  'an iframe of a parser': address => {
    const box = document.createElement('div')
    box.innerHTML = `<iframe src="${address}"></iframe>`
    document.body.append(box.firstChild as Node)
  },
  ...waysOf(
    {
      'an image of SVG': (image: SVGImageElement, address: string) =>
        image.setAttribute('href', address),
      'the baseVal of an image of SVG': (image: SVGImageElement, address: string) => {
        image.href.baseVal = address
      },
      'an image of SVG by xlink': (image: SVGImageElement, address: string) =>
        image.setAttributeNS('http://www.w3.org/1999/xlink', 'x:href', address),
    },
    name => name,
    (address, give) => {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
      const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
      give(image, address)
      svg.append(image)
      document.body.append(svg)
    },
  ),
  'the source and the track of a video': address => {
    const [video, source, track] = (['video', 'source', 'track'] as const).map(name =>
      document.createElement(name),
    ) as [HTMLVideoElement, HTMLSourceElement, HTMLTrackElement]
    track.src = address
    source.src = address
    video.append(source, track)
    document.body.append(video)
  },
  'an attribute whose name is another at each reading': address => {
    for (const names of [
      ['src', 'title'],
      ['title', 'src'],
    ]) {
      const name = { toString: () => names.shift() ?? 'src' } as unknown as string
      document.createElement('img').setAttribute(name, address)
    }
  },
  'new Audio()': address => void new Audio(address),
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
