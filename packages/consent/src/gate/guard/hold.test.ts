// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { GUARD } from './guard-symbol.ts'
import { addressOf, holdFrame, holdIfDenied, holdScript } from './hold.ts'

const REFUSED = 'https://chat.test/widget.js'

const deniedCategory = (address: unknown) => (`${address}` === REFUSED ? 'support' : undefined)

const element = <Name extends 'script' | 'iframe'>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  return made
}

test('a script with a refused address becomes held mark-up of the category that denies it', () => {
  const script = element('script', { src: REFUSED, type: 'module', class: 'x' })
  holdIfDenied(deniedCategory, script)
  expect(script.type).toBe('text/plain')
  expect(script.getAttribute('src')).toBe(REFUSED)
  expect({ ...script.dataset }).toEqual({ type: 'module', consent: 'support' })
})

test('what the guard holds bears its mark, and what its own mark-up holds does not', () => {
  const isMarked = (script: HTMLScriptElement) => Reflect.get(script, GUARD) === true
  const put = element('script', { src: REFUSED })
  holdIfDenied(deniedCategory, put)
  expect(isMarked(put)).toBe(true)
  const written = element('script', { src: REFUSED, type: 'text/plain' })
  holdIfDenied(deniedCategory, written)
  expect(isMarked(written)).toBe(false)
})

test.each([true, false])(
  'a script that is async without the attribute says so, one that is not does not: %j',
  isAsync => {
    const script = element('script', { src: REFUSED })
    // As browsers have it: what a script has made is async, and bears no attribute.
    Object.defineProperty(script, 'async', {
      get: () => isAsync,
      set: value => script.toggleAttribute('async', value),
    })
    holdIfDenied(deniedCategory, script)
    expect(script.hasAttribute('async')).toBe(isAsync)
  },
)

test('an iframe with a refused address waits without it', () => {
  const frame = element('iframe', { src: REFUSED })
  holdIfDenied(deniedCategory, frame)
  expect(frame.hasAttribute('src')).toBe(false)
  expect({ ...frame.dataset }).toEqual({ src: REFUSED, consent: 'support' })
})

test('goes by the address that an element is about to get', () => {
  const script = element('script')
  holdIfDenied(deniedCategory, script, REFUSED)
  expect(script.type).toBe('text/plain')
  const frame = element('iframe', { src: '/own' })
  holdIfDenied(deniedCategory, frame, REFUSED)
  expect(frame.dataset['src']).toBe(REFUSED)
})

test.each(['/own.js', '', undefined])('leaves alone what has %j for an address', address => {
  const script = element('script', address === undefined ? {} : { src: address })
  const before = script.outerHTML
  holdIfDenied(deniedCategory, script)
  expect(script.outerHTML).toBe(before)
})

test('what is held already keeps its mark and its type', () => {
  const script = element('script', {
    src: REFUSED,
    type: 'text/plain',
    'data-consent': 'marketing',
    'data-type': 'module',
  })
  const before = script.outerHTML
  holdIfDenied(deniedCategory, script)
  expect(script.outerHTML).toBe(before)
})

test.each(['script', 'iframe'])('a %s of plain XML does nothing, and is left alone', name => {
  const made = document.createElementNS('urn:feed', name)
  // As browsers have it.
  Object.defineProperty(made, 'dataset', { value: undefined })
  made.setAttribute('src', REFUSED)
  holdIfDenied(deniedCategory, made)
  expect(made.getAttributeNames()).toEqual(['src'])
})

test('an element’s address stands in src, or in the href of a script of SVG', () => {
  expect(addressOf(element('script', { src: '/a.js' }))).toBe('/a.js')
  expect(addressOf(element('iframe'))).toBeNull()
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'script')
  svg.setAttribute('href', '/b.js')
  expect(addressOf(svg)).toBe('/b.js')
  const old = document.createElementNS('http://www.w3.org/2000/svg', 'script')
  old.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', '/c.js')
  expect(addressOf(old)).toBe('/c.js')
})

test('a script without a type leaves no type to come back to', () => {
  const script = element('script')
  holdScript(script)
  expect(script.outerHTML).toBe('<script type="text/plain"></script>')
})

test('a frame in the page is begun anew, in its place, so that it shows nothing', () => {
  document.body.innerHTML = '<p></p><iframe src="/own"></iframe><p></p>'
  const frame = document.querySelector('iframe') as HTMLIFrameElement
  const remove = vi.spyOn(frame, 'remove')
  const before = [...document.body.children]
  holdFrame(frame, REFUSED)
  expect(remove).toHaveBeenCalledOnce()
  expect([...document.body.children]).toEqual(before)
  expect(frame.hasAttribute('src')).toBe(false)
})

test('a frame that has shown nothing stays where it is', () => {
  document.body.innerHTML = '<iframe></iframe>'
  const frame = document.querySelector('iframe') as HTMLIFrameElement
  const remove = vi.spyOn(frame, 'remove')
  holdFrame(frame, REFUSED)
  expect(remove).not.toHaveBeenCalled()
  expect(frame.dataset['src']).toBe(REFUSED)
})
