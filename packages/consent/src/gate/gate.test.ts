// @vitest-environment happy-dom

import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { createConsent, memoryStorage } from '../core/index.ts'
import { type Claim, enterGate, type Pass } from './gate.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  localStorage.clear()
})

const create = (storage = memoryStorage()) =>
  createConsent<'analytics' | 'marketing'>(
    { policy: { version: '1' }, categories: { analytics: {}, marketing: {} } },
    { storage, signals: { gpc: false } },
  )

/** A consent with these behind its gate. */
const gate = (...claims: readonly Claim[]) => {
  const consent = create()
  const [pass] = claims.map(claim => enter(consent, claim))
  return { consent, sweep: () => pass?.sweep() }
}

const enter = (consent: ReturnType<typeof create>, claim: Claim): Pass => {
  const pass = enterGate(consent, claim)
  onTestFinished(pass.leave)
  return pass
}

/** Puts a network into the page, and says whether a request gets there. */
const network = () => {
  const original = vi.fn(() => Promise.resolve(new Response('real')))
  vi.stubGlobal('fetch', original)
  const reaches = (address: string): boolean => {
    original.mockClear()
    void fetch(address)
    return original.mock.calls.length > 0
  }
  return { original, reaches }
}

/** What is left of the storage of these names after a sweep. */
const left = (sweep: () => void, ...names: readonly string[]): readonly string[] => {
  for (const name of names) localStorage.setItem(name, '1')
  sweep()
  return Object.keys(localStorage)
    .filter(key => key !== 'spaceone_consent.history')
    .sort()
}

const keptFrom = (host: string) => ({ category: 'analytics', match: [host] })

test('who leaves is let through, and the others stay kept', () => {
  const { original, reaches } = network()
  const consent = create()
  const { leave: leaveChat } = enterGate(consent, keptFrom('chat.test'))
  const { leave: leaveAds } = enterGate(consent, keptFrom('ads.test'))
  leaveChat()
  expect(reaches('https://chat.test/')).toBe(true)
  expect(reaches('https://ads.test/')).toBe(false)
  leaveAds()
  expect(window.fetch).toBe(original)
})

test('what another page has withdrawn is kept from the next request on', () => {
  const { reaches } = network()
  const storage = memoryStorage()
  const consent = create(storage)
  enter(consent, keptFrom('chat.test'))
  consent.acceptAll()
  expect(reaches('https://chat.test/')).toBe(true)
  storage.write('', 0)
  expect(consent.isGranted('analytics')).toBe(true)
  expect(reaches('https://chat.test/')).toBe(false)
  expect(consent.isGranted('analytics')).toBe(false)
})

test('who comes after the last has left is kept too', () => {
  const { original, reaches } = network()
  const consent = create()
  enterGate(consent).leave()
  const { leave } = enterGate(consent, keptFrom('chat.test'))
  expect(reaches('https://chat.test/')).toBe(false)
  leave()
  expect(window.fetch).toBe(original)
})

test('a claim with an invalid address names its fault, and the rest of it is behind the gate', () => {
  const { reaches } = network()
  const claim = { category: 'analytics', match: ['http://[', 'chat.test'] }
  expect(enter(create(), claim).fault).toBeInstanceOf(TypeError)
  expect(reaches('https://chat.test/')).toBe(false)
  expect(reaches('https://other.test/')).toBe(true)
})

test('what is blocked later stays blocked whatever is granted, and is swept', () => {
  const { reaches } = network()
  const consent = create()
  const pass = enter(consent, { ...keptFrom('chat.test'), storage: ['chat'] })
  consent.acceptAll()
  expect(reaches('https://chat.test/')).toBe(true)
  expect(left(pass.block, 'chat', 'mine')).toEqual(['mine'])
  expect(reaches('https://chat.test/')).toBe(false)
})

test('a category that does not exist is denied', () => {
  const { reaches } = network()
  const { consent } = gate({ category: 'chat', match: ['chat.test'] })
  consent.acceptAll()
  expect(reaches('https://chat.test/')).toBe(false)
})

test('of two claims to an address the closer one decides', () => {
  const { reaches } = network()
  const { consent } = gate(
    { category: 'analytics', match: ['*.google.test'] },
    { category: 'marketing', match: ['ads.google.test/pixel'] },
  )
  consent.decide({ analytics: false, marketing: true })
  expect(reaches('https://ads.google.test/pixel?id=1')).toBe(true)
  expect(reaches('https://ads.google.test/')).toBe(false)
  consent.decide({ analytics: true, marketing: false })
  expect(reaches('https://ads.google.test/pixel?id=1')).toBe(false)
  expect(reaches('https://ads.google.test/')).toBe(true)
})

test.each([
  ['analytics', 'marketing'],
  ['marketing', 'analytics'],
])('of two claims that are as close a denied one decides: %s before %s', (first, second) => {
  const { reaches } = network()
  const { consent } = gate(
    { category: first, match: ['google.test'] },
    { category: second, match: ['google.test'] },
  )
  consent.decide({ analytics: true, marketing: false })
  expect(reaches('https://google.test/')).toBe(false)
  consent.decide({ analytics: true, marketing: true })
  expect(reaches('https://google.test/')).toBe(true)
})

test('an open claim lets through what a wider one denies, and nothing else', () => {
  const { reaches } = network()
  gate({ category: 'analytics', match: ['google.test'] }, { match: ['google.test/gtag'] })
  expect(reaches('https://google.test/gtag/js')).toBe(true)
  expect(reaches('https://google.test/collect')).toBe(false)
})

test('an open claim that is no closer than a denied one opens nothing', () => {
  const { reaches } = network()
  gate({ match: ['google.test'] }, { category: 'analytics', match: ['google.test'] })
  expect(reaches('https://google.test/')).toBe(false)
})

test('what a guest may bring in is denied with it where nobody else claims it', () => {
  const { reaches } = network()
  const { consent } = gate({ category: 'marketing', match: ['google.test'], isGuest: true })
  expect(reaches('https://google.test/')).toBe(false)
  consent.decide({ marketing: true })
  expect(reaches('https://google.test/')).toBe(true)
})

test('where somebody else claims an address, however widely, no guest has a say', () => {
  const { reaches } = network()
  const { consent } = gate(
    { category: 'marketing', match: ['www.google.test/g?tid=1'], isGuest: true },
    { category: 'analytics', match: ['*.google.test'] },
  )
  consent.decide({ analytics: true, marketing: false })
  expect(reaches('https://www.google.test/g?tid=1')).toBe(true)
  consent.decide({ analytics: false, marketing: true })
  expect(reaches('https://www.google.test/g?tid=1')).toBe(false)
})

test('what is stored under a name that two claim goes by the closer claim', () => {
  const claims = [
    { category: 'analytics', storage: ['_g*'] },
    { category: 'marketing', storage: ['_gcl_*'] },
  ]
  const { consent, sweep } = gate(...claims)
  consent.decide({ analytics: false, marketing: true })
  expect(left(sweep, '_ga', '_gcl_ls', 'cart')).toEqual(['_gcl_ls', 'cart'])
  consent.decide({ analytics: true, marketing: false })
  expect(left(sweep, '_ga', '_gcl_ls', 'cart')).toEqual(['_ga', 'cart'])
})

test('cookies go by the closer claim, too, and are kept from being written', async () => {
  // happy-dom has the property one class further up than browsers do.
  vi.spyOn(Document.prototype, 'cookie', 'set')
  const { consent, sweep } = gate(
    { category: 'analytics', cookies: ['_g*'] },
    { category: 'marketing', cookies: ['_gcl_au'], isGuest: true },
    { category: 'marketing', cookies: ['_gac'] },
  )
  const write = async () => {
    for (const name of ['_ga', '_gcl_au', '_gac', 'cart'])
      Reflect.set(Document.prototype, 'cookie', `${name}=1; path=/`, document)
    // happy-dom keeps what is deleted until the millisecond is over.
    await new Promise(resolve => setTimeout(resolve, 5))
    return document.cookie
      .split('; ')
      .filter(pair => pair.endsWith('=1'))
      .sort()
  }
  consent.acceptAll()
  expect(await write()).toEqual(['_ga=1', '_gac=1', '_gcl_au=1', 'cart=1'])
  consent.decide({ analytics: false, marketing: true })
  sweep()
  expect(await write()).toEqual(['_gac=1', 'cart=1'])
})

test('each consent of a page keeps the page from its own', () => {
  const { reaches } = network()
  const first = gate(keptFrom('chat.test')).consent
  const second = gate(keptFrom('ads.test'), keptFrom('chat.test')).consent
  first.acceptAll()
  expect(reaches('https://chat.test/')).toBe(false)
  second.acceptAll()
  expect(reaches('https://chat.test/')).toBe(true)
  expect(reaches('https://ads.test/')).toBe(true)
})

test('a service that is left out stays kept while the others of its category are let through', () => {
  const { reaches } = network()
  const consent = create()
  enter(consent, { ...keptFrom('chat.test'), name: 'Chat' })
  enter(consent, { ...keptFrom('survey.test'), name: 'Survey' })
  consent.decide({ analytics: true }, { without: ['analytics/Chat'] })
  expect(reaches('https://chat.test/')).toBe(false)
  expect(reaches('https://survey.test/')).toBe(true)
  consent.acceptAll()
  expect(reaches('https://chat.test/')).toBe(true)
})

test('a script that waits for a service which is left out is released with it', async () => {
  const consent = create()
  enter(consent, { ...keptFrom('chat.test'), name: 'Chat' })
  const script = document.createElement('script')
  script.src = 'https://chat.test/x.js'
  document.head.append(script)
  expect(script.dataset['consent']).toBe('analytics')
  consent.decide({ analytics: true }, { without: ['analytics/Chat'] })
  await vi.waitFor(() => expect(script.dataset['consent']).toBe('analytics/Chat'))
  expect(script.type).toBe('text/plain')
  consent.acceptAll()
  await vi.waitFor(() => expect(script.type).toBe(''))
  script.remove()
})
