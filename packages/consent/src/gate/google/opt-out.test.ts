// @vitest-environment happy-dom

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createConsent, memoryStorage } from '../../core/index.ts'
import { googleAnalytics } from './google-analytics.ts'
import { hasOptedOut } from './opt-out.ts'

type Category = 'analytics' | 'marketing'

/** The globals that Google's tags ask before each hit, and the queue that they read. */
interface Page {
  [name: `ga-disable-${string}`]: unknown
  _gaUserPrefs?: { ioo?: (() => boolean) | undefined; other?: unknown }
  dataLayer?: unknown
  gtag?: unknown
  happyDOM: { settings: Record<string, unknown> }
}

const page = window as unknown as Page

// The tag itself is not loaded.
Object.assign(page.happyDOM.settings, {
  disableJavaScriptFileLoading: true,
  handleDisabledFileLoadingAsSuccess: true,
})

// Not afterwards: a consent that is destroyed at the end of a test leaves its switches there.
beforeEach(() => {
  document.head.innerHTML = ''
  const ids = ['ONE', 'TWO', 'THREE'].map(id => `ga-disable-G-${id}`)
  for (const name of ['_gaUserPrefs', 'dataLayer', 'gtag', ...ids])
    Reflect.deleteProperty(page, name)
})

/** A page whose categories each have a measurement id. */
const create = (
  ids: { readonly [Name in Category]?: string } = { analytics: 'G-ONE' },
  storage = memoryStorage(),
) => {
  const services = (id: string | undefined) => (id ? [googleAnalytics({ id })] : [])
  const consent = createConsent<Category>(
    {
      policy: { version: '1' },
      categories: {
        analytics: { services: services(ids.analytics) },
        marketing: { services: services(ids.marketing) },
      },
    },
    { storage, signals: { gpc: false } },
  )
  onTestFinished(consent.destroy)
  return consent
}

/** A command as the page's own snippet queues it. */
const command: (...parts: unknown[]) => unknown = function () {
  // biome-ignore lint/complexity/noArguments: the form that Google's tag takes
  return arguments
}

const isRefusedByHook = (): unknown => page._gaUserPrefs?.ioo?.()

test('the documented switch is on while denied and off while granted', () => {
  const consent = create()
  expect(page['ga-disable-G-ONE']).toBe(true)
  consent.acceptAll()
  expect(page['ga-disable-G-ONE']).toBeFalsy()
  consent.withdraw('analytics')
  expect(page['ga-disable-G-ONE']).toBe(true)
  consent.acceptAll()
  expect(page['ga-disable-G-ONE']).toBeFalsy()
})

test('the switches know what another page has withdrawn', () => {
  const storage = memoryStorage()
  const consent = create({ analytics: 'G-ONE' }, storage)
  consent.acceptAll()
  expect([page['ga-disable-G-ONE'], isRefusedByHook()]).toEqual([undefined, false])
  storage.write('', 0)
  expect([page['ga-disable-G-ONE'], isRefusedByHook()]).toEqual([true, true])
})

test('the switch of an id answers for its own category', () => {
  const consent = create({ analytics: 'G-ONE', marketing: 'G-TWO' })
  consent.decide({ analytics: true, marketing: false })
  expect(page['ga-disable-G-ONE']).toBeFalsy()
  expect(page['ga-disable-G-TWO']).toBe(true)
})

test('the host’s own refusal stays one, whatever is granted', () => {
  page['ga-disable-G-ONE'] = true
  const consent = create()
  consent.acceptAll()
  expect(page['ga-disable-G-ONE']).toBe(true)
})

test('the host may refuse later, and take it back', () => {
  const consent = create()
  consent.acceptAll()
  page['ga-disable-G-ONE'] = true
  expect(page['ga-disable-G-ONE']).toBe(true)
  page['ga-disable-G-ONE'] = false
  expect(page['ga-disable-G-ONE']).toBe(false)
})

test('nothing that the page writes turns the switch off while denied', () => {
  create()
  for (const value of [false, undefined, 0, '']) {
    page['ga-disable-G-ONE'] = value
    expect(page['ga-disable-G-ONE']).toBe(true)
  }
})

test('a page that deletes the switch while denied is still refused by the hook', () => {
  create()
  Reflect.deleteProperty(page, 'ga-disable-G-ONE')
  expect(isRefusedByHook()).toBe(true)
})

test('the hook of Google’s add-on answers as things stand at each hit', () => {
  const consent = create()
  const ioo = page._gaUserPrefs?.ioo
  expect(ioo?.()).toBe(true)
  consent.acceptAll()
  expect(ioo?.()).toBe(false)
  consent.withdraw('analytics')
  expect(ioo?.()).toBe(true)
})

test('the visitor’s own add-on is asked too, and is a refusal', () => {
  const addOn = vi.fn(() => true)
  page._gaUserPrefs = { ioo: addOn, other: 1 }
  const consent = create()
  consent.acceptAll()
  expect(isRefusedByHook()).toBe(true)
  expect(addOn).toHaveBeenCalled()
  addOn.mockReturnValue(false)
  expect(isRefusedByHook()).toBe(false)
  consent.withdraw('analytics')
  expect(isRefusedByHook()).toBe(true)
  expect(page._gaUserPrefs.other).toBe(1)
})

test('settings of an add-on without a hook are kept', () => {
  page._gaUserPrefs = { other: 1 }
  create()
  expect(page._gaUserPrefs.other).toBe(1)
  expect(isRefusedByHook()).toBe(true)
})

test('the hook refuses while either of two categories is denied, for it knows no id', () => {
  const consent = create({ analytics: 'G-ONE', marketing: 'G-TWO' })
  consent.decide({ analytics: true, marketing: false })
  expect(isRefusedByHook()).toBe(true)
  consent.decide({ analytics: false, marketing: true })
  expect(isRefusedByHook()).toBe(true)
  consent.acceptAll()
  expect(isRefusedByHook()).toBe(false)
})

test('destroying leaves the switches off: the tag may still be in the page', () => {
  const consent = create()
  consent.acceptAll()
  consent.destroy()
  expect(page['ga-disable-G-ONE']).toBe(true)
  expect(isRefusedByHook()).toBe(true)
})

test('a consent of before that was destroyed has no say in the next one', () => {
  const before = create()
  before.acceptAll()
  before.destroy()
  const consent = create()
  expect(isRefusedByHook()).toBe(true)
  consent.acceptAll()
  expect(isRefusedByHook()).toBe(false)
  expect(page['ga-disable-G-ONE']).toBeFalsy()
})

test('the add-on is asked no more often for each consent that the page has had', () => {
  const addOn = vi.fn(() => false)
  page._gaUserPrefs = { ioo: addOn }
  const asked = () => {
    const consent = create()
    consent.acceptAll()
    addOn.mockClear()
    expect(isRefusedByHook()).toBe(false)
    consent.destroy()
    return addOn.mock.calls.length
  }
  const first = asked()
  expect(first).toBeGreaterThan(0)
  for (let count = 0; count < 5; count++) expect(asked()).toBe(first)
})

test('the hook is not put upon itself, however many consents the page has had', () => {
  create().destroy()
  const ioo = page._gaUserPrefs?.ioo
  create().destroy()
  expect(page._gaUserPrefs?.ioo).toBe(ioo)
})

test('a switch of ours is never taken for the visitor’s own refusal', () => {
  expect(hasOptedOut()).toBe(false)
  const consent = create()
  expect(isRefusedByHook()).toBe(true)
  expect(hasOptedOut()).toBe(false)
  expect(consent.$state.get().pending).toEqual(['analytics', 'marketing'])
})

test('a switch of another copy of this SDK is none, either, and the two share one hook', async () => {
  create()
  const ioo = page._gaUserPrefs?.ioo
  vi.resetModules()
  const copy = await import('./opt-out.ts')
  expect(copy.hasOptedOut).not.toBe(hasOptedOut)
  expect(copy.hasOptedOut()).toBe(false)
  copy.answerOptOut('G-TWO', () => false)
  expect(page._gaUserPrefs?.ioo).toBe(ioo)
})

test.each([
  ['an add-on that refuses', () => true, true],
  ['an add-on that allows', () => false, false],
  ['an add-on that says something else', () => 'yes' as never, false],
])('%s is known before our switch stands in its place and afterwards', (_, addOn, isRefused) => {
  page._gaUserPrefs = { ioo: addOn }
  expect(hasOptedOut()).toBe(isRefused)
  create()
  expect(page._gaUserPrefs.ioo).not.toBe(addOn)
  expect(hasOptedOut()).toBe(isRefused)
})

test('a visitor with the add-on is not asked, and an explicit grant loads nothing', () => {
  page._gaUserPrefs = { ioo: () => true }
  const consent = create()
  expect(consent.$state.get().pending).toEqual(['marketing'])
  consent.acceptAll()
  expect(consent.isGranted('analytics')).toBe(true)
  expect(document.querySelector('script')).toBeNull()
})

test('an id that the page configures itself has its switch, too', () => {
  page.dataLayer = [command('config', 'G-TWO')]
  const consent = create()
  expect(page['ga-disable-G-TWO']).toBe(true)
  consent.acceptAll()
  expect(page['ga-disable-G-TWO']).toBeFalsy()
})

test('an id that the page loads or configures while granted is silenced at the withdrawal', () => {
  const consent = create()
  consent.acceptAll()
  ;(page.gtag as (...parts: unknown[]) => void)('config', 'G-TWO')
  const script = document.createElement('script')
  script.src = 'https://www.googletagmanager.com/gtag/js?l=x&id=G-THREE'
  document.head.append(script)
  expect(page['ga-disable-G-TWO']).toBeFalsy()
  consent.withdraw('analytics')
  expect(page['ga-disable-G-TWO']).toBe(true)
  expect(page['ga-disable-G-THREE']).toBe(true)
})

test('an element of the hook’s name is no switch, and nothing is thrown [48]', () => {
  page._gaUserPrefs = { ioo: document.createElement('input') as never }
  expect(hasOptedOut()).toBe(false)
  const consent = create()
  consent.acceptAll()
  expect(isRefusedByHook()).toBe(false)
  consent.rejectAll()
  expect(isRefusedByHook()).toBe(true)
})
