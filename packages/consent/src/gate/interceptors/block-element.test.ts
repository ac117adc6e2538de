// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import {
  blockAddress,
  blockedByAttribute,
  blockIfNeeded,
  blockIntercepted,
  blockScript,
  forgetBlocked,
  isAddress,
  scriptAddress,
} from './block-element.ts'
import { INTERCEPTED } from './intercepted.ts'

const BLOCKED = 'https://chat.test/widget.js'

const blockedBy = (address: string) => (address === BLOCKED ? 'support' : undefined)

const element = <Name extends 'script' | 'iframe' | 'img'>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  return made
}

const isMarked = (of: Element) => Reflect.get(of, INTERCEPTED) === true

test('a script with a blocked address becomes blocked markup with the category that opens it, and is marked', () => {
  const script = element('script', { src: BLOCKED, type: 'module', class: 'x' })
  blockIfNeeded(blockedBy, script)
  expect(script.type).toBe('text/plain')
  expect(script.getAttribute('src')).toBe(BLOCKED)
  expect({ ...script.dataset }).toEqual({ type: 'module', consent: 'support' })
  expect(isMarked(script)).toBe(true)
})

test('an iframe with a blocked address is blocked and has no src', () => {
  const frame = element('iframe', { src: BLOCKED })
  blockIfNeeded(blockedBy, frame)
  expect(frame.hasAttribute('src')).toBe(false)
  expect({ ...frame.dataset }).toEqual({ src: BLOCKED, consent: 'support' })
})

test.each<[string, Readonly<Record<string, string>>]>([
  ['has another address', { src: '/own.js' }],
  ['has an empty address', { src: '' }],
  ['has no address', {}],
  [
    'is blocked markup already',
    { src: BLOCKED, type: 'text/plain', 'data-consent': 'marketing', 'data-type': 'module' },
  ],
])('a script that %s is not changed and not marked', (_, attributes) => {
  const script = element('script', attributes)
  const before = script.outerHTML
  blockIfNeeded(blockedBy, script)
  expect(script.outerHTML).toBe(before)
  expect(isMarked(script)).toBe(false)
})

test.each(['script', 'iframe'])('a %s of plain XML, such as a feed, is not blocked', name => {
  const made = document.createElementNS('urn:feed', name)
  // As browsers have it.
  Object.defineProperty(made, 'dataset', { value: undefined })
  made.setAttribute('src', BLOCKED)
  blockIfNeeded(blockedBy, made)
  expect(made.getAttributeNames()).toEqual(['src'])
})

test.each([true, false])(
  'a blocked script gets the async attribute exactly when its async property is true: %j',
  isAsync => {
    const script = element('script', { src: BLOCKED })
    // As in browsers, a script that code has created is async without the attribute.
    Object.defineProperty(script, 'async', {
      get: () => isAsync,
      set: value => script.toggleAttribute('async', value),
    })
    blockIfNeeded(blockedBy, script)
    expect(script.hasAttribute('async')).toBe(isAsync)
  },
)

test('blockIntercepted blocks and marks an element by an address that is about to be set', () => {
  const script = element('script')
  blockIntercepted(script, 'src', BLOCKED, 'support')
  expect(script.type).toBe('text/plain')
  const frame = element('iframe', { src: '/own' })
  blockIntercepted(frame, 'src', BLOCKED, 'support')
  expect({ ...frame.dataset }).toEqual({ src: BLOCKED, consent: 'support' })
  expect([script, frame].map(isMarked)).toEqual([true, true])
})

test('forgetBlocked removes the address of an iframe that an interceptor has blocked, and of no other', () => {
  const frame = element('iframe')
  blockIntercepted(frame, 'src', BLOCKED, 'support')
  forgetBlocked(frame)
  expect({ ...frame.dataset }).toEqual({})
  const written = element('iframe', { 'data-src': BLOCKED, 'data-consent': 'support' })
  forgetBlocked(written)
  expect({ ...written.dataset }).toEqual({ src: BLOCKED, consent: 'support' })
})

/** Returns the category that opens a blocked address in an attribute of an element. */
const keyIn = (of: HTMLElement, name: string, value = BLOCKED) =>
  isAddress(of, name) ? blockedByAttribute(blockedBy, name, value) : undefined

test.each([
  ...['src', 'SRC', 'srcset', 'srcSet', 'href', 'xlink:href', 'x:HREF', 'a.b-c:href', 'data'],
  ...['poster', 'imagesrcset', 'imageSrcset'],
])('the attribute %s is an address', name => {
  expect(keyIn(element('script'), name)).toBe('support')
  expect(keyIn(element('script'), name, '/own')).toBeUndefined()
})

test.each(['title', 'data-src', 'data-srcset', 'hrefs', 'xsrc', 'alt', 'srcdoc', ''])(
  'the attribute "%s" is not an address',
  name => expect(keyIn(element('script'), name)).toBeUndefined(),
)

test.each([`${BLOCKED} 1x`, `/own 1x, ${BLOCKED} 2x`, `/own,\n${BLOCKED}`])(
  'finds a blocked address among several: %j',
  value => expect(keyIn(element('img'), 'srcset', value)).toBe('support'),
)

test('scriptAddress returns the src, or the href of a script of SVG', () => {
  expect(scriptAddress(element('script', { src: '/a.js' }))).toBe('/a.js')
  expect(scriptAddress(element('iframe'))).toBeNull()
  for (const name of ['href', 'xlink:href']) {
    const script = document.createElementNS('http://www.w3.org/2000/svg', 'script')
    const namespace = name === 'href' ? null : 'http://www.w3.org/1999/xlink'
    script.setAttributeNS(namespace, name, '/b.js')
    expect(scriptAddress(script)).toBe('/b.js')
  }
})

test('a blocked script without a type gets no data-type', () => {
  const script = element('script')
  blockScript(script)
  expect(script.outerHTML).toBe('<script type="text/plain"></script>')
})

test.each([
  ['with content is inserted again in its place, so that it is empty', { src: '/own' }, 1],
  ['without an address is not inserted again', {}, 0],
])('a blocked iframe %s', (_, attributes, times) => {
  document.body.innerHTML = '<p></p><p></p>'
  const frame = element('iframe', attributes as Readonly<Record<string, string>>)
  document.body.firstChild?.after(frame)
  const before = [...document.body.children]
  const remove = vi.spyOn(Node.prototype, 'removeChild')
  blockAddress(frame, 'src', BLOCKED)
  expect(remove).toHaveBeenCalledTimes(times)
  remove.mockRestore()
  expect([...document.body.children]).toEqual(before)
  expect(frame.hasAttribute('src')).toBe(false)
  expect(frame.dataset['src']).toBe(BLOCKED)
})
