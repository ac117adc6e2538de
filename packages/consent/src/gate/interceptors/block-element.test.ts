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

const element = <Name extends 'script' | 'iframe'>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  return made
}

test('a script with a blocked address becomes blocked markup with the category that opens it', () => {
  const script = element('script', { src: BLOCKED, type: 'module', class: 'x' })
  blockIfNeeded(blockedBy, script)
  expect(script.type).toBe('text/plain')
  expect(script.getAttribute('src')).toBe(BLOCKED)
  expect({ ...script.dataset }).toEqual({ type: 'module', consent: 'support' })
})

test('an element that an interceptor blocks has INTERCEPTED, an element that was blocked markup does not', () => {
  const isMarked = (script: HTMLScriptElement) => Reflect.get(script, INTERCEPTED) === true
  const put = element('script', { src: BLOCKED })
  blockIfNeeded(blockedBy, put)
  expect(isMarked(put)).toBe(true)
  const written = element('script', { src: BLOCKED, type: 'text/plain' })
  blockIfNeeded(blockedBy, written)
  expect(isMarked(written)).toBe(false)
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

test('an iframe with a blocked address is blocked and has no src', () => {
  const frame = element('iframe', { src: BLOCKED })
  blockIfNeeded(blockedBy, frame)
  expect(frame.hasAttribute('src')).toBe(false)
  expect({ ...frame.dataset }).toEqual({ src: BLOCKED, consent: 'support' })
})

test('blockIntercepted blocks an element by an address that is about to be set', () => {
  const script = element('script')
  blockIntercepted(script, 'src', BLOCKED, 'support')
  expect(script.type).toBe('text/plain')
  const frame = element('iframe', { src: '/own' })
  blockIntercepted(frame, 'src', BLOCKED, 'support')
  expect({ ...frame.dataset }).toEqual({ src: BLOCKED, consent: 'support' })
  for (const blocked of [script, frame]) expect(Reflect.get(blocked, INTERCEPTED)).toBe(true)
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
const openerIn = (of: Element, name: string, value: string) =>
  isAddress(of as HTMLElement, name) ? blockedByAttribute(blockedBy, name, value) : undefined

test.each([
  'src',
  'SRC',
  'srcset',
  'srcSet',
  'href',
  'xlink:href',
  'x:HREF',
  'data',
  'poster',
  'imagesrcset',
  'imageSrcset',
])('the attribute %s is an address', name => {
  expect(openerIn(element('script'), name, BLOCKED)).toBe('support')
  expect(openerIn(element('script'), name, '/own')).toBeUndefined()
})

test.each(['title', 'data-src', 'data-srcset', 'hrefs', 'xsrc', 'alt', 'srcdoc', ''])(
  'the attribute "%s" is not an address',
  name => {
    expect(openerIn(element('script'), name, BLOCKED)).toBeUndefined()
  },
)

test.each([`${BLOCKED} 1x`, `/own 1x, ${BLOCKED} 2x`, `/own,\n${BLOCKED}`])(
  'finds a blocked address among several: %j',
  value => {
    const image = document.createElement('img')
    expect(openerIn(image, 'srcset', value)).toBe('support')
  },
)

test.each(['/own.js', '', undefined])('does not block an element with the address %j', address => {
  const script = element('script', address === undefined ? {} : { src: address })
  const before = script.outerHTML
  blockIfNeeded(blockedBy, script)
  expect(script.outerHTML).toBe(before)
})

test('blocked markup keeps its data-consent and its type', () => {
  const script = element('script', {
    src: BLOCKED,
    type: 'text/plain',
    'data-consent': 'marketing',
    'data-type': 'module',
  })
  const before = script.outerHTML
  blockIfNeeded(blockedBy, script)
  expect(script.outerHTML).toBe(before)
})

test.each(['script', 'iframe'])('a %s of plain XML is not blocked', name => {
  const made = document.createElementNS('urn:feed', name)
  // As browsers have it.
  Object.defineProperty(made, 'dataset', { value: undefined })
  made.setAttribute('src', BLOCKED)
  blockIfNeeded(blockedBy, made)
  expect(made.getAttributeNames()).toEqual(['src'])
})

test('scriptAddress returns the src, or the href of a script of SVG', () => {
  expect(scriptAddress(element('script', { src: '/a.js' }))).toBe('/a.js')
  expect(scriptAddress(element('iframe'))).toBeNull()
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'script')
  svg.setAttribute('href', '/b.js')
  expect(scriptAddress(svg)).toBe('/b.js')
  const old = document.createElementNS('http://www.w3.org/2000/svg', 'script')
  old.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', '/c.js')
  expect(scriptAddress(old)).toBe('/c.js')
})

test('a blocked script without a type gets no data-type', () => {
  const script = element('script')
  blockScript(script)
  expect(script.outerHTML).toBe('<script type="text/plain"></script>')
})

test('a blocked iframe is inserted again in its place, so that it is empty', () => {
  document.body.innerHTML = '<p></p><iframe src="/own"></iframe><p></p>'
  const frame = document.querySelector('iframe') as HTMLIFrameElement
  const before = [...document.body.children]
  const remove = vi.spyOn(Node.prototype, 'removeChild')
  blockAddress(frame, 'src', BLOCKED)
  expect(remove).toHaveBeenCalledOnce()
  remove.mockRestore()
  expect([...document.body.children]).toEqual(before)
  expect(frame.hasAttribute('src')).toBe(false)
})

test('a blocked iframe without an address is not inserted again', () => {
  document.body.innerHTML = '<iframe></iframe>'
  const frame = document.querySelector('iframe') as HTMLIFrameElement
  const remove = vi.spyOn(Node.prototype, 'removeChild')
  blockAddress(frame, 'src', BLOCKED)
  expect(remove).not.toHaveBeenCalled()
  remove.mockRestore()
  expect(frame.dataset['src']).toBe(BLOCKED)
})
