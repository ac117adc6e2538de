// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** Imports a separate copy of the package, as a second bundle or a hot update does. */
const copy = async () => {
  vi.resetModules()
  return { ...(await import('./index.ts')), ...(await import('./ui.ts')) }
}

const options = (category = 'analytics') => ({
  policy: { version: '2024-01-18' },
  categories: { [category]: {} },
})

type Copy = Awaited<ReturnType<typeof copy>>

/** Waits until mutation observers have run. */
const turn = (): Promise<unknown> => new Promise(resolve => setTimeout(resolve))

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

test('two copies of the package share one consent and one banner when their options are equal', async () => {
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

test('warns once when an element is blocked and no service unblocks it', async () => {
  const { createConsent } = await copy()
  const consent = createConsent(options())
  undos.push(consent.destroy)
  await turn()
  expect(warn).not.toHaveBeenCalled()
  document.body.innerHTML = '<script type="text/plain" data-consent="analytics"></script>'
  await turn()
  document.body.innerHTML += '<iframe data-consent="analytics" data-src="/film"></iframe>'
  await turn()
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    '[SpaceONE Consent] An element with data-consent="analytics" is in the page, and nothing unblocks it. Expected a service of ours, or blockedMarkup(), among the services of createConsent. The element stays blocked. See packages/consent/src/gate/README.md#blocked-markup',
  )
})

test.each([
  ['a service of the gate', ({ googleAnalytics }: Copy) => [googleAnalytics({ id: 'G-TEST123' })]],
  ['blockedMarkup()', ({ blockedMarkup }: Copy) => [blockedMarkup()]],
])('does not warn about a blocked element when the page has %s', async (_, servicesOf) => {
  const api = await copy()
  document.body.innerHTML = '<script type="text/plain" data-consent="analytics"></script>'
  const categories = { analytics: { services: servicesOf(api) } }
  const consent = api.createConsent({ ...options(), categories })
  undos.push(consent.destroy)
  document.body.append(document.createElement('p'))
  await turn()
  expect(warn).not.toHaveBeenCalled()
})

test('does not look for blocked elements after destroy, nor in production', async () => {
  const { createConsent } = await copy()
  createConsent(options()).destroy()
  vi.stubEnv('NODE_ENV', 'production')
  undos.push(createConsent(options()).destroy, () => vi.unstubAllEnvs())
  document.body.innerHTML = '<script type="text/plain" data-consent="analytics"></script>'
  await turn()
  expect(warn).not.toHaveBeenCalled()
})

test('two calls share a consent when the page’s data layer adds cookies to a service', async () => {
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

test('a second call with other options warns once, grants nothing and shows nothing', async () => {
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

test('openPreferences() of a refused consent opens the preferences of the page’s consent', async () => {
  const { createConsent } = await copy()
  const consent = createConsent(options())
  undos.push(consent.destroy)
  createConsent(options('marketing')).openPreferences()
  expect(consent.$view.get()).toBe('preferences')
})

test('createConsent returns another consent when the measurement id differs', async () => {
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

test('a hot update that mounts again shows one banner, and the earlier unmount does not remove it', async () => {
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

test('createConsent accepts other options after destroy(), which also removes the view', async () => {
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

test('a call with `restricted` restricts the consent of all copies', async () => {
  const { createConsent } = await copy()
  const consent = createConsent(options())
  undos.push(consent.destroy)
  consent.acceptAll()
  createConsent({ ...options(), restricted: true })
  expect(consent.isGranted('analytics')).toBe(false)
})

test('a copy of the package shares the script tag’s consent, which has its own view', async () => {
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

test('createConsent returns a separate consent when the cookie name or the storage differs', async () => {
  const { createConsent } = await copy()
  const consent = createConsent(options())
  const named = createConsent({ ...options('marketing'), cookie: { name: 'other' } })
  const storage = { read: () => [], write: () => {} }
  const stored = createConsent(options('marketing'), { storage })
  undos.push(consent.destroy, named.destroy, stored.destroy)
  for (const other of [named, stored]) expect(other.$state.get().pending).toEqual(['marketing'])
  expect(warn).not.toHaveBeenCalled()
})
