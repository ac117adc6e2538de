// @vitest-environment happy-dom

import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { openStore } from '../../../../test/support/open-store.ts'
import { settle } from '../../../../test/support/settle.ts'
import { stubFetch } from '../../../../test/support/stub-fetch.ts'
import { memoryStorage } from '../core/index.ts'
import { gateOf } from './gate.ts'
import type { Owner, Rule } from './rules.ts'

// `unblock.ts` is a file of its own, which is loaded here before the tests.
beforeAll(() => import('./blocked-markup/unblock.ts'))

const ANALYTICS: Owner = { category: 'analytics' }
const CHAT: Owner = { category: 'analytics', name: 'Chat' }
const ADDRESS = 'https://chat.test/x.js'

const create = (changes: Partial<Rule> = {}, storage = memoryStorage()) => {
  const declared = (...names: readonly string[]) => ({
    services: names.map(name => ({ name, attach: () => () => {} })),
  })
  const consent = openStore<'analytics' | 'marketing'>(
    { analytics: declared('Chat', 'Survey'), marketing: declared('Ads') },
    { storage },
  )
  const gate = gateOf(consent)
  const rule = { unblockedBy: ANALYTICS, hosts: ['chat.test'], ...changes }
  onTestFinished(gate.register(rule).dispose)
  return { consent, gate, storage }
}

const nextBurst = () => Promise.resolve()

/** Says whether a gate watches the page for new elements. Such a gate also unblocks markup. */
const isWatched = () =>
  !document.dispatchEvent(new Event('spaceone-consent-watch', { cancelable: true }))

test('the first rule starts interceptors and unblocking, and disposing the last rule stops both', () => {
  const { original, reaches } = stubFetch()
  const gate = gateOf(openStore({ analytics: {} }))
  const register = (host: string) => gate.register({ unblockedBy: ANALYTICS, hosts: [host] })
  expect(window.fetch).toBe(original)
  for (const _ of ['first', 'again']) {
    const [chat, ads] = [register('chat.test'), register('ads.test')]
    expect([window.fetch === original, isWatched()]).toEqual([false, true])
    chat.dispose()
    expect(reaches('https://chat.test/')).toBe(true)
    expect(reaches('https://ads.test/')).toBe(false)
    for (const _ of ['once', 'twice']) ads.dispose()
    expect([window.fetch === original, isWatched()]).toEqual([true, false])
  }
})

test('a withdrawal in another page blocks a service from the next burst of work on, and a withdrawal in the page itself at once', async () => {
  const { reaches } = stubFetch()
  const { consent, storage } = create()
  consent.acceptAll()
  expect(reaches(ADDRESS)).toBe(true)
  consent.withdraw('analytics')
  expect(reaches(ADDRESS)).toBe(false)
  consent.acceptAll()
  storage.write('', 0)
  await nextBurst()
  expect(consent.isGranted('analytics')).toBe(true)
  expect(reaches(ADDRESS)).toBe(false)
  expect(consent.isGranted('analytics')).toBe(false)
})

test('the record is read once per burst of synchronous work, for any number of requests, and whatever queueMicrotask a library puts in place of that of the browser', async () => {
  const { reaches } = stubFetch()
  const storage = memoryStorage()
  const read = vi.spyOn(storage, 'read')
  const { consent } = create({}, storage)
  consent.acceptAll()
  const replacement = vi.fn()
  for (const burst of ['first', 'next', 'third', 'last']) {
    await nextBurst()
    read.mockClear()
    for (let count = 0; count < 100; count += 1) {
      reaches(ADDRESS)
      document.createElement('img').src = '/own.png'
      document.createElement('script').src = ADDRESS
    }
    expect(read).toHaveBeenCalledOnce()
    if (burst === 'next') vi.stubGlobal('queueMicrotask', replacement)
  }
  expect(replacement).not.toHaveBeenCalled()
})

test('a withdrawal stops services, then sweeps once, then blocks the iframes, without a warning', async () => {
  const log: string[] = []
  const warn = vi.spyOn(console, 'warn')
  const { consent, gate } = create({ databases: ['chat', 'survey'] })
  consent.acceptAll()
  // The file that unblocks markup is loaded with the first blocked element.
  document.body.innerHTML = `<iframe src="${ADDRESS}"></iframe><p data-consent="analytics" data-src="/x"></p>`
  await vi.waitFor(() => expect(document.querySelector('p')?.hasAttribute('src')).toBe(true))
  vi.stubGlobal('indexedDB', { deleteDatabase: (name: string) => log.push(`sweep ${name}`) })
  document.addEventListener('spaceone-consent-iframe', () => log.push('block'), { once: true })
  for (const name of ['Chat', 'Survey'])
    gate.follow({ category: 'analytics', name }, () => () => {
      log.push(`stop ${name}`)
    })
  consent.withdraw('analytics')
  expect(log).toEqual(['stop Chat', 'stop Survey', 'sweep chat', 'sweep survey', 'block'])
  expect(warn).not.toHaveBeenCalled()
  expect(document.querySelector('iframe')?.hasAttribute('src')).toBe(false)
})

test('a function that follow has registered for a grant stops at its dispose, and does not run again', async () => {
  const { consent, gate } = create()
  const stop = vi.fn()
  const begin = vi.fn(() => stop)
  consent.acceptAll()
  const dispose = gate.follow(CHAT, begin)
  expect([begin.mock.calls.length, stop.mock.calls.length]).toEqual([1, 0])
  dispose()
  expect(stop).toHaveBeenCalledOnce()
  consent.rejectAll()
  consent.acceptAll()
  await settle()
  expect(begin).toHaveBeenCalledOnce()
})

test('sweeps once for each state, and once more a second later, and not when the only rule is disposed before the first sweep', async () => {
  vi.useFakeTimers()
  const deleteDatabase = vi.fn()
  vi.stubGlobal('indexedDB', { deleteDatabase })
  const swept = () => deleteDatabase.mock.calls.splice(0).length
  const gate = gateOf(openStore({ analytics: {} }))
  gate.register({ unblockedBy: ANALYTICS, databases: ['chat'] }).dispose()
  await nextBurst()
  gate.blockService(ANALYTICS, 'failed')
  expect(swept()).toBe(0)
  const { consent } = create({ databases: ['chat'] })
  consent.rejectAll()
  expect(swept()).toBe(1)
  // The gate also sweeps in the microtask after its start, but not twice for the same state.
  await nextBurst()
  expect(swept()).toBe(0)
  for (const [ms, times] of [
    [999, 0],
    [1, 1],
    [60_000, 0],
  ] as const) {
    vi.advanceTimersByTime(ms)
    expect(swept()).toBe(times)
  }
})

const put = <Name extends 'script' | 'iframe'>(name: Name, isMarkup = false) => {
  document.body.innerHTML = isMarkup
    ? `<script type="text/plain" data-consent="analytics" data-src="${ADDRESS}"></script>`
    : ''
  const element = document.querySelector(name) ?? document.createElement(name)
  if (!isMarkup) {
    element.src = ADDRESS
    document.body.append(element)
  }
  const isBlocked = () =>
    name === 'script'
      ? element.getAttribute('type') === 'text/plain'
      : !element.hasAttribute('src') && element.dataset['src'] === ADDRESS
  const isUnblocked = async () => {
    await vi.waitFor(() => expect(isBlocked()).toBe(false))
    expect(element.getAttribute('src')).toBe(ADDRESS)
  }
  return { element, isBlocked, isUnblocked }
}

test.each(['script', 'iframe'] as const)(
  'a blocked %s waits for its refused service, and is unblocked at the grant of that service',
  async name => {
    const { consent } = create({ unblockedBy: CHAT })
    const { element, isBlocked, isUnblocked } = put(name)
    expect(element.dataset['consent']).toBe('analytics')
    consent.decide({ analytics: true }, { without: ['analytics/Chat'] })
    // The placeholder of an iframe asks for the service that `data-consent` names.
    if (name === 'iframe')
      await vi.waitFor(() => expect(element.dataset['consent']).toBe('analytics/Chat'))
    await settle()
    expect(isBlocked()).toBe(true)
    consent.acceptAll()
    await isUnblocked()
  },
)

test('blocked markup waits for its own category and for the category of the rule of its address', async () => {
  const { consent } = create({ unblockedBy: { category: 'marketing', name: 'Ads' } })
  const { element, isBlocked, isUnblocked } = put('script', true)
  for (const choices of [{ analytics: true }, { analytics: false, marketing: true }]) {
    consent.decide(choices)
    await settle()
    expect([isBlocked(), element.dataset['consent']]).toEqual([true, 'analytics'])
  }
  consent.acceptAll()
  await isUnblocked()
})
