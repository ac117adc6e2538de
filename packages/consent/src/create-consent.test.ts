// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** A copy of the package of its own, as a second bundle on the page or a hot update has it. */
const copy = async () => {
  vi.resetModules()
  return { ...(await import('./index.ts')), ...(await import('./ui.ts')) }
}

const options = (category = 'analytics') => ({
  policy: { version: '2024-01-18' },
  categories: { [category]: {} },
})

const banners = () =>
  [...document.querySelectorAll('spaceone-consent')].filter(({ shadowRoot }) =>
    shadowRoot?.querySelector('#banner'),
  ).length
const bannerStands = () => vi.waitFor(() => expect(banners()).toBe(1))

const warn = vi.spyOn(console, 'warn').mockReturnValue()
const undos: (() => void)[] = []

beforeEach(() => {
  warn.mockClear()
  Reflect.deleteProperty(globalThis, Symbol.for('@spaceone/consent'))
})
afterEach(() => {
  for (const undo of undos.splice(0)) undo()
  for (const name of ['spaceoneConsent', 'gtag']) Reflect.deleteProperty(globalThis, name)
  vi.unstubAllGlobals()
  document.body.replaceChildren()
  document.cookie = 'spaceone_consent=; Max-Age=-1; Path=/'
})

test('two copies with the same set-up share one consent and one banner', async () => {
  const [first, second] = [await copy(), await copy()]
  const consent = first.createConsent(options())
  const same = second.createConsent(options())
  undos.push(consent.destroy)
  expect(first.createConsent).not.toBe(second.createConsent)
  first.mountConsentUi(consent)
  second.mountConsentUi(same)
  await bannerStands()
  expect(document.querySelectorAll('spaceone-consent')).toHaveLength(1)

  same.acceptAll()
  expect(consent.isGranted('analytics')).toBe(true)
  expect(warn).not.toHaveBeenCalled()
})

test('the same set-up is the same one also where the page tells a service of more cookies', async () => {
  const [first, second] = [await copy(), await copy()]
  const { policy } = options()
  const create = ({ createConsent, googleAnalytics }: typeof first) =>
    createConsent({
      policy,
      categories: { analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] } },
    })
  vi.stubGlobal('dataLayer', [
    (function (..._: unknown[]) {
      // biome-ignore lint/complexity/noArguments: a command is just that
      return arguments
    })('config', 'G-TEST123', { cookie_prefix: 'shop' }),
  ])
  const consent = create(first)
  undos.push(consent.destroy)
  expect(create(second)).toBe(consent)
  expect(warn).not.toHaveBeenCalled()
})

test('another set-up is refused with one warning, grants nothing and shows nothing', async () => {
  const [first, second] = [await copy(), await copy()]
  const consent = first.createConsent(options())
  undos.push(consent.destroy)
  consent.acceptAll()
  const start = vi.fn()
  const chat = second.service({ name: 'Chat', match: [], cookies: [], start, stop: () => {} })
  for (const refused of [
    second.createConsent(options('marketing')),
    second.createConsent({ ...options(), policy: { version: '2' } }),
    second.createConsent({ ...options(), categories: { analytics: { services: [chat] } } }),
  ]) {
    second.mountConsentUi(refused)
    refused.restrict(false)
    refused.acceptAll()
    const run = vi.fn()
    refused.whenGranted(Object.keys(refused.options.categories)[0] as never, run)
    expect(run).not.toHaveBeenCalled()
    expect(Object.values(refused.$state.get().granted)).toEqual([false])
  }
  expect(start).not.toHaveBeenCalled()
  expect(warn).toHaveBeenCalledTimes(1)
  expect(document.querySelector('spaceone-consent')).toBeNull()
  expect(consent.isGranted('analytics')).toBe(true)
})

test('who opens the settings of a refused one gets those that count', async () => {
  const { createConsent } = await copy()
  const consent = createConsent(options())
  undos.push(consent.destroy)
  createConsent(options('marketing')).openPreferences()
  expect(consent.$view.get()).toBe('preferences')
})

test('another measurement id is another set-up', async () => {
  const { createConsent, googleAnalytics } = await copy()
  const withId = (id: string) =>
    createConsent({
      policy: { version: '1' },
      categories: { analytics: { services: [googleAnalytics({ id })] } },
    })
  const consent = withId('G-ONE')
  undos.push(consent.destroy)
  expect(withId('G-ONE')).toBe(consent)
  expect(withId('G-TWO')).not.toBe(consent)
  expect(warn).toHaveBeenCalledTimes(1)
})

test('a hot update that mounts again has one banner, and the old undo leaves it alone', async () => {
  const first = await copy()
  const unmount = first.mountConsentUi(first.createConsent(options()))
  await bannerStands()
  const second = await copy()
  const consent = second.createConsent(options())
  undos.push(consent.destroy)
  const unmountAgain = second.mountConsentUi(consent)
  await bannerStands()
  unmount()
  expect(banners()).toBe(1)
  unmountAgain()
  expect(banners()).toBe(0)
})

test('a new one may come after destroy(), which takes the view away, too', async () => {
  const { createConsent, mountConsentUi } = await copy()
  const consent = createConsent(options())
  mountConsentUi(consent)
  await bannerStands()
  consent.destroy()
  expect(document.querySelector('spaceone-consent')).toBeNull()
  const other = createConsent(options('marketing'))
  undos.push(other.destroy)
  expect(other).not.toBe(consent)
  expect(other.$state.get().pending).toEqual(['marketing'])
  expect(warn).not.toHaveBeenCalled()
})

test('who says that the visitor is under 14 says it for all', async () => {
  const { createConsent } = await copy()
  const consent = createConsent(options())
  undos.push(consent.destroy)
  consent.acceptAll()
  createConsent({ ...options(), restricted: true })
  expect(consent.isGranted('analytics')).toBe(false)
})

test('the script tag of the page is shared in the same way, with its own view', async () => {
  const { createConsent, mountConsentUi } = await copy()
  const consent = createConsent(options())
  undos.push(consent.destroy)
  const tag = Object.assign(() => {}, consent, { version: '0.1.0' })
  Reflect.deleteProperty(globalThis, Symbol.for('@spaceone/consent'))
  Object.assign(globalThis, { spaceoneConsent: tag })
  const same = createConsent(options())
  expect(same).toBe(tag)
  mountConsentUi(same)()
  expect(document.querySelector('spaceone-consent')).toBeNull()
  expect(createConsent(options('marketing'))).not.toBe(tag)
  expect(warn).toHaveBeenCalledTimes(1)
})

test('another cookie and another storage are another consent', async () => {
  const { createConsent } = await copy()
  const consent = createConsent(options())
  const named = createConsent({ ...options('marketing'), cookie: { name: 'other' } })
  const storage = { read: () => [], write: () => {} }
  const stored = createConsent(options('marketing'), { storage })
  undos.push(consent.destroy, named.destroy, stored.destroy)
  for (const other of [named, stored]) expect(other.$state.get().pending).toEqual(['marketing'])
  expect(warn).not.toHaveBeenCalled()
})
