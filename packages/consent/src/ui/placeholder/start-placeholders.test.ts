// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }

import { atom } from 'nanostores'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { AnyConsent } from '../../core/index.ts'
import { type Placeholders, startPlaceholders } from './start-placeholders.ts'

const fakeConsent = () => {
  const granted = { analytics: false, marketing: false }
  const state = { status: 'undecided', granted, without: [], language: 'en' }
  const $state = atom(state)
  const change = (part: Partial<typeof state>) => $state.set({ ...$state.get(), ...part })
  const decide = vi.fn((choices: Record<string, boolean>) =>
    change({ granted: { ...$state.get().granted, ...choices } }),
  )
  const openPreferences = vi.fn()
  const consent = { options: {}, $state, decide, openPreferences } as unknown as AnyConsent
  return { consent, change, decide, openPreferences }
}

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
  return {
    root,
    allow: find('allow'),
    preferences: find('open-preferences'),
    about: find('about').textContent,
    group: root.querySelector('[role=group]'),
  }
}

let placeholders: Placeholders | undefined

const start = async (
  { consent }: ReturnType<typeof fakeConsent>,
  ...iframes: readonly HTMLIFrameElement[]
) => {
  placeholders = startPlaceholders(consent)
  for (const iframe of iframes) placeholders.show(iframe)
  if (iframes[0])
    await vi.waitFor(() => expect(boxes(iframes[0]?.getRootNode() as ParentNode)).not.toEqual([]))
  return placeholders
}

afterEach(() => {
  placeholders?.stop()
  document.body.replaceChildren()
})

describe('the placeholder of an iframe', () => {
  test('takes the place of the iframe, as a group with its title or source, and says in a button what showing it allows', async () => {
    const iframe = addIframe({ title: 'Product tour' })
    await start(fakeConsent(), iframe, addIframe())
    const { about, allow, root } = inside()
    expect(about).toBe(
      'This content comes from video.example. Showing it sends data such as your IP address there, and allows optional cookies for advertising on this site.',
    )
    expect(boxes()[0]?.lang).toBe('en')
    expect(boxes().map(box => inside(box).group?.getAttribute('aria-label'))).toEqual([
      'Product tour',
      'video.example',
    ])
    expect(allow.localName).toBe('button')
    expect(root.getElementById(allow.getAttribute('aria-describedby') ?? '')?.id).toBe('about')
    expect(iframe.previousSibling).toBe(boxes()[0])
    expect(iframe.style.display).toBe('none')
  })

  test('shows titles and hosts as text, also when they contain markup', async () => {
    const hostile = '<img src=x onerror=alert(1)>'
    await start(fakeConsent(), addIframe({ title: hostile, 'data-consent': hostile }))
    expect(inside().root.querySelector('img')).toBeNull()
    expect(inside().root.querySelector('strong')?.textContent).toBe(hostile)
  })

  test('keeps the text nodes of its buttons when drawn again, so that no click on them is lost', async () => {
    await start(fakeConsent(), addIframe())
    const texts = () => [inside().allow, inside().preferences].map(button => button.firstChild)
    const before = texts()
    window.dispatchEvent(new Event('resize'))
    for (const [at, text] of texts().entries()) expect(text).toBe(before[at])
  })

  test('offers no button to allow a purpose that does not exist, and says so', async () => {
    await start(fakeConsent(), addIframe({ 'data-consent': 'chat' }))
    expect(inside().allow.hidden).toBe(true)
    expect(inside().about).toContain('cannot be given here')
  })

  test('opens the preferences and decides nothing, or allows its category and no other and moves the focus to the iframe', async () => {
    const fake = fakeConsent()
    const iframe = addIframe()
    await start(fake, iframe)
    inside().preferences.click()
    expect(fake.openPreferences).toHaveBeenCalledOnce()
    expect(fake.decide).not.toHaveBeenCalled()
    inside().allow.click()
    const origin = { surface: 'inline', without: [] }
    expect(fake.decide.mock.calls).toEqual([[{ marketing: true }, origin]])
    expect(boxes()).toEqual([])
    expect(iframe.hasAttribute('style')).toBe(false)
    expect(document.activeElement).toBe(iframe)
  })
})

describe('the placeholder is removed', () => {
  test('when its category is granted elsewhere, without taking the focus, and shown again at the withdrawal', async () => {
    const fake = fakeConsent()
    const other = addIframe({ 'data-consent': 'analytics' })
    await start(fake, addIframe(), other)
    fake.change({ granted: { analytics: false, marketing: true } })
    expect(boxes().map(({ nextSibling }) => nextSibling)).toEqual([other])
    expect(document.activeElement).toBe(document.body)
    fake.change({ granted: { analytics: false, marketing: false } })
    expect(boxes()).toHaveLength(2)
  })

  test.each([
    ['gets a source', (iframe: Element) => iframe.setAttribute('src', 'about:blank#1')],
    ['loses its data-src', (iframe: Element) => iframe.removeAttribute('data-src')],
    ['is removed', (iframe: Element) => iframe.remove()],
  ])('when the iframe %s', async (_, act) => {
    const iframe = addIframe({ style: 'border:0' })
    await start(fakeConsent(), iframe)
    act(iframe)
    await vi.waitFor(() => expect(boxes()).toEqual([]))
    expect(iframe.getAttribute('style')).toBe('border:0')
  })

  test('and is shown again when the page inserts the iframe again', async () => {
    const iframe = addIframe()
    const { show } = await start(fakeConsent(), iframe)
    iframe.remove()
    await vi.waitFor(() => expect(boxes()).toEqual([]))
    document.body.append(iframe)
    show(iframe)
    expect(boxes()).toHaveLength(1)
  })

  test('with all other changes of the page when the placeholders are stopped', async () => {
    const before = document.documentElement.outerHTML
    const iframe = addIframe({ style: 'border:0;WIDTH:100%' })
    const { outerHTML } = iframe
    const fake = fakeConsent()
    const { stop } = await start(fake, iframe)
    stop()
    expect(iframe.outerHTML).toBe(outerHTML)
    fake.change({ language: 'ja' })
    iframe.remove()
    expect(document.documentElement.outerHTML).toBe(before)
  })
})

describe('an iframe', () => {
  test('has one placeholder when reported twice, and another element has none', async () => {
    const iframe = addIframe()
    const { show } = await start(fakeConsent(), iframe, iframe)
    show(document.body)
    show(undefined)
    expect(boxes()).toHaveLength(1)
  })

  test('takes its placeholder along when the page moves the iframe', async () => {
    const iframe = addIframe()
    await start(fakeConsent(), iframe)
    const section = document.body.appendChild(document.createElement('section'))
    section.append(iframe)
    await vi.waitFor(() => expect(boxes(section)).toHaveLength(1))
    expect(boxes()).toHaveLength(1)
  })

  test('stays hidden when the page writes its style, and has that style afterwards', async () => {
    const iframe = addIframe()
    const { stop } = await start(fakeConsent(), iframe)
    iframe.setAttribute('style', 'width: 50%;')
    await vi.waitFor(() => expect(iframe.style.display).toBe('none'))
    stop()
    expect(iframe.getAttribute('style')).toBe('width: 50%;')
  })

  test('has a placeholder in its shadow root, also when the browser cannot adopt a style sheet', async () => {
    vi.stubGlobal('CSSStyleSheet', undefined)
    const host = document.body.appendChild(document.createElement('div'))
    const root = host.attachShadow({ mode: 'open' })
    await start(fakeConsent(), addIframe({}, root))
    const [box, ...more] = boxes(root)
    expect(inside(box).root.querySelectorAll('style')).toHaveLength(1)
    expect([...more, ...boxes()]).toEqual([])
  })
})
