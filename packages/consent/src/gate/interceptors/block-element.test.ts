// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { INTERCEPTED } from '../../shared/platform.ts'
import {
  blockAddress,
  blockElement,
  blockIfNeeded,
  forgetBlocked,
  isAddress,
  missingGrantIn,
  scriptAddress,
} from './block-element.ts'

const BLOCKED = 'https://chat.test/widget.js'
const SVG = 'http://www.w3.org/2000/svg'

const missingGrant = (address: string) => (address === BLOCKED ? 'support' : undefined)

type Attributes = Readonly<Record<string, string>>

const element = (name: string, attributes: Attributes = {}, namespace?: string) => {
  const made = namespace ? document.createElementNS(namespace, name) : document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  return made as HTMLElement
}

const isMarked = (of: Element) => Reflect.get(of, INTERCEPTED) === true

const attributesOf = ({ attributes }: Element) =>
  Object.fromEntries([...attributes].map(({ name, value }) => [name, value]))

const FRAME = { 'data-src': BLOCKED, 'data-consent': 'support' }

test.each<[string, string, Attributes, Attributes]>([
  [
    'a script becomes blocked markup with the category that opens it',
    'script',
    { src: BLOCKED, type: 'module', class: 'x' },
    {
      ...{ src: BLOCKED, type: 'text/plain', class: 'x' },
      ...{ 'data-type': 'module', 'data-consent': 'support' },
    },
  ],
  ['an iframe has no src', 'iframe', { src: BLOCKED }, FRAME],
])('with a blocked address %s, and is marked', (_, name, before, after) => {
  const made = element(name, before)
  blockIfNeeded(missingGrant, made)
  expect(attributesOf(made)).toEqual(after)
  expect(isMarked(made)).toBe(true)
})

test.each<[string, Attributes, name?: string]>([
  ['has another address', { src: '/own.js' }],
  ['has an empty address', { src: '' }],
  ['has no address', {}],
  [
    'is blocked markup already',
    { src: BLOCKED, type: 'text/plain', 'data-consent': 'marketing', 'data-type': 'module' },
  ],
  ['is a script of plain XML, such as a feed', { src: BLOCKED }, 'script'],
  ['is an iframe of plain XML', { src: BLOCKED }, 'iframe'],
])('an element that %s is not changed and not marked', (_, attributes, ofXml) => {
  const made = element(ofXml ?? 'script', attributes, ofXml && 'urn:feed')
  // In browsers an element of plain XML has no `dataset`.
  if (ofXml) Object.defineProperty(made, 'dataset', { value: undefined })
  blockIfNeeded(missingGrant, made)
  expect(attributesOf(made)).toEqual(attributes)
  expect(isMarked(made)).toBe(false)
})

test.each<[string, string, Attributes, isBlocked: boolean]>([
  ['without a type', 'script', {}, true],
  ['with a type of JavaScript', 'script', { type: 'text/javascript' }, true],
  ['that is a module', 'script', { type: 'module' }, true],
  ['with a type of data', 'script', { type: 'application/json' }, false],
  ['whose category is granted', 'script', { 'data-consent': 'ads', title: 'support' }, false],
  ['of another element', 'link', {}, false],
])('inline code %s is blocked by its data-consent: %s %j %j', (_, name, attributes, isBlocked) => {
  const made = element(name, { 'data-consent': 'support', ...attributes })
  blockIfNeeded(value => (value === 'support' ? value : undefined), made)
  const type = isBlocked ? 'text/plain' : attributes['type']
  expect([made.getAttribute('type') ?? undefined, isMarked(made)]).toEqual([type, isBlocked])
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
    blockIfNeeded(missingGrant, script)
    expect(script.hasAttribute('async')).toBe(isAsync)
  },
)

test('blockElement blocks and marks an element by an address that is about to be set, and forgetBlocked removes the address of such an iframe alone', () => {
  const [script, frame] = [element('script'), element('iframe', { src: '/own' })]
  for (const made of [script, frame]) blockElement(made, 'src', BLOCKED, 'support', true)
  expect(script.outerHTML).toBe('<script type="text/plain" data-consent="support"></script>')
  expect(attributesOf(frame)).toEqual(FRAME)
  expect([script, frame].map(isMarked)).toEqual([true, true])
  const written = element('iframe', FRAME)
  for (const made of [frame, written]) forgetBlocked(made)
  expect([frame, written].map(attributesOf)).toEqual([{}, FRAME])
})

const keyIn = (name: string, value = BLOCKED) =>
  isAddress(element('img'), name) ? missingGrantIn(missingGrant, name, value) : undefined

test('an address is searched in the attributes that request it, in any spelling', () => {
  for (const name of [
    ...['src', 'SRC', 'srcset', 'srcSet', 'href', 'xlink:href', 'x:HREF', 'a.b-c:href', 'data'],
    ...['poster', 'imagesrcset', 'imageSrcset'],
  ])
    expect([keyIn(name), keyIn(name, '/own')], name).toEqual(['support', undefined])
  for (const name of ['title', 'data-src', 'data-srcset', 'hrefs', 'xsrc', 'alt', 'srcdoc', ''])
    expect(keyIn(name), name).toBeUndefined()
  for (const value of [`${BLOCKED} 1x`, `/own 1x, ${BLOCKED} 2x`, `/own,\n${BLOCKED}`])
    expect(keyIn('srcset', value), value).toBe('support')
})

test('scriptAddress returns the src, or the href of a script of SVG', () => {
  expect(scriptAddress(element('script', { src: '/a.js' }))).toBe('/a.js')
  expect(scriptAddress(element('iframe'))).toBeNull()
  for (const name of ['href', 'xlink:href']) {
    const script = element('script', {}, SVG)
    script.setAttributeNS(name === 'href' ? null : 'http://www.w3.org/1999/xlink', name, '/b.js')
    expect(scriptAddress(script)).toBe('/b.js')
  }
})

test('an iframe that has loaded loses its address while it is out of the page, and is back in its place', () => {
  document.body.innerHTML = '<p></p><p></p>'
  const frame = element('iframe', { src: '/own' })
  document.body.firstChild?.after(frame)
  const before = [...document.body.children]
  const wasInPage: boolean[] = []
  frame.removeAttribute = name => {
    wasInPage.push(frame.isConnected)
    Element.prototype.removeAttribute.call(frame, name)
  }
  blockAddress(frame, 'src', BLOCKED)
  expect(wasInPage).toEqual([false])
  expect([...document.body.children]).toEqual(before)
  expect(attributesOf(frame)).toEqual({ 'data-src': BLOCKED })
})
