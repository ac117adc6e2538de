// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }

import { afterEach, expect, test, vi } from 'vitest'
import { clickAsPerson } from '../../../../../test/support/click-as-person.ts'
import { createTestConsent } from '../../testing/create-test-consent.ts'
import { type Placeholders, startPlaceholders } from './start-placeholders.ts'

const addIframe = (attributes: Record<string, string> = {}, parent: Node = document.body) => {
  const iframe = document.createElement('iframe')
  const given = { 'data-consent': 'marketing', 'data-src': 'https://video.example/embed/1' }
  for (const [name, value] of Object.entries({ ...given, ...attributes }))
    iframe.setAttribute(name, value)
  return parent.appendChild(iframe)
}

const boxes = (root: ParentNode = document) => [
  ...root.querySelectorAll<HTMLElement>('spaceone-consent-placeholder'),
]

const inside = (box = boxes()[0]) => {
  const root = box?.shadowRoot as ShadowRoot
  const find = (id: string) => root.getElementById(id) as HTMLElement
  return { root, allow: find('allow'), preferences: find('open-preferences'), about: find('about') }
}

let placeholders: Placeholders | undefined

const start = async (...iframes: readonly HTMLIFrameElement[]) => {
  const consent = createTestConsent({ categories: { analytics: {}, marketing: {} } })
  placeholders = startPlaceholders(consent)
  for (const iframe of iframes) placeholders.show(iframe)
  await vi.waitFor(() => expect(boxes(iframes[0]?.getRootNode() as ParentNode)).not.toEqual([]))
  return { consent, ...placeholders }
}

afterEach(() => {
  placeholders?.stop()
  document.body.replaceChildren()
})

const SOURCES = [
  ['https://video.example/embed/1?autoplay=1', 'video.example'],
  ['https://www.video.example/', 'video.example'],
  ['//maps.example:8443/', 'maps.example'],
  ['https://video.example@evil.example/', 'evil.example'],
  ...['data:text/html,hello', 'about:blank', 'https://'].map(none => [none, 'another provider']),
]

test('a placeholder has the title, with markup as text, or the host of its iframe, and no button to allow a purpose that does not exist', async () => {
  const hostile = '<img src=x onerror=alert(1)>'
  const titled = addIframe({ title: hostile, 'data-consent': hostile })
  await start(titled, ...SOURCES.map(([source = '']) => addIframe({ 'data-src': source })))
  const labels = boxes().map(box =>
    inside(box).root.querySelector('[role=group]')?.getAttribute('aria-label'),
  )
  expect(labels).toEqual([hostile, ...SOURCES.map(([, name]) => name)])
  const { root, allow, about } = inside()
  expect(root.querySelector('img')).toBeNull()
  expect(root.querySelector('strong')?.textContent).toBe(hostile)
  expect(allow.hidden).toBe(true)
  expect(about.textContent).toContain('cannot be given here')
})

test.each([
  [{}, 'cookies for films on'],
  [{ placeholder: { purposes: { marketing: 'videos' } } }, 'cookies for videos on'],
])(
  'a placeholder names a purpose as the site does in the banner, unless %j names it',
  async (own, name) => {
    const consent = createTestConsent({ categories: { marketing: {} } })
    const banner = { purposes: { marketing: 'films' } }
    placeholders = startPlaceholders(consent, { texts: { en: { banner, ...own } } })
    placeholders.show(addIframe())
    await vi.waitFor(() => expect(inside().about.textContent).toContain(name))
  },
)

test('a placeholder keeps the text nodes of its buttons when drawn again, so that no click on them is lost', async () => {
  await start(addIframe())
  const texts = () => [inside().allow, inside().preferences].map(button => button.firstChild)
  const before = texts()
  window.dispatchEvent(new Event('resize'))
  for (const [at, text] of texts().entries()) expect(text).toBe(before[at])
})

test('a placeholder allows its category and no other', async () => {
  const { consent } = await start(addIframe(), addIframe({ 'data-consent': 'analytics' }))
  clickAsPerson(inside().allow)
  expect(consent.$state.get()).toMatchObject({ pending: ['analytics'], record: { s: 'inline' } })
  expect(boxes()).toHaveLength(1)
})

test.each([
  ['gets a source', (iframe: Element) => iframe.setAttribute('src', 'about:blank#1')],
  ['loses its data-src', (iframe: Element) => iframe.removeAttribute('data-src')],
  ['is removed', (iframe: Element) => iframe.remove()],
])('a placeholder is removed when the iframe %s, and shown when it is back', async (_, act) => {
  const iframe = addIframe({ style: 'border:0' })
  const { show } = await start(iframe)
  act(iframe)
  await vi.waitFor(() => expect(boxes()).toEqual([]))
  expect(iframe.getAttribute('style')).toBe('border:0')
  iframe.removeAttribute('src')
  iframe.setAttribute('data-src', 'https://video.example/')
  document.body.append(iframe)
  show(iframe)
  expect(boxes()).toHaveLength(1)
})

test('an iframe that is reported twice has one placeholder, which moves with the iframe, and another element has none', async () => {
  const iframe = addIframe()
  const { show } = await start(iframe, iframe)
  for (const other of [document.body, undefined]) show(other)
  const section = document.body.appendChild(document.createElement('section'))
  section.append(iframe)
  await vi.waitFor(() => expect(boxes(section)).toHaveLength(1))
  expect(boxes()).toHaveLength(1)
})

test('an iframe stays hidden when the page writes its style; all other changes of the page end with the placeholders', async () => {
  const before = document.documentElement.outerHTML
  const style = 'border:0;WIDTH:100%;display:inline !important'
  const [iframe, other] = [addIframe({ style }), addIframe({ style: 'display: block;' })]
  const { outerHTML } = iframe
  const { stop, consent } = await start(iframe, other)
  other.setAttribute('style', 'display: inline; width: 50%;')
  await vi.waitFor(() => expect(other.style.display).toBe('none'))
  stop()
  expect(other.getAttribute('style')).toBe('display: inline; width: 50%;')
  expect(iframe.outerHTML).toBe(outerHTML)
  consent.setLanguage('ja')
  for (const one of [iframe, other]) one.remove()
  expect(document.documentElement.outerHTML).toBe(before)
})

test('an iframe has a placeholder in its shadow root, also when the browser cannot adopt a style sheet', async () => {
  vi.stubGlobal('CSSStyleSheet', undefined)
  const host = document.body.appendChild(document.createElement('div'))
  const root = host.attachShadow({ mode: 'open' })
  await start(addIframe({}, root))
  const [box, ...more] = boxes(root)
  expect(inside(box).root.querySelectorAll('style')).toHaveLength(1)
  expect([...more, ...boxes()]).toEqual([])
})
