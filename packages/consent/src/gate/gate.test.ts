// @vitest-environment happy-dom

import { afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { settle } from '../../../../test/support/settle.ts'
import { stubFetch } from '../../../../test/support/stub-fetch.ts'
import { createStore, memoryStorage } from '../core/index.ts'
import { gateOf } from './gate.ts'
import type { Owner, Rule } from './rules.ts'

// `unblock.ts` is a file of its own, which is loaded here before the tests.
beforeAll(() => import('./blocked-markup/unblock.ts'))

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  localStorage.clear()
})

const create = (storage = memoryStorage()) => {
  const consent = createStore<'analytics' | 'marketing'>(
    { policy: { version: '1' }, categories: { analytics: {}, marketing: {} } },
    { storage, signals: { gpc: false } },
  )
  onTestFinished(consent.destroy)
  return consent
}

/** Registers a rule, which is disposed after the test. */
const register = (consent: ReturnType<typeof create>, rule: Rule): void => {
  const { dispose } = gateOf(consent).register(rule)
  onTestFinished(dispose)
}

/** Waits for a microtask, after which decisions of another page count. */
const nextBurst = () => Promise.resolve()

const ANALYTICS: Owner = { category: 'analytics' }

const blocking = (host: string): Rule => ({ unblockedBy: ANALYTICS, hosts: [host] })

test('the first rule starts the interceptors, and disposing the last one stops them', () => {
  const { original, reaches } = stubFetch()
  const gate = gateOf(create())
  expect(window.fetch).toBe(original)
  const chat = gate.register(blocking('chat.test'))
  const ads = gate.register(blocking('ads.test'))
  expect(window.fetch).not.toBe(original)
  chat.dispose()
  expect(reaches('https://chat.test/')).toBe(true)
  expect(reaches('https://ads.test/')).toBe(false)
  ads.dispose()
  expect(window.fetch).toBe(original)
  const later = gate.register(blocking('chat.test'))
  expect(reaches('https://chat.test/')).toBe(false)
  later.dispose()
  expect(window.fetch).toBe(original)
})

test('a consent has one gate', () => {
  const consent = create()
  expect(gateOf(consent)).toBe(gateOf(consent))
  expect(gateOf(create())).not.toBe(gateOf(consent))
})

test('a service that another page has withdrawn is blocked from the next burst of work on, and one that the page itself withdraws in the same burst', async () => {
  const { reaches } = stubFetch()
  const storage = memoryStorage()
  const consent = create(storage)
  register(consent, blocking('chat.test'))
  consent.acceptAll()
  expect(reaches('https://chat.test/')).toBe(true)
  consent.withdraw('analytics')
  expect(reaches('https://chat.test/')).toBe(false)
  consent.acceptAll()
  storage.write('', 0)
  await nextBurst()
  expect(consent.isGranted('analytics')).toBe(true)
  expect(reaches('https://chat.test/')).toBe(false)
  expect(consent.isGranted('analytics')).toBe(false)
})

test('the record is read once per burst of synchronous work, for any number of requests', async () => {
  const { reaches } = stubFetch()
  const storage = memoryStorage()
  const read = vi.spyOn(storage, 'read')
  const consent = create(storage)
  register(consent, blocking('chat.test'))
  consent.acceptAll()
  await nextBurst()
  read.mockClear()
  for (let count = 0; count < 100; count += 1) {
    reaches('https://chat.test/')
    document.createElement('img').src = '/own.png'
    document.createElement('script').src = 'https://chat.test/x.js'
  }
  expect(read).toHaveBeenCalledOnce()
  await nextBurst()
  reaches('https://chat.test/')
  expect(read).toHaveBeenCalledTimes(2)
})

test('follow runs while the service is granted, and stops when disposed', () => {
  const log: string[] = []
  const consent = create()
  register(consent, { unblockedBy: ANALYTICS })
  const stop = gateOf(consent).follow(ANALYTICS, () => {
    log.push('start')
    return () => log.push('stop')
  })
  consent.acceptAll()
  consent.setLanguage('ko')
  expect(log).toEqual(['start'])
  consent.rejectAll()
  consent.acceptAll()
  stop()
  expect(log).toEqual(['start', 'stop', 'start', 'stop'])
  consent.rejectAll()
  consent.acceptAll()
  expect(log).toHaveLength(4)
})

test('a withdrawal stops services, then sweeps once, then blocks the iframes', async () => {
  const log: string[] = []
  const consent = create()
  register(consent, {
    unblockedBy: ANALYTICS,
    hosts: ['video.test'],
    databases: ['chat', 'survey'],
  })
  consent.acceptAll()
  document.body.innerHTML = '<iframe src="https://video.test/1"></iframe>'
  const frame = document.querySelector('iframe')
  // The file that unblocks markup is loaded with the first blocked element.
  document.body.insertAdjacentHTML('beforeend', '<p data-consent="analytics" data-src="/x"></p>')
  await vi.waitFor(() => expect(document.querySelector('p')?.hasAttribute('src')).toBe(true))
  vi.stubGlobal('indexedDB', { deleteDatabase: (name: string) => log.push(`sweep ${name}`) })
  document.addEventListener('spaceone-consent-iframe', () => log.push('block'), { once: true })
  for (const name of ['Chat', 'Survey'])
    onTestFinished(
      gateOf(consent).follow({ category: 'analytics', name }, () => () => {
        log.push(`stop ${name}`)
      }),
    )
  consent.withdraw('analytics')
  expect(log).toEqual(['stop Chat', 'stop Survey', 'sweep chat', 'sweep survey', 'block'])
  expect(frame?.hasAttribute('src')).toBe(false)
})

/** Counts the deletions of a database: one per sweep. */
const sweeps = () => {
  const deleteDatabase = vi.fn()
  vi.stubGlobal('indexedDB', { deleteDatabase })
  return () => {
    const { length } = deleteDatabase.mock.calls
    deleteDatabase.mockClear()
    return length
  }
}

test('sweeps once for each state, and once more a second later', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const swept = sweeps()
  const consent = create()
  register(consent, { unblockedBy: ANALYTICS, databases: ['chat'] })
  consent.rejectAll()
  expect(swept()).toBe(1)
  // No second sweep follows at the start, since this state has been swept already.
  await nextBurst()
  expect(swept()).toBe(0)
  vi.advanceTimersByTime(999)
  expect(swept()).toBe(0)
  vi.advanceTimersByTime(1)
  expect(swept()).toBe(1)
  vi.advanceTimersByTime(60_000)
  expect(swept()).toBe(0)
})

test('does not sweep when the only rule is disposed before the first sweep', async () => {
  const swept = sweeps()
  const gate = gateOf(create())
  const first = gate.register({ unblockedBy: ANALYTICS, databases: ['chat'] })
  first.dispose()
  await nextBurst()
  gate.block(ANALYTICS, 'failed')
  expect(swept()).toBe(0)
})

test('a starting service keeps its cookies and data, and its markup stays blocked until open()', async () => {
  const { reaches } = stubFetch()
  const consent = create()
  const chat: Owner = { category: 'analytics', name: 'Chat' }
  register(consent, { unblockedBy: chat, hosts: ['chat.test'], storage: ['chat'] })
  const gate = gateOf(consent)
  gate.block(chat, 'starting')
  document.body.innerHTML =
    '<script type="text/plain" data-consent="analytics" data-src="https://chat.test/x.js"></script>'
  const script = document.querySelector('script')
  localStorage.setItem('chat', '1')
  consent.acceptAll()
  await settle()
  expect([gate.isBlocked(chat), reaches('https://chat.test/')]).toEqual([true, false])
  expect(script?.type).toBe('text/plain')
  expect(localStorage.getItem('chat')).toBe('1')
  gate.unblock(chat)
  expect([gate.isBlocked(chat), reaches('https://chat.test/')]).toEqual([false, true])
  await vi.waitFor(() => expect(script?.type).toBe(''))
  expect(script?.getAttribute('src')).toBe('https://chat.test/x.js')
})

test.each(['script', 'iframe'] as const)(
  'a blocked %s waits for its refused service, and is unblocked at the grant of that service',
  async name => {
    const consent = create()
    register(consent, {
      unblockedBy: { category: 'analytics', name: 'Chat' },
      hosts: ['chat.test'],
    })
    const element = document.createElement(name)
    element.src = 'https://chat.test/x.js'
    document.body.append(element)
    const isBlocked = () =>
      name === 'script'
        ? element.getAttribute('type') === 'text/plain'
        : !element.hasAttribute('src') && element.dataset['src'] === 'https://chat.test/x.js'
    expect(element.dataset['consent']).toBe('analytics')
    consent.decide({ analytics: true }, { without: ['analytics/Chat'] })
    // The placeholder of an iframe asks for the service in this attribute.
    if (name === 'iframe')
      await vi.waitFor(() => expect(element.dataset['consent']).toBe('analytics/Chat'))
    await settle()
    expect(isBlocked()).toBe(true)
    consent.acceptAll()
    await vi.waitFor(() => expect(isBlocked()).toBe(false))
    expect(element.getAttribute('src')).toBe('https://chat.test/x.js')
    element.remove()
  },
)

test('blocked markup waits for its own category and for the category of the rule of its address', async () => {
  const consent = create()
  register(consent, { unblockedBy: { category: 'marketing', name: 'Ads' }, hosts: ['ads.test'] })
  document.body.innerHTML =
    '<script type="text/plain" data-consent="analytics" data-src="https://ads.test/x.js"></script>'
  const script = document.querySelector('script')
  for (const choices of [{ analytics: true }, { analytics: false, marketing: true }]) {
    consent.decide(choices)
    await settle()
    expect(script?.type).toBe('text/plain')
    expect(script?.dataset['consent']).toBe('analytics')
  }
  consent.acceptAll()
  await vi.waitFor(() => expect(script?.type).toBe(''))
})
