// @vitest-environment happy-dom

import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import { createConsent, memoryStorage } from '../../core/index.ts'
import { googleAnalytics } from './google-analytics.ts'
import { hasOptedOut } from './opt-out.ts'

type Category = 'analytics' | 'marketing'

/** The globals that Google's tags check before each hit, and the data layer. */
interface Page {
  [name: `ga-disable-${string}`]: unknown
  _gaUserPrefs?: { ioo?: (() => boolean) | undefined; other?: unknown }
  dataLayer?: unknown
  gtag?: unknown
  happyDOM: { settings: Record<string, unknown> }
}

const page = window as unknown as Page

answerScripts()

// The code that starts a tag is loaded here once, so that each start is synchronous.
beforeAll(async () => {
  const consent = createConsent(
    {
      policy: { version: '1' },
      categories: { analytics: { services: [googleAnalytics({ id: 'G-ONE' })] } },
    },
    { storage: memoryStorage(), signals: { gpc: false } },
  )
  consent.acceptAll()
  await vi.waitFor(() => expect(document.querySelector('script')).not.toBeNull())
  consent.destroy()
})

// Reset before each test, since a destroyed consent leaves its switches in the page.
beforeEach(() => {
  document.head.innerHTML = ''
  const ids = ['ONE', 'TWO', 'THREE'].map(id => `ga-disable-G-${id}`)
  for (const name of ['_gaUserPrefs', 'dataLayer', 'gtag', ...ids])
    Reflect.deleteProperty(page, name)
})

/** Creates a consent whose categories each have a measurement id. */
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

/** Creates a command as the page's own snippet queues it. */
const command: (...parts: unknown[]) => unknown = function () {
  // biome-ignore lint/complexity/noArguments: the form that Google's tag takes
  return arguments
}

const isRefusedByHook = (): unknown => page._gaUserPrefs?.ioo?.()

test('ga-disable-<ID> is true while denied and false while granted', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const consent = create()
  expect(page['ga-disable-G-ONE']).toBe(true)
  consent.acceptAll()
  expect(page['ga-disable-G-ONE']).toBeFalsy()
  consent.withdraw('analytics')
  expect(page['ga-disable-G-ONE']).toBe(true)
  consent.acceptAll()
  // Waits until the tag has no hits from the denied time.
  expect(page['ga-disable-G-ONE']).toBe(true)
  vi.advanceTimersByTime(1500)
  expect(page['ga-disable-G-ONE']).toBeFalsy()
})

test('the switches refuse after a withdrawal in another page', async () => {
  const storage = memoryStorage()
  const consent = create({ analytics: 'G-ONE' }, storage)
  consent.acceptAll()
  expect([page['ga-disable-G-ONE'], isRefusedByHook()]).toEqual([undefined, false])
  storage.write('', 0)
  // The record is read once per burst of synchronous work.
  await Promise.resolve()
  expect([page['ga-disable-G-ONE'], isRefusedByHook()]).toEqual([true, true])
})

test('ga-disable-<ID> follows the category of its id', () => {
  const consent = create({ analytics: 'G-ONE', marketing: 'G-TWO' })
  consent.decide({ analytics: true, marketing: false })
  expect(page['ga-disable-G-ONE']).toBeFalsy()
  expect(page['ga-disable-G-TWO']).toBe(true)
})

test('a refusal by the page counts whatever is granted', () => {
  page['ga-disable-G-ONE'] = true
  const consent = create()
  consent.acceptAll()
  expect(page['ga-disable-G-ONE']).toBe(true)
})

test('the page can set the switch later, and reset it', () => {
  const consent = create()
  consent.acceptAll()
  page['ga-disable-G-ONE'] = true
  expect(page['ga-disable-G-ONE']).toBe(true)
  page['ga-disable-G-ONE'] = false
  expect(page['ga-disable-G-ONE']).toBe(false)
})

test('the page cannot reset the switch while denied', () => {
  create()
  for (const value of [false, undefined, 0, '']) {
    page['ga-disable-G-ONE'] = value
    expect(page['ga-disable-G-ONE']).toBe(true)
  }
})

test('the hook of the add-on refuses when the page deletes ga-disable-<ID> while denied', () => {
  create()
  Reflect.deleteProperty(page, 'ga-disable-G-ONE')
  expect(isRefusedByHook()).toBe(true)
})

test('the hook of the add-on reads the current state at each hit', () => {
  const consent = create()
  const ioo = page._gaUserPrefs?.ioo
  expect(ioo?.()).toBe(true)
  consent.acceptAll()
  expect(ioo?.()).toBe(false)
  consent.withdraw('analytics')
  expect(ioo?.()).toBe(true)
})

test('a refusal by the visitor’s add-on counts', () => {
  const addOn = vi.fn(() => false)
  page._gaUserPrefs = { ioo: addOn, other: 1 }
  const consent = create()
  consent.acceptAll()
  expect(isRefusedByHook()).toBe(false)
  expect(addOn).toHaveBeenCalled()
  addOn.mockReturnValue(true)
  expect(isRefusedByHook()).toBe(true)
  addOn.mockReturnValue(false)
  expect(isRefusedByHook()).toBe(false)
  consent.withdraw('analytics')
  expect(isRefusedByHook()).toBe(true)
  expect(page._gaUserPrefs.other).toBe(1)
})

test('a tag that the add-on refuses at the grant stays blocked until the next grant', () => {
  const addOn = vi.fn(() => true)
  page._gaUserPrefs = { ioo: addOn }
  const consent = create()
  consent.acceptAll()
  addOn.mockReturnValue(false)
  expect(isRefusedByHook()).toBe(true)
  consent.withdraw('analytics')
  consent.acceptAll()
  expect(isRefusedByHook()).toBe(false)
})

test('_gaUserPrefs without a hook keeps its settings', () => {
  page._gaUserPrefs = { other: 1 }
  create()
  expect(page._gaUserPrefs.other).toBe(1)
  expect(isRefusedByHook()).toBe(true)
})

test('the hook, which knows no id, refuses while one of two categories is denied', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const consent = create({ analytics: 'G-ONE', marketing: 'G-TWO' })
  consent.decide({ analytics: true, marketing: false })
  expect(isRefusedByHook()).toBe(true)
  consent.decide({ analytics: false, marketing: true })
  expect(isRefusedByHook()).toBe(true)
  consent.acceptAll()
  vi.advanceTimersByTime(1500)
  expect(isRefusedByHook()).toBe(false)
})

test('after destroy the switches refuse, since the tag may still run', () => {
  const consent = create()
  consent.acceptAll()
  consent.destroy()
  expect(page['ga-disable-G-ONE']).toBe(true)
  expect(isRefusedByHook()).toBe(true)
})

test('a destroyed consent does not affect the switches of the next one', () => {
  const before = create()
  before.acceptAll()
  before.destroy()
  const consent = create()
  expect(isRefusedByHook()).toBe(true)
  consent.acceptAll()
  expect(isRefusedByHook()).toBe(false)
  expect(page['ga-disable-G-ONE']).toBeFalsy()
})

test('the add-on’s hook is called once per hit for any number of earlier consents', () => {
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

test('the hook does not wrap itself for any number of earlier consents', () => {
  create().destroy()
  const ioo = page._gaUserPrefs?.ioo
  create().destroy()
  expect(page._gaUserPrefs?.ioo).toBe(ioo)
})

test('a switch of a copy with another form refuses while that copy refuses', () => {
  let isDenied = true
  const ioo = Object.assign(() => isDenied, { [Symbol.for('@spaceone/consent')]: { list: [] } })
  page._gaUserPrefs = { ioo }
  const consent = create()
  consent.acceptAll()
  expect(isRefusedByHook()).toBe(true)
  isDenied = false
  consent.rejectAll()
  expect(isRefusedByHook()).toBe(true)
  consent.acceptAll()
  expect(isRefusedByHook()).toBe(false)
})

test('a switch of the SDK does not count as the visitor’s refusal', () => {
  expect(hasOptedOut()).toBe(false)
  const consent = create()
  expect(isRefusedByHook()).toBe(true)
  expect(hasOptedOut()).toBe(false)
  expect(consent.$state.get().pending).toEqual(['analytics', 'marketing'])
})

test('a switch of another copy of the SDK does not count as a refusal, and both copies share one hook', async () => {
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
  ['an add-on that returns another value', () => 'yes' as never, false],
])('%s is read before and after the SDK has set its own switch', (_, addOn, isRefused) => {
  page._gaUserPrefs = { ioo: addOn }
  expect(hasOptedOut()).toBe(isRefused)
  create()
  expect(page._gaUserPrefs.ioo).not.toBe(addOn)
  expect(hasOptedOut()).toBe(isRefused)
})

test('for a visitor with the add-on the category is not pending, and a grant loads no tag', () => {
  page._gaUserPrefs = { ioo: () => true }
  const consent = create()
  expect(consent.$state.get().pending).toEqual(['marketing'])
  consent.acceptAll()
  expect(consent.isGranted('analytics')).toBe(true)
  expect(document.querySelector('script')).toBeNull()
})

test('an id that the page configures has a switch', () => {
  page.dataLayer = [command('config', 'G-TWO')]
  const consent = create()
  expect(page['ga-disable-G-TWO']).toBe(true)
  consent.acceptAll()
  expect(page['ga-disable-G-TWO']).toBeFalsy()
})

test('an id that the page loads or configures after the grant is silenced at the withdrawal', () => {
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

test('an element named like the hook is not a switch and causes no error [48]', () => {
  page._gaUserPrefs = { ioo: document.createElement('input') as never }
  expect(hasOptedOut()).toBe(false)
  const consent = create()
  consent.acceptAll()
  expect(isRefusedByHook()).toBe(false)
  consent.rejectAll()
  expect(isRefusedByHook()).toBe(true)
})
