// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest'
import { agreedStorage } from '../../../../test/support/agreed-storage.ts'
import { broken } from '../../../../test/support/broken.ts'
import { openStore, type StoreOptions } from '../../../../test/support/open-store.ts'
import { cookies, setCookies } from '../../../../test/support/page-cookies.ts'
import { redefine } from '../../../../test/support/redefine.ts'
import { settle } from '../../../../test/support/settle.ts'
import { stubFetch } from '../../../../test/support/stub-fetch.ts'
import type { Service } from '../core/index.ts'
import { blockedMarkup, gatedService, type ServiceOptions, service } from './service.ts'

type Category = 'support' | 'marketing'

const create = (
  services: Partial<Record<Category, readonly Service[]>>,
  options?: StoreOptions<Category>,
) =>
  openStore<Category>(
    { support: { services: services.support }, marketing: { services: services.marketing } },
    options,
  )

const NOT_STATED = { recipients: 'not-stated', retention: 'not-stated' } as const

const chat = (changes: Partial<ServiceOptions> = {}) => {
  const log: unknown[] = []
  return {
    log,
    chat: service({
      name: 'Chat',
      ...NOT_STATED,
      addresses: ['chat.test'],
      cookies: ['chat_*'],
      start: () => log.push('start'),
      stop: () => log.push('stop'),
      ...changes,
    }),
  }
}

const ads = () => chat({ name: 'Ads', addresses: [], cookies: ['ads', 'chat_ad'] }).chat

const decided = (support: boolean, marketing: boolean) => ({
  storage: agreedStorage({ support, marketing }),
})

const faults = () => {
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  return { report, warn: vi.spyOn(console, 'warn').mockImplementation(() => {}) }
}

test.each([true, false])(
  'a start that ends after the withdrawal is followed by a second stop, and is no failure (%s) [2]',
  async isResolved => {
    const { report, warn } = faults()
    const ends: (() => void)[] = []
    const { chat: service, log } = chat({
      start: () =>
        new Promise<void>((resolve, reject) => {
          log.push('start')
          ends.push(() => (isResolved ? resolve() : reject(new Error('aborted'))))
        }),
    })
    const consent = create({ support: [service] })
    consent.acceptAll()
    consent.withdraw('support')
    expect(log.splice(0)).toEqual(['start', 'stop'])
    ends.pop()?.()
    await settle()
    expect(log.splice(0)).toEqual(['stop'])
    // A start that ends after a withdrawal and a new grant does not stop the new run.
    consent.acceptAll()
    consent.withdraw('support')
    consent.acceptAll()
    ends.shift()?.()
    await settle()
    expect(log).toEqual(['start', 'stop', 'start'])
    expect(report).not.toHaveBeenCalled()
    expect(warn).not.toHaveBeenCalled()
  },
)

test('without AbortController a service does not start, and stays silent [62]', () => {
  const { report } = faults()
  vi.stubGlobal('AbortController', broken)
  const { chat: service, log } = chat()
  create({ support: [service] }).acceptAll()
  expect(log).toEqual([])
  expect(report).toHaveBeenCalledOnce()
})

test('a service starts at the grant, stops at the withdrawal and starts at a later grant, with the consent and the category; its signal is aborted just before stop, and the next start has a new signal [2]', () => {
  const log: unknown[] = []
  const consent = create({
    support: [
      chat({
        start({ isFirst, signal, ...given }) {
          log.push('start', given, isFirst, signal.aborted)
          signal.addEventListener('abort', () => log.push('abort'))
        },
        stop: given => log.push('stop', given),
      }).chat,
    ],
  })
  const given = { consent, category: 'support' }
  const START = ['start', given, false, false]
  consent.rejectAll()
  consent.decide({ marketing: true })
  expect(log).toEqual([])
  consent.decide({ support: true })
  consent.decide({ marketing: false })
  expect(log).toEqual(START)
  consent.withdraw('support')
  consent.rejectAll()
  expect(log.splice(0)).toEqual([...START, 'abort', 'stop', given])
  consent.acceptAll()
  expect(log).toEqual(START)
})

test.each<[string, readonly [own: Category, other: Category]]>([
  ['outside the categories runs under the category of its options', ['marketing', 'support']],
  ['of a category runs under that category, whatever its options say', ['support', 'marketing']],
])('a service %s, and its requests are blocked meanwhile', (_, [own, other]) => {
  const { reaches } = stubFetch()
  const isSent = () => reaches('https://chat.test/hello')
  const sent: boolean[] = []
  const [start, stop] = [() => sent.push(isSent()), () => sent.push(isSent())]
  const { chat: service } = chat({ category: 'marketing', start, stop })
  const consent =
    own === 'support' ? create({ support: [service] }) : create({}, { services: [service] })
  expect([isSent(), reaches('https://shop.test/cart')]).toEqual([false, true])
  consent.decide({ [other]: true })
  expect([isSent(), sent]).toEqual([false, []])
  consent.decide({ [own]: true })
  expect([isSent(), sent]).toEqual([true, [true]])
  consent.decide({ [own]: false })
  expect([isSent(), sent]).toEqual([false, [true, false]])
})

test('of two services of a category the refused one does not run, its requests are blocked and its cookies deleted, and the answers can be swapped', async () => {
  vi.useFakeTimers()
  const { reaches } = stubFetch()
  const { chat: service, log } = chat()
  const survey = chat({ name: 'Survey', addresses: ['survey.test'], cookies: ['survey_*'] })
  const consent = create({ support: [service, survey.chat] })
  const lookWithout = async (name: 'Chat' | 'Survey') => {
    setCookies('chat_id', 'survey_id')
    consent.decide({ support: true }, { without: [`support/${name}`] })
    setCookies('chat_id', 'survey_id')
    // The simulated browser keeps a deleted cookie for a millisecond.
    await vi.advanceTimersByTimeAsync(1)
    return [
      log,
      survey.log,
      cookies(),
      ['chat', 'survey'].map(host => reaches(`https://${host}.test/`)),
    ]
  }
  expect(await lookWithout('Survey')).toEqual([['start'], [], ['chat_id'], [true, false]])
  expect(await lookWithout('Chat')).toEqual([
    ...[['start', 'stop'], ['start'], ['survey_id'], [false, true]],
  ])
})

test.each<[string, StoreOptions<Category>, readonly string[]]>([
  ['swept when nothing has been decided', {}, []],
  ['swept when it is refused', decided(false, false), []],
  ['kept when it is granted', decided(true, false), ['chat_id']],
  ['swept, except one of a granted service with a closer rule', decided(false, true), ['chat_ad']],
])('cookies of a service are %s at the start', async (_, options, kept) => {
  setCookies('chat_id', 'session')
  if (kept.includes('chat_ad')) setCookies('chat_ad')
  create({ support: [chat().chat], marketing: [ads()] }, options)
  await settle()
  expect(cookies()).toEqual([...kept, 'session'])
})

test('cookies of a service are swept at its withdrawal, after stop, and not while it is granted', () => {
  vi.useFakeTimers()
  const consent = create({
    support: [chat({ stop: () => setCookies('chat_last') }).chat],
    marketing: [ads()],
  })
  consent.acceptAll()
  setCookies('chat_id', 'session')
  consent.withdraw('support')
  expect(cookies()).toEqual(['session'])
  consent.acceptAll()
  setCookies('chat_id', 'ads')
  consent.withdraw('marketing')
  vi.advanceTimersByTime(5000)
  expect(cookies()).toEqual(['chat_id', 'session'])
})

test('a prerendered page keeps the cookies and keys of a granted service and deletes those of a refused one', async () => {
  const options = decided(true, false)
  redefine(document, 'prerendering', { value: true })
  const { chat: service, log } = chat({ storage: ['chat'] })
  setCookies('chat_id', 'ads')
  localStorage.setItem('chat', '1')
  create({ support: [service], marketing: [ads()] }, options)
  await settle()
  expect([log, cookies(), localStorage.getItem('chat')]).toEqual([[], ['chat_id'], '1'])
})

test('destroy stops a service and keeps its cookies', () => {
  vi.useFakeTimers()
  const { chat: service, log } = chat()
  const consent = create({ support: [service] })
  consent.acceptAll()
  setCookies('chat_id')
  consent.destroy()
  expect(consent.$state.get().granted.support).toBe(false)
  vi.advanceTimersByTime(5000)
  expect([log, cookies()]).toEqual([['start', 'stop'], ['chat_id']])
})

test('a start that does not settle is reported after ten seconds, and delays nothing', async () => {
  vi.useFakeTimers()
  const { warn } = faults()
  const { chat: other, log } = chat()
  const slow = chat({ name: 'Slow', start: () => new Promise(() => {}) }).chat
  create({ support: [slow, other] }).acceptAll()
  expect(log).toEqual(['start'])
  await vi.advanceTimersByTimeAsync(9999)
  expect(warn).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    '[SpaceONE Consent] Service "Slow" has not started after 10 seconds. Expected the promise that start() returns to settle sooner. Nothing else waits for the service. See dist/script/docs/packages/consent/src/gate/README.md#services-of-your-own',
  )
})

test('a service that the visitor refuses by another switch does not start, and its category is not pending', () => {
  const refused = vi.fn(() => true)
  const { chat: service, log } = chat({ refused })
  const consent = create({ support: [service] })
  expect(consent.$state.get().pending).toEqual(['marketing'])
  consent.acceptAll()
  consent.rejectAll()
  expect(log).toEqual([])
  refused.mockReturnValue(false)
  consent.acceptAll()
  expect(log).toEqual(['start'])
})

test('in development an invalid pattern throws; hosts, paths, parameters and whole URLs are valid', () => {
  const openWith = (addresses: readonly string[]) => () =>
    create({ support: [chat({ addresses }).chat] })
  for (const pattern of [
    ...['', 'Chat.test', 'chat test', '*.', 'javascript:alert()', 'ftp://chat.test', 'chat_test'],
  ])
    expect(openWith([pattern]), pattern).toThrow(
      expect.objectContaining({ name: 'ConsentError', code: 'addresses', value: pattern }),
    )
  const valid = openWith([
    ...['chat.test', '*.chat.test', 'chat.*', 'chat.test:8443', 'chat.test/widget'],
    ...['chat.test?id=1', '/chat', 'https://chat.test/Widget', 'http://localhost:8080'],
    ...['*?id=1', '*/chat/widget?id=1'],
  ])
  expect(valid).not.toThrow()
})

test('in development a service without a category or with an invalid id throws, and leaves no interceptor', () => {
  const { original } = stubFetch()
  expect(() => create({}, { services: [chat().chat] })).toThrow(
    expect.objectContaining({ name: 'ConsentError', code: 'category', value: '' }),
  )
  expect(() => service({ ...chat().chat, id: 'G 1', isInvalid: true } as never)).toThrow(
    expect.objectContaining({ name: 'ConsentError', code: 'preset-id', value: 'G 1' }),
  )
  expect(window.fetch).toBe(original)
})

test('on a visitor’s page a service with an invalid address stays blocked whatever is granted and is not pending, and the others run', () => {
  vi.stubEnv('NODE_ENV', 'production')
  const { report, warn } = faults()
  const { reaches } = stubFetch()
  const invalid = chat({ addresses: ['http://[', 'chat.test'] })
  const { chat: other, log } = chat({ name: 'Other', addresses: [] })
  const consent = create({ support: [invalid.chat], marketing: [other] })
  expect(consent.$state.get().pending).toEqual(['marketing'])
  consent.acceptAll()
  expect(reaches('https://chat.test/')).toBe(false)
  consent.rejectAll()
  expect([...invalid.log, ...log]).toEqual(['start', 'stop'])
  expect(warn).toHaveBeenCalledExactlyOnceWith('[SpaceONE Consent] service-failed', 'Chat')
  expect(report).toHaveBeenCalledExactlyOnceWith(expect.any(TypeError))
})

test.each([
  ['calls `onFail` if it cannot be attached, on a visitor’s page', 'production', broken, 1],
  ['starts and calls no `onFail` once it is attached', 'production', () => {}, 0],
  ['calls no `onFail` in development, where createConsent throws', 'development', broken, 0],
])('a service %s', (_, mode, onAttach, times) => {
  vi.stubEnv('NODE_ENV', mode)
  faults()
  const [onFail, start] = [vi.fn(), vi.fn()]
  const failing = gatedService(chat({ start }).chat as ServiceOptions, { onAttach, onFail })
  const open = () => create({ support: [failing] }, decided(true, false))
  if (mode === 'development') expect(open).toThrow()
  else open()
  expect(onFail).toHaveBeenCalledTimes(times)
  expect(start).toHaveBeenCalledTimes(onAttach === broken ? 0 : 1)
})

test('a service whose start rejects or throws is reported and blocked, its data is swept, the others start, and the next consent asks again', async () => {
  const { report, warn } = faults()
  const { reaches } = stubFetch()
  const error = new Error('host')
  const { chat: rejecting } = chat({
    storage: ['chat'],
    start: () => {
      localStorage.setItem('chat', '1')
      return Promise.reject(error)
    },
  })
  const { chat: thrower } = chat({ name: 'Thrower', start: broken })
  const { chat: other, log } = chat({ name: 'Other', addresses: [] })
  const first = create({ support: [rejecting, thrower, other] })
  first.acceptAll()
  expect(log).toEqual(['start'])
  await settle()
  expect(report.mock.calls).toEqual([[expect.any(TypeError)], [error]])
  expect(localStorage.getItem('chat')).toBeNull()
  expect(reaches('https://chat.test/')).toBe(false)
  expect(warn.mock.calls.flat()).toContain(
    '[SpaceONE Consent] Service "Chat" could not start. Expected start() to return without an error, and patterns in addresses that can be parsed. Its valid addresses and its cookies stay blocked on this page. See dist/script/docs/packages/consent/src/gate/README.md#services-of-your-own',
  )
  expect(rejecting.failed?.()).toBe(true)
  first.destroy()
  expect(create({ support: [rejecting] }).$state.get().pending).toEqual(['support', 'marketing'])
})

test.each<[string, () => unknown, Partial<ServiceOptions>]>([
  ['on a server', () => vi.stubGlobal('document', undefined), { category: 'support' }],
  ['that is necessary, of which visitors are only told,', () => {}, { necessary: { en: 'Login' } }],
])('a service %s does not start, and nothing is intercepted', (_, prepare, changes) => {
  const { original } = stubFetch()
  prepare()
  const { chat: service, log } = chat(changes)
  create({}, { services: [service], ...decided(true, true) })
  expect([window.fetch, log]).toEqual([original, []])
})

test('blockedMarkup() does not keep the databases of a refused service from being deleted', () => {
  const deleteDatabase = vi.fn()
  vi.stubGlobal('indexedDB', { deleteDatabase })
  const support = [chat({ databases: ['chat'] }).chat]
  create({ support }, { services: [blockedMarkup()] }).rejectAll()
  expect(deleteDatabase).toHaveBeenCalledExactlyOnceWith('chat')
})

test.each([
  ['is unblocked at the grant', ''],
  ['stays blocked after destroy()', 'text/plain'],
])('on a page without a service blocked markup %s, and no address is blocked', async (_, type) => {
  const { reaches } = stubFetch()
  document.body.innerHTML = '<script type="text/plain" data-consent="support">run()</script>'
  const script = document.querySelector('script')
  const consent = create({}, { services: [blockedMarkup()] })
  expect(reaches('https://www.google-analytics.com/g/collect')).toBe(true)
  if (type) consent.destroy()
  await settle()
  expect(script?.type).toBe('text/plain')
  consent.acceptAll()
  await settle()
  // The code that unblocks is a file of its own.
  await vi.waitFor(() => expect(script?.type).toBe(type))
})
