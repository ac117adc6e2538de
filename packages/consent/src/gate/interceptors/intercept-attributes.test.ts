// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import { BLOCKED, startBlocking } from '../../../../../test/support/start-blocking.ts'
import { ATTRIBUTE_WAYS, NODE_WAYS } from '../../../../../test/support/ways-in/attribute-ways.ts'

// What each kind of element requests, and every way to set its address, is tested in browsers with
// the tables of `test/support/ways-in`: happy-dom lacks some of the built-ins.

answerScripts()

/** Returns the attributes of an element by name. */
const attributes = (element: Element): Readonly<Record<string, string>> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))

// happy-dom does not support other setters of attribute nodes.
const WAYS = {
  ...ATTRIBUTE_WAYS,
  'the value of a node': NODE_WAYS['the value of an attribute node'],
}

test.each(Object.entries(WAYS))(
  'a blocked address that is set by %s is not requested',
  (_, set) => {
    startBlocking()
    const [image, script, frame] = (['img', 'script', 'iframe'] as const).map(name => {
      const element = document.createElement(name)
      element.id = 'own'
      set?.(element, 'src', BLOCKED)
      return element
    }) as [HTMLImageElement, HTMLScriptElement, HTMLIFrameElement]
    expect(image.getAttribute('src') ?? '').toBe('')
    expect(attributes(script)).toEqual({
      ...{ id: 'own', src: BLOCKED, type: 'text/plain' },
      'data-consent': 'analytics',
    })
    expect(frame.getAttribute('src') ?? '').toBe('')
    expect(frame.dataset).toMatchObject({ src: BLOCKED, consent: 'analytics' })

    set?.(image, 'src', '/own')
    expect(attributes(image)).toEqual({ id: 'own', src: '/own' })
    frame.src = ''
    expect(frame.dataset).toMatchObject({ src: BLOCKED })
    set?.(frame, 'src', '/own')
    expect(attributes(frame)).toEqual({ id: 'own', src: '/own' })
  },
)

test.each(['attributes.setNamedItem', 'attributes.setNamedItemNS'])(
  'a script without attributes gets no blocked address by %s',
  way => {
    startBlocking()
    const script = document.createElement('script')
    ATTRIBUTE_WAYS[way]?.(script, 'src', BLOCKED)
    expect(attributes(script)).toEqual({})
  },
)

test('a blocked address that is set by a property of a granted service is set unchanged', () => {
  startBlocking().allow()
  const script = document.createElement('script')
  script.src = BLOCKED
  script.type = 'module'
  expect(attributes(script)).toEqual({ src: BLOCKED, type: 'module' })
})

test('an image keeps its address when a blocked one is set, and dispatches load for the blocked one alone', async () => {
  startBlocking()
  const image = new Image()
  const onLoad = vi.fn()
  image.addEventListener('load', onLoad)
  const pause = () => new Promise(resolve => setTimeout(resolve, 5))
  image.src = '/logo.png'
  await pause()
  expect(onLoad).not.toHaveBeenCalled()
  image.src = BLOCKED
  await pause()
  expect(onLoad).toHaveBeenCalledOnce()
  expect(image.getAttribute('src')).toBe('/logo.png')
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

test('an iframe with content is emptied when it gets a blocked address', () => {
  startBlocking()
  const frame = document.createElement('iframe')
  frame.src = 'about:blank'
  document.body.append(frame)
  frame.src = BLOCKED
  expect(attributes(frame)).toEqual({ 'data-src': BLOCKED, 'data-consent': 'analytics' })
  expect(frame.parentNode).toBe(document.body)
})

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

test.each([
  ['a', 'href'],
  ['div', 'src'],
  ['img', 'title'],
  ['img', 'data-src'],
])('a blocked address can be set where it requests nothing: <%s %s>', (name, attribute) => {
  startBlocking()
  const element = document.createElement(name)
  element.setAttribute(attribute, BLOCKED)
  expect(attributes(element)).toEqual({ [attribute]: BLOCKED })
})

test('new Audio() and a class that extends Audio work as before, and get no blocked address', () => {
  const Original = window.Audio
  startBlocking()
  class Chime extends Audio {
    ring(): string {
      return 'ring'
    }
  }
  for (const Kind of [Audio, Chime]) {
    for (const audio of [new Kind(), new Kind(BLOCKED)]) {
      expect(audio).toBeInstanceOf(Kind)
      expect(audio).toBeInstanceOf(Original)
      expect(audio.hasAttribute('src')).toBe(false)
    }
    expect(new Kind('/own.mp3').getAttribute('src')).toBe('/own.mp3')
  }
  expect(new Chime().ring()).toBe('ring')
  expect(() => Reflect.apply(Audio, undefined, [])).toThrow(TypeError)
})
