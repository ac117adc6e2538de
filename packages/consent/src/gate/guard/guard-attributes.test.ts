// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { startGuard } from './guard.ts'

const REFUSED = 'https://www.google-analytics.com/g/collect?v=2'

// Nothing is loaded.
const { happyDOM } = window as unknown as { happyDOM: { settings: Record<string, unknown> } }
Object.assign(happyDOM.settings, {
  disableJavaScriptFileLoading: true,
  handleDisabledFileLoadingAsSuccess: true,
})

/** Starts a guard that refuses one host until it is told to allow it. */
const start = () => {
  let category: string | undefined = 'analytics'
  const deniedAt = ({ hostname }: URL) =>
    hostname === 'www.google-analytics.com' ? category : undefined
  onTestFinished(startGuard({ deniedAt, isCookieRefused: () => false, watch() {}, look() {} }))
  return {
    allow: () => {
      category = undefined
    },
  }
}

const loaded = (target: EventTarget): Promise<unknown> =>
  new Promise(resolve => target.addEventListener('load', resolve, { once: true }))

const pause = (): Promise<unknown> => new Promise(resolve => setTimeout(resolve, 5))

/** What an element has been given, by name. */
const attributes = (element: Element): Readonly<Record<string, string>> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))

/** Each way to give an element an attribute. */
const WAYS: readonly (readonly [
  string,
  (element: Element, name: string, value: string) => void,
])[] = [
  ['property', (element, name, value) => Reflect.set(element, name, value)],
  ['setAttribute', (element, name, value) => element.setAttribute(name, value)],
  ['setAttribute in capitals', (e, name, value) => e.setAttribute(name.toUpperCase(), value)],
  ['setAttributeNS', (element, name, value) => element.setAttributeNS(null, name, value)],
  [
    'setAttributeNode',
    (element, name, value) => {
      const attribute = document.createAttribute(name)
      attribute.value = value
      element.setAttributeNode(attribute)
    },
  ],
  [
    'the value of its attribute',
    (element, name, value) => {
      element.setAttribute(name, '')
      const attribute = element.getAttributeNode(name)
      if (attribute) attribute.value = value
    },
  ],
]

test('an image is not given a refused address and says that it has loaded', async () => {
  start()
  const image = new Image()
  image.src = REFUSED
  expect(image.hasAttribute('src')).toBe(false)
  const { type } = (await loaded(image)) as Event
  expect(type).toBe('load')
  expect(image.hasAttribute('src')).toBe(false)
})

test('a refused address leaves an image the one that it has', () => {
  start()
  const image = document.createElement('img')
  image.src = '/logo.png'
  image.src = REFUSED
  expect(image.getAttribute('src')).toBe('/logo.png')
})

test('any other address is given to an image as it is written', async () => {
  start()
  const image = document.createElement('img')
  const onLoad = vi.fn()
  image.addEventListener('load', onLoad)
  image.src = '/logo.png'
  await pause()
  expect(image.getAttribute('src')).toBe('/logo.png')
  expect(onLoad).not.toHaveBeenCalled()
})

test('one refused address of several in srcset refuses them all', () => {
  start()
  const image = document.createElement('img')
  image.srcset = `/small.png 1x, ${REFUSED} 2x`
  expect(image.hasAttribute('srcset')).toBe(false)
  image.srcset = '/small.png 1x, /large.png 2x'
  expect(image.getAttribute('srcset')).toBe('/small.png 1x, /large.png 2x')
})

test.each([
  ['link', 'href'],
  ['input', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
  ['video', 'src'],
  ['audio', 'src'],
  ['source', 'srcset'],
])('a %s is given no refused %s, and any other', (name, attribute) => {
  start()
  const element = document.createElement(name)
  element.setAttribute(attribute, REFUSED)
  expect(element.hasAttribute(attribute)).toBe(false)
  element.setAttribute(attribute, '/own')
  expect(element.getAttribute(attribute)).toBe('/own')
})

test('an attribute is known however its name is written, such as React writes srcSet', () => {
  start()
  const image = document.createElement('img')
  image.setAttribute('srcSet', REFUSED)
  expect(image.hasAttribute('srcset')).toBe(false)
})

test('a link that only leads there is the visitor’s to follow', () => {
  start()
  const link = document.createElement('a')
  link.href = REFUSED
  expect(link.getAttribute('href')).toBe(REFUSED)
})

test.each(WAYS)('an image is given no refused address by %s', (_, give) => {
  start()
  const image = document.createElement('img')
  give(image, 'src', REFUSED)
  expect(image.getAttribute('src') ?? '').toBe('')
})

test.each(WAYS)('a script that gets a refused address by %s is held', (_, give) => {
  start()
  const script = document.createElement('script')
  give(script, 'src', REFUSED)
  expect(attributes(script)).toMatchObject({
    src: REFUSED,
    type: 'text/plain',
    'data-consent': 'analytics',
  })
})

test('a script is given the very object that the page gives it', () => {
  start()
  const script = document.createElement('script')
  // Such as a TrustedScriptURL.
  const address = { toString: vi.fn(() => REFUSED) }
  script.src = address as unknown as string
  expect(script.getAttribute('src')).toBe(REFUSED)
  expect(script.type).toBe('text/plain')
})

test('a script that gets a refused address keeps its type for later', () => {
  start()
  const script = document.createElement('script')
  script.type = 'module'
  script.src = REFUSED
  expect(attributes(script)).toMatchObject({ type: 'text/plain', 'data-type': 'module' })
})

test.each(WAYS)('a type that comes by %s after the address makes no held script run', (_, give) => {
  start()
  const script = document.createElement('script')
  script.src = REFUSED
  give(script, 'type', 'text/javascript')
  expect(attributes(script)).toMatchObject({
    type: 'text/plain',
    'data-type': 'text/javascript',
  })
})

test('any other script is given its address and its type', () => {
  const { allow } = start()
  allow()
  const script = document.createElement('script')
  script.src = REFUSED
  script.type = 'module'
  expect(attributes(script)).toEqual({ src: REFUSED, type: 'module' })
})

test.each(WAYS)('an iframe that gets a refused address by %s is held without it', (_, give) => {
  start()
  const frame = document.createElement('iframe')
  give(frame, 'src', REFUSED)
  expect(frame.getAttribute('src') ?? '').toBe('')
  expect(attributes(frame)).toMatchObject({
    'data-src': REFUSED,
    'data-consent': 'analytics',
  })
})

test('an iframe that shows something is emptied when it gets a refused address', () => {
  start()
  const frame = document.createElement('iframe')
  frame.src = 'about:blank'
  document.body.append(frame)
  frame.src = REFUSED
  expect(attributes(frame)).toEqual({ 'data-src': REFUSED, 'data-consent': 'analytics' })
  expect(frame.parentNode).toBe(document.body)
})

test.each(WAYS)(
  'an iframe that waits and then gets another address by %s waits no more',
  (_, give) => {
    start()
    const frame = document.createElement('iframe')
    frame.src = REFUSED
    frame.src = ''
    expect(frame.dataset).toMatchObject({ src: REFUSED })
    give(frame, 'src', '/own')
    expect(attributes(frame)).toEqual({ src: '/own' })
  },
)

test('an iframe that is marked in the page keeps the address that waits', () => {
  start()
  document.body.innerHTML = `<iframe data-consent="analytics" data-src="${REFUSED}"></iframe>`
  const [frame] = document.body.children
  frame?.setAttribute('src', 'about:blank')
  expect((frame as HTMLElement).dataset).toMatchObject({ src: REFUSED, consent: 'analytics' })
})

test('any other attribute is nobody’s address', () => {
  start()
  const element = document.createElement('div')
  const image = document.createElement('img')
  element.setAttribute('src', REFUSED)
  image.setAttribute('title', REFUSED)
  image.setAttribute('data-src', REFUSED)
  expect(attributes(element)).toEqual({ src: REFUSED })
  expect(attributes(image)).toEqual({ title: REFUSED, 'data-src': REFUSED })
})

test.each([
  ['script', 'src'],
  ['iframe', 'src'],
  ['link', 'href'],
])('a %s of plain XML, such as a feed’s, keeps its %s', (name, attribute) => {
  start()
  const element = document.createElementNS('urn:feed', name)
  // As browsers have it.
  Object.defineProperty(element, 'dataset', { value: undefined })
  element.setAttribute(attribute, REFUSED)
  expect(attributes(element)).toEqual({ [attribute]: REFUSED })
})

test('a refused image throws nothing where no event can be made [5]', () => {
  vi.useFakeTimers()
  const Broken = vi.fn(function broken() {
    throw new TypeError('broken')
  })
  vi.stubGlobal('Event', Broken)
  onTestFinished(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
  start()
  const image = new Image()
  image.src = REFUSED
  expect(() => vi.runAllTimers()).not.toThrow()
  expect(Broken).toHaveBeenCalledOnce()
  expect(image.hasAttribute('src')).toBe(false)
})
