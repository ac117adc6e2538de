// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import { BLOCKED, startBlocking } from '../../../../../test/support/start-blocking.ts'

answerScripts()

const loaded = (target: EventTarget): Promise<unknown> =>
  new Promise(resolve => target.addEventListener('load', resolve, { once: true }))

const pause = (): Promise<unknown> => new Promise(resolve => setTimeout(resolve, 5))

/** Returns the attributes of an element by name. */
const attributes = (element: Element): Readonly<Record<string, string>> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))

/** Each way to set an attribute. */
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
    'the value of an attribute node',
    (element, name, value) => {
      element.setAttribute(name, '')
      const attribute = element.getAttributeNode(name)
      if (attribute) attribute.value = value
    },
  ],
]

test('an image gets no blocked address and dispatches load', async () => {
  startBlocking()
  const image = new Image()
  image.src = BLOCKED
  expect(image.hasAttribute('src')).toBe(false)
  const { type } = (await loaded(image)) as Event
  expect(type).toBe('load')
  expect(image.hasAttribute('src')).toBe(false)
})

test('an image keeps its address when a blocked one is set', () => {
  startBlocking()
  const image = document.createElement('img')
  image.src = '/logo.png'
  image.src = BLOCKED
  expect(image.getAttribute('src')).toBe('/logo.png')
})

test('an image gets an address that is not blocked unchanged', async () => {
  startBlocking()
  const image = document.createElement('img')
  const onLoad = vi.fn()
  image.addEventListener('load', onLoad)
  image.src = '/logo.png'
  await pause()
  expect(image.getAttribute('src')).toBe('/logo.png')
  expect(onLoad).not.toHaveBeenCalled()
})

test('one blocked address in a srcset blocks the whole srcset', () => {
  startBlocking()
  const image = document.createElement('img')
  image.srcset = `/small.png 1x, ${BLOCKED} 2x`
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
])('a %s gets no blocked %s, and gets any other', (name, attribute) => {
  startBlocking()
  const element = document.createElement(name)
  element.setAttribute(attribute, BLOCKED)
  expect(element.hasAttribute(attribute)).toBe(false)
  element.setAttribute(attribute, '/own')
  expect(element.getAttribute(attribute)).toBe('/own')
})

test('an attribute is intercepted in any case of its name, such as the srcSet of React', () => {
  startBlocking()
  const image = document.createElement('img')
  image.setAttribute('srcSet', BLOCKED)
  expect(image.hasAttribute('srcset')).toBe(false)
})

test('a blocked address can be set on an <a>', () => {
  startBlocking()
  const link = document.createElement('a')
  link.href = BLOCKED
  expect(link.getAttribute('href')).toBe(BLOCKED)
})

test.each(WAYS)('an image gets no blocked address by %s', (_, give) => {
  startBlocking()
  const image = document.createElement('img')
  give(image, 'src', BLOCKED)
  expect(image.getAttribute('src') ?? '').toBe('')
})

test.each(WAYS)('a script that gets a blocked address by %s is blocked', (_, give) => {
  startBlocking()
  const script = document.createElement('script')
  give(script, 'src', BLOCKED)
  expect(attributes(script)).toMatchObject({
    src: BLOCKED,
    type: 'text/plain',
    'data-consent': 'analytics',
  })
})

test('a script gets the TrustedScriptURL object itself', () => {
  startBlocking()
  const script = document.createElement('script')
  // An object with a text, such as a TrustedScriptURL.
  const address = { toString: vi.fn(() => BLOCKED) }
  script.src = address as unknown as string
  expect(script.getAttribute('src')).toBe(BLOCKED)
  expect(script.type).toBe('text/plain')
})

test('a script that gets a blocked address keeps its type in data-type', () => {
  startBlocking()
  const script = document.createElement('script')
  script.type = 'module'
  script.src = BLOCKED
  expect(attributes(script)).toMatchObject({ type: 'text/plain', 'data-type': 'module' })
})

test.each(WAYS)(
  'a blocked script does not run when its type is set by %s after the address',
  (_, give) => {
    startBlocking()
    const script = document.createElement('script')
    script.src = BLOCKED
    give(script, 'type', 'text/javascript')
    // Inserting the script would run it, so the interceptor of the insertion blocks the script
    // again.
    document.head.append(script)
    onTestFinished(() => script.remove())
    expect(attributes(script)).toMatchObject({
      type: 'text/plain',
      'data-type': 'text/javascript',
    })
  },
)

test('a script that is not blocked gets its address and its type', () => {
  const { allow } = startBlocking()
  allow()
  const script = document.createElement('script')
  script.src = BLOCKED
  script.type = 'module'
  expect(attributes(script)).toEqual({ src: BLOCKED, type: 'module' })
})

test.each(WAYS)(
  'an iframe that gets a blocked address by %s is blocked and has no src',
  (_, give) => {
    startBlocking()
    const frame = document.createElement('iframe')
    give(frame, 'src', BLOCKED)
    expect(frame.getAttribute('src') ?? '').toBe('')
    expect(attributes(frame)).toMatchObject({
      'data-src': BLOCKED,
      'data-consent': 'analytics',
    })
  },
)

test('an iframe with content is emptied when it gets a blocked address', () => {
  startBlocking()
  const frame = document.createElement('iframe')
  frame.src = 'about:blank'
  document.body.append(frame)
  frame.src = BLOCKED
  expect(attributes(frame)).toEqual({ 'data-src': BLOCKED, 'data-consent': 'analytics' })
  expect(frame.parentNode).toBe(document.body)
})

test.each(WAYS)(
  'a blocked iframe that gets an address by %s that is not blocked is unblocked',
  (_, give) => {
    startBlocking()
    const frame = document.createElement('iframe')
    frame.src = BLOCKED
    frame.src = ''
    expect(frame.dataset).toMatchObject({ src: BLOCKED })
    give(frame, 'src', '/own')
    expect(attributes(frame)).toEqual({ src: '/own' })
  },
)

test('an iframe with data-consent in the HTML keeps its data-src', () => {
  startBlocking()
  document.body.innerHTML = `<iframe data-consent="analytics" data-src="${BLOCKED}"></iframe>`
  const [frame] = document.body.children
  frame?.setAttribute('src', 'about:blank')
  expect((frame as HTMLElement).dataset).toMatchObject({ src: BLOCKED, consent: 'analytics' })
})

test.each(['data-src', 'srcdoc', 'data-href', 'title'])(
  'a blocked iframe keeps its blocked address when the page sets its %s',
  name => {
    startBlocking()
    const frame = document.createElement('iframe')
    frame.src = BLOCKED
    frame.setAttribute(name, BLOCKED)
    expect(frame.dataset).toMatchObject({ src: BLOCKED, consent: 'analytics' })
  },
)

test('a blocked address can be set as any other attribute', () => {
  startBlocking()
  const element = document.createElement('div')
  const image = document.createElement('img')
  element.setAttribute('src', BLOCKED)
  image.setAttribute('title', BLOCKED)
  image.setAttribute('data-src', BLOCKED)
  expect(attributes(element)).toEqual({ src: BLOCKED })
  expect(attributes(image)).toEqual({ title: BLOCKED, 'data-src': BLOCKED })
})

test.each([
  ['script', 'src'],
  ['iframe', 'src'],
  ['link', 'href'],
])('a %s of plain XML, such as a feed, keeps its %s', (name, attribute) => {
  startBlocking()
  const element = document.createElementNS('urn:feed', name)
  // As browsers have it.
  Object.defineProperty(element, 'dataset', { value: undefined })
  element.setAttribute(attribute, BLOCKED)
  expect(attributes(element)).toEqual({ [attribute]: BLOCKED })
})

test('a blocked image does not throw when no event can be created [5]', () => {
  vi.useFakeTimers()
  const Broken = vi.fn(function broken() {
    throw new TypeError('broken')
  })
  vi.stubGlobal('Event', Broken)
  onTestFinished(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
  startBlocking()
  const image = new Image()
  image.src = BLOCKED
  expect(() => vi.runAllTimers()).not.toThrow()
  expect(Broken).toHaveBeenCalledOnce()
  expect(image.hasAttribute('src')).toBe(false)
})
