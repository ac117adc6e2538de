// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }

import { afterEach, expect, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import { clickAsPerson } from '../../../../../test/support/click-as-person.ts'
import { redefine } from '../../../../../test/support/redefine.ts'
import type { AnyConsent } from '../../core/index.ts'
import { createTestConsent } from '../../testing/create-test-consent.ts'
import { mountView } from './mount-view.ts'

const named = (name: string) => ({ name, attach: () => () => {} })

const CATEGORIES = { analytics: { services: [named('Google Analytics')] }, marketing: {} }

/** Waits until `check` passes. The timeout is long because loading is slow on a busy machine. */
const soon = (check: () => void) => vi.waitFor(check, { interval: 1, timeout: 10_000 })

let unmount: (() => void) | undefined

afterEach(() => {
  unmount?.()
  document.body.replaceChildren()
})

const start = (given: object = {}, answers: Record<string, boolean> = {}) => {
  const policy = { version: '1', url: '/privacy' }
  const consent: AnyConsent = createTestConsent({ policy, categories: CATEGORIES, ...given })
  consent.decide(answers)
  unmount = mountView(consent, {})
  return consent
}

const mount = async (...given: Parameters<typeof start>) => {
  const consent = start(...given)
  const host = () => document.querySelector<HTMLElement>('spaceone-consent')
  const find = <Found extends HTMLElement>(id: string) =>
    (host()?.shadowRoot?.getElementById(id) ?? null) as Found | null
  const all = (selector: string) => [...(host()?.shadowRoot?.querySelectorAll(selector) ?? [])]
  const click = (id: string) => {
    const element = find(id)
    if (element) clickAsPerson(element)
  }
  const open = async () => {
    consent.openPreferences()
    await soon(() => expect(find('preferences')).not.toBeNull())
    return find('preferences') as HTMLDialogElement
  }
  if (consent.$view.get() === 'banner') await soon(() => expect(find('banner')).not.toBeNull())
  const recorded = () => {
    const { c, m, s } = consent.$state.get().record ?? {}
    return c && { c, m, s }
  }
  const texts = (selector: string) => all(selector).map(({ textContent }) => textContent)
  return { consent, host, find, all, click, open, recorded, texts }
}

test('the banner names what it asks for, and is not shown in results of search engines [10]', async () => {
  const { host, find } = await mount()
  expect(host()?.hasAttribute('data-nosnippet')).toBe(true)
  expect(find('banner')?.textContent).toContain(
    'for usage statistics (Google Analytics) and advertising.',
  )
})

test('the details name each service where the banner asks about several, and only the preferences of a purpose with several', async () => {
  const services = [named('Chat')]
  const categories = { ...CATEGORIES, support: { services } }
  const { texts, open } = await mount({ categories })
  expect(texts('#banner details h3')).toEqual(['Google Analytics', 'advertising', 'Chat'])
  await open()
  expect(texts('#preferences details h3')).toEqual([])
})

test('the preferences save exactly what the switches say, also where a category is named like a member of a form, and show the result until the next pointer press in the page', async () => {
  const { open, click, recorded, find } = await mount({
    categories: { elements: {}, reset: {}, submit: {} },
  })
  await open()
  click('switch-reset')
  click('save')
  const c = { elements: 0, reset: 1, submit: 0 }
  expect(recorded()).toEqual({ c, m: 'custom', s: 'preferences' })
  expect(find('preferences')).toBeNull()
  expect(find('status')?.textContent).toBe('Your choices are saved.')
  expect(find('dismiss')).not.toBeNull()
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  expect(find('dismiss')).toBeNull()
  expect(find('status')?.textContent).toBe('')
})

test('the preferences keep no draft of a switch that was turned back', async () => {
  const { open, click, find } = await mount()
  await open()
  for (const id of ['switch-analytics', 'switch-analytics', 'close']) click(id)
  await open()
  expect(find('unsaved')).toBeNull()
})

test('the preferences show the key of a category that has no text, including keys of Object.prototype', async () => {
  const { open, texts } = await mount({ categories: { chat: {}, constructor: {} } })
  await open()
  expect(texts('label')).toEqual(['Chat', 'Constructor'])
})

test('the preferences show no switch and no “Accept all” to a visitor under 14 [33]', async () => {
  const { open, find, all } = await mount({ restricted: true })
  await open()
  expect([all('input'), find('accept-all')]).toEqual([[], null])
})

test('Reject all in the banner is recorded when Element.closest throws [5]', async () => {
  const { click, recorded } = await mount()
  vi.spyOn(Element.prototype, 'closest').mockImplementation(broken)
  click('reject-all')
  expect(recorded()).toMatchObject({ c: { analytics: 0, marketing: 0 }, s: 'banner' })
})

test('the page shows confirm for opened preferences when attachShadow throws [5]', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const confirm = vi.fn(() => true)
  vi.stubGlobal('confirm', confirm)
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(broken)
  const consent = start({ categories: { analytics: CATEGORIES.analytics } })
  await soon(() => expect(warn).toHaveBeenCalled())
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(
      /^\[SpaceONE Consent\] banner \(en\) could not be loaded or shown\. Expected .* See dist\/script\/docs\/README\.md#the-npm-package$/,
    ),
    expect.any(TypeError),
  )
  expect(confirm).not.toHaveBeenCalled()
  consent.openPreferences()
  await soon(() => expect(consent.isGranted('analytics')).toBe(true))
  expect(consent.$view.get()).toBe('none')
  unmount?.()
  consent.openPreferences()
  expect(confirm).toHaveBeenCalledOnce()
})

test('the page gets a removed host element back, with a dialog where the browser has neither showModal nor CSSStyleSheet, when the preferences are opened [60]', async () => {
  vi.stubGlobal('CSSStyleSheet', undefined)
  redefine(HTMLDialogElement.prototype, 'showModal', { value: undefined })
  const { host, open, all } = await mount()
  host()?.remove()
  expect((await open()).hasAttribute('open')).toBe(true)
  expect(host()?.isConnected).toBe(true)
  expect(all('style')).toHaveLength(3)
})
