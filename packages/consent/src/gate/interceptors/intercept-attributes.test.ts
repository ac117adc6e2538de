// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import { BLOCKED, startBlocking } from '../../../../../test/support/start-blocking.ts'

// Browser tests show what each kind of element requests, and every way to set its address, with the
// tables of `test/support/ways-in`: happy-dom lacks some of the built-ins.

const attributes = (element: Element): Readonly<Record<string, string>> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))

const BLOCKED_FRAME = { 'data-src': BLOCKED, 'data-consent': 'analytics' }

test('an image keeps its address when a blocked one is set, and dispatches load for the blocked one alone', () => {
  vi.useFakeTimers()
  startBlocking()
  const image = new Image()
  const onLoad = vi.fn()
  image.addEventListener('load', onLoad)
  for (const [address, times] of [
    ['/logo.png', 0],
    [BLOCKED, 1],
  ] as const) {
    image.src = address
    vi.runAllTimers()
    expect(onLoad).toHaveBeenCalledTimes(times)
    expect(image.getAttribute('src')).toBe('/logo.png')
  }
})

test('a blocked image does not throw when no event can be created [5]', () => {
  vi.useFakeTimers()
  const Broken = vi.fn(broken)
  vi.stubGlobal('CustomEvent', Broken)
  startBlocking()
  new Image().src = BLOCKED
  expect(() => vi.runAllTimers()).not.toThrow()
  expect(Broken).toHaveBeenCalledOnce()
})

test('a blocked iframe forgets its blocked address when it gets another, and not when another attribute is set', () => {
  startBlocking()
  const frame = document.createElement('iframe')
  document.body.append(frame)
  frame.src = BLOCKED
  expect(attributes(frame)).toEqual(BLOCKED_FRAME)
  for (const name of ['src', 'data-src', 'srcdoc', 'data-href', 'title']) {
    frame.setAttribute(name, name === 'src' ? '' : BLOCKED)
    expect(attributes(frame)).toMatchObject(BLOCKED_FRAME)
  }
  frame.src = '/own'
  expect(Object.keys(attributes(frame))).toEqual(['src', 'srcdoc', 'data-href', 'title'])
})

test('a blocked address can be set where it requests nothing, and anywhere while granted', () => {
  const { allow } = startBlocking()
  const set = (name: string, attribute: string) => {
    const element = document.createElement(name)
    element.setAttribute(attribute, BLOCKED)
    expect(attributes(element)).toEqual({ [attribute]: BLOCKED })
  }
  for (const name of ['title', 'data-src']) set('img', name)
  set('a', 'href')
  set('div', 'src')
  allow()
  for (const name of ['img', 'script', 'iframe']) set(name, 'src')
})

test('new Audio() and a class that extends Audio work as before, and get no blocked address', () => {
  const Original = window.Audio
  startBlocking()
  class Chime extends Audio {
    ring = () => 'ring'
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
