// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import { BLOCKED, startBlocking } from '../../../../../test/support/start-blocking.ts'

// Unusual ways to set an address: other spellings of an attribute's name, and properties of every
// kind of element. Stubs replace the features that happy-dom lacks: `poster` of a video and
// `imageSrcset` of a link as properties, `href` of an SVG image, an `Audio` of its own.

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'

answerScripts()

/** Returns the attributes of an element that contain an address. */
const addresses = (element: Element): readonly string[] =>
  [...element.attributes]
    .filter(({ name, value }) => !name.startsWith('data-') && value.includes('google'))
    .map(({ name }) => name)

/** Returns an object whose text differs after the first read. */
const changing = (...texts: readonly string[]) => {
  const left = [...texts]
  return { toString: () => (left.length > 1 ? left.shift() : left[0]) } as unknown as string
}

test.each<[string, string, string]>([
  ['Src', 'img', 'src'],
  ['sRC', 'img', 'src'],
  ['srcSET', 'img', 'srcset'],
  ['SrcSet', 'source', 'srcset'],
  ['HREF', 'link', 'href'],
  ['Data', 'object', 'data'],
  ['imageSrcset', 'link', 'imagesrcset'],
  ['POSTER', 'video', 'poster'],
])('setAttribute(%j) on a %s sets no blocked %s', (spelling, name, attribute) => {
  startBlocking()
  const element = document.createElement(name)
  element.setAttribute(spelling, BLOCKED)
  expect(element.hasAttribute(attribute)).toBe(false)
  element.setAttribute(spelling, '/own')
  expect(element.getAttribute(attribute)).toBe('/own')
})

test.each([
  ['a String object', new String('src') as string],
  ['an array of one string', ['src'] as unknown as string],
  ['an object whose text is another name later', changing('src', 'title')],
  ['an object whose text is the name later', changing('title', 'src')],
])('the name of an attribute is read once, as a string: %s', (_, name) => {
  startBlocking()
  const image = document.createElement('img')
  image.setAttribute(name, BLOCKED)
  expect(image.hasAttribute('src')).toBe(false)
  image.setAttributeNS(null, name, BLOCKED)
  expect(image.hasAttribute('src')).toBe(false)
})

test.each(['href', 'xlink:href', 'x:href', 'a.b-c:href'])(
  'a script of SVG with a blocked address in %s is blocked',
  name => {
    startBlocking()
    const script = document.createElementNS(SVG, 'script')
    script.setAttributeNS(name === 'href' ? null : XLINK, name, BLOCKED)
    expect(script.getAttribute('type')).toBe('text/plain')
    expect((script as SVGElement).dataset['consent']).toBe('analytics')
  },
)

test.each(['href', 'xlink:href', 'x:href'])(
  'an image of SVG gets no blocked address in %s',
  name => {
    startBlocking()
    const image = document.createElementNS(SVG, 'image')
    image.setAttributeNS(name === 'href' ? null : XLINK, name, BLOCKED)
    image.setAttribute(name, BLOCKED)
    expect(addresses(image)).toEqual([])
    image.setAttributeNS(name === 'href' ? null : XLINK, name, '/own.png')
    expect(image.getAttribute(name)).toBe('/own.png')
  },
)

test('an element gets no blocked x:src by setAttributeNS', () => {
  startBlocking()
  const image = document.createElement('img')
  image.setAttributeNS('urn:x', 'x:src', BLOCKED)
  expect(addresses(image)).toEqual([])
})

test('an element of SVG gets no blocked address by baseVal, and gets any other', () => {
  startBlocking()
  // In happy-dom an image of SVG has no `href` property.
  const path = document.createElementNS(SVG, 'textPath') as SVGTextPathElement
  path.href.baseVal = BLOCKED
  expect(addresses(path)).toEqual([])
  path.href.baseVal = '#line'
  expect(path.href.baseVal).toBe('#line')
})

test.each<[string, string]>([
  ['Image', 'src'],
  ['Image', 'srcset'],
  ['Source', 'src'],
  ['Source', 'srcset'],
  ['Link', 'href'],
  ['Link', 'imageSrcset'],
  ['Input', 'src'],
  ['Media', 'src'],
  ['Video', 'poster'],
  ['Track', 'src'],
  ['Embed', 'src'],
  ['Object', 'data'],
])(
  'the built-in of HTML%sElement.%s gets no blocked address, and gets any other',
  (kind, property) => {
    const { prototype } = window[`HTML${kind}Element` as 'HTMLElement']
    const before = Object.getOwnPropertyDescriptor(prototype, property)
    const builtIn = vi.fn()
    // As in browsers, the stub calls no method that is intercepted.
    Object.defineProperty(prototype, property, { configurable: true, set: builtIn })
    onTestFinished(() => {
      if (before) Object.defineProperty(prototype, property, before)
      else Reflect.deleteProperty(prototype, property)
    })
    startBlocking()
    const names: Readonly<Record<string, string>> = { Image: 'img', Media: 'audio' }
    const element = document.createElement(names[kind] ?? kind.toLowerCase())
    Reflect.set(element, property, BLOCKED)
    expect(builtIn).not.toHaveBeenCalled()
    Reflect.set(element, property, '/own')
    expect(builtIn).toHaveBeenCalledExactlyOnceWith('/own')
  },
)

/** Replaces `Audio` by a stub that sets its address past all interceptors, as a browser's does. */
const audioAsInBrowsers = () => {
  const { set } = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'src') ?? {}
  class Original extends window.Audio {
    constructor(address?: string) {
      super()
      if (address !== undefined) set?.call(this, address)
    }
  }
  vi.stubGlobal('Audio', Original)
  onTestFinished(() => void vi.unstubAllGlobals())
  return Original
}

test('new Audio() works as before, and gets no blocked address', () => {
  const Original = audioAsInBrowsers()
  expect(new Audio(BLOCKED).src).toBe(BLOCKED)
  startBlocking()
  for (const audio of [new Audio(), new Audio(BLOCKED)]) {
    expect(audio).toBeInstanceOf(HTMLAudioElement)
    expect(audio).toBeInstanceOf(Audio)
    expect(audio).toBeInstanceOf(Original)
    expect(audio.hasAttribute('src')).toBe(false)
  }
  expect(new Audio('/own.mp3').getAttribute('src')).toBe('/own.mp3')
  expect(() => Reflect.apply(Audio, undefined, [])).toThrow(TypeError)
})

test('a class of the page can extend Audio', () => {
  audioAsInBrowsers()
  startBlocking()
  class Chime extends Audio {
    ring(): string {
      return 'ring'
    }
  }
  expect(new Chime('/own.mp3').ring()).toBe('ring')
  expect(new Chime(BLOCKED).hasAttribute('src')).toBe(false)
})

test.each([
  ['video', 'poster'],
  ['track', 'src'],
  ['link', 'imagesrcset'],
  ['audio', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
  ['input', 'src'],
])('a %s gets no blocked %s by property or attribute', (name, attribute) => {
  startBlocking()
  const element = document.createElement(name)
  if (attribute in element) Reflect.set(element, attribute, BLOCKED)
  element.setAttribute(attribute, BLOCKED)
  expect(addresses(element)).toEqual([])
  element.setAttribute(attribute, '/own')
  expect(element.getAttribute(attribute)).toBe('/own')
})
