// @vitest-environment happy-dom

import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { settle } from '../../../../test/support/settle.ts'
import { stubFetch } from '../../../../test/support/stub-fetch.ts'
import {
  type Attachable,
  type ConsentStorage,
  cookiePairs,
  createStore,
  deleteCookie,
} from '../core/index.ts'
import { type GatedOptions, service } from './service.ts'

type Category = 'support' | 'marketing'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  for (const pair of cookiePairs()) deleteCookie(pair.replace(/=.*/, ''))
  localStorage.clear()
})

const memory = () => {
  const storage = {
    values: [] as readonly string[],
    read: () => storage.values,
    write: (value: string) => {
      storage.values = [value]
    },
  }
  return storage satisfies ConsentStorage
}

const create = (
  services: Partial<Record<Category, readonly Attachable[]>>,
  storage: ConsentStorage = memory(),
  others: readonly Attachable[] = [],
) => {
  const consent = createStore<Category>(
    {
      policy: { version: '1' },
      categories: {
        support: { services: services.support },
        marketing: { services: services.marketing },
      },
      services: others,
    },
    { storage, signals: { gpc: false } },
  )
  onTestFinished(consent.destroy)
  return consent
}

const NOT_STATED = { recipients: 'not-stated', retention: 'not-stated' } as const

/** A service that logs its starts and stops. */
const chat = (changes: Partial<GatedOptions> = {}) => {
  const log: unknown[] = []
  return {
    log,
    chat: service({
      name: 'Chat',
      ...NOT_STATED,
      match: ['chat.test'],
      cookies: ['chat_*'],
      start: () => log.push('start'),
      stop: () => log.push('stop'),
      ...changes,
    }),
  }
}

/** A storage with a decision of an earlier page. @default every category is granted */
const decided = (choices = { support: true, marketing: true }): ConsentStorage => {
  const storage = memory()
  const consent = create({}, storage)
  consent.decide(choices)
  consent.destroy()
  return storage
}

/** Records the warnings of one test. */
const warnings = () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  return warn
}

const set = (...names: string[]): void => {
  for (const name of names) document.cookie = `${name}=1; path=/`
}

/** Returns the current setter of `document.cookie`. */
const cookieSetter = (): ((cookie: string) => void) => {
  let holder: object = document
  while (!Object.getOwnPropertyDescriptor(holder, 'cookie')) holder = Object.getPrototypeOf(holder)
  return Object.getOwnPropertyDescriptor(holder, 'cookie')?.set ?? (() => {})
}

/** Returns the cookies that have a value, since happy-dom keeps a deleted cookie for a moment. */
const cookies = (): readonly string[] =>
  document.cookie.split('; ').filter(pair => pair.endsWith('=1'))

test('a service starts at the grant, stops at the withdrawal and starts at a later grant', () => {
  const { chat: service, log } = chat()
  const consent = create({ support: [service] })
  expect(log).toEqual([])
  consent.rejectAll()
  consent.decide({ marketing: true })
  expect(log).toEqual([])
  consent.decide({ support: true })
  consent.decide({ marketing: false })
  expect(log).toEqual(['start'])
  consent.withdraw('support')
  consent.rejectAll()
  expect(log).toEqual(['start', 'stop'])
  consent.acceptAll()
  expect(log).toEqual(['start', 'stop', 'start'])
})

test('a service starts at once when it is granted already', () => {
  const { chat: service, log } = chat()
  create({ support: [service] }, decided())
  expect(log).toEqual(['start'])
})

test('a service does not start for a restricted visitor, and stops at restrict(true)', () => {
  const { chat: service, log } = chat()
  const consent = create({ support: [service] }, decided())
  consent.restrict(true)
  expect(log).toEqual(['start', 'stop'])
})

test('start and stop receive the consent and the category', () => {
  const start = vi.fn()
  const stop = vi.fn()
  const consent = create({ support: [chat({ start, stop }).chat] })
  consent.acceptAll()
  consent.rejectAll()
  expect(start).toHaveBeenCalledExactlyOnceWith({ consent, category: 'support', isFirst: false })
  expect(stop).toHaveBeenCalledExactlyOnceWith({ consent, category: 'support' })
})

test.each([
  ['outside the categories runs under the category of its options', false],
  ['that a category lists runs under that category, whatever its options say', true],
])('a service %s', (_, isListed) => {
  const { reaches } = stubFetch()
  const { chat: service, log } = chat({ category: 'marketing' })
  const consent = create(
    isListed ? { support: [service] } : {},
    memory(),
    isListed ? [] : [service],
  )
  const [own, other] = isListed
    ? (['support', 'marketing'] as const)
    : (['marketing', 'support'] as const)
  consent.decide({ [other]: true })
  expect(log).toEqual([])
  expect(reaches('https://chat.test/')).toBe(false)
  consent.decide({ [own]: true })
  expect(log).toEqual(['start'])
  expect(reaches('https://chat.test/')).toBe(true)
})

test('requests of a service are blocked while it is denied, sent from its start on, and blocked while it stops', () => {
  const { reaches } = stubFetch()
  const answers: boolean[] = []
  const ask = () => answers.push(reaches('https://chat.test/hello'))
  const consent = create({ support: [chat({ start: ask, stop: ask }).chat] })
  ask()
  expect(reaches('https://shop.test/cart')).toBe(true)
  consent.acceptAll()
  ask()
  consent.withdraw('support')
  ask()
  expect(answers).toEqual([false, true, true, false, false])
})

test.each([
  ['swept when nothing has been decided', undefined, []],
  ['swept when it is refused', false, []],
  ['kept when it is granted', true, ['chat_id=1']],
])('cookies of a service are %s at the start', async (_, support, kept) => {
  set('chat_id', 'session')
  const storage = support === undefined ? memory() : decided({ support, marketing: false })
  create({ support: [chat().chat] }, storage)
  await settle()
  expect(cookies()).toEqual([...kept, 'session=1'])
})

test('a cookie is kept when a granted service has the more specific rule, in any order of attaching', async () => {
  const storage = decided({ support: false, marketing: true })
  set('chat_id', 'chat_ad')
  const ads = service({
    ...NOT_STATED,
    name: 'Ads',
    match: [],
    cookies: ['chat_ad'],
    start() {},
    stop() {},
  })
  create({ support: [chat().chat], marketing: [ads] }, storage)
  await settle()
  expect(cookies()).toEqual(['chat_ad=1'])
})

test('cookies of a service are swept at the withdrawal, after stop', () => {
  const consent = create({ support: [chat({ stop: () => set('chat_last') }).chat] })
  consent.acceptAll()
  set('chat_id', 'session')
  consent.withdraw('support')
  expect(cookies()).toEqual(['session=1'])
})

test('a cookie that a service writes after the withdrawal is swept a second later', () => {
  vi.useFakeTimers()
  // The setter from before the interceptors, which writes a cookie as a frame of the site can.
  const write = cookieSetter()
  const consent = create({ support: [chat().chat] })
  consent.acceptAll()
  consent.withdraw('support')
  write.call(document, 'chat_late=1; path=/')
  set('session')
  vi.advanceTimersByTime(999)
  expect(cookies()).toEqual(['chat_late=1', 'session=1'])
  vi.advanceTimersByTime(1)
  expect(cookies()).toEqual(['session=1'])
})

test('a cookie of a service that is granted again within a second is not swept', () => {
  vi.useFakeTimers()
  const consent = create({ support: [chat().chat] })
  consent.acceptAll()
  consent.withdraw('support')
  consent.acceptAll()
  set('chat_id')
  vi.advanceTimersByTime(5000)
  expect(cookies()).toEqual(['chat_id=1'])
})

test('a withdrawal of another category does not sweep the cookies of a service', () => {
  vi.useFakeTimers()
  const ads = service({
    ...NOT_STATED,
    name: 'Ads',
    match: [],
    cookies: ['ads'],
    start() {},
    stop() {},
  })
  const consent = create({ support: [chat().chat], marketing: [ads] })
  consent.acceptAll()
  set('chat_id', 'ads')
  consent.withdraw('marketing')
  vi.advanceTimersByTime(5000)
  expect(cookies()).toEqual(['chat_id=1'])
})

test('a prerendered page keeps the cookies of a granted service and deletes those of a refused one', async () => {
  const storage = decided({ support: true, marketing: false })
  Object.defineProperty(document, 'prerendering', { configurable: true, value: true })
  onTestFinished(() => void Reflect.deleteProperty(document, 'prerendering'))
  const { chat: service, log } = chat()
  const { chat: ads } = chat({ name: 'Ads', cookies: ['ads'] })
  set('chat_id', 'ads')
  create({ support: [service], marketing: [ads] }, storage)
  await settle()
  expect(log).toEqual([])
  expect(cookies()).toEqual(['chat_id=1'])
})

test('destroy stops a service and keeps its cookies', () => {
  vi.useFakeTimers()
  const { chat: service, log } = chat()
  const consent = create({ support: [service] })
  consent.acceptAll()
  set('chat_id')
  consent.destroy()
  expect(consent.$state.get().granted.support).toBe(false)
  vi.advanceTimersByTime(5000)
  expect(log).toEqual(['start', 'stop'])
  expect(cookies()).toEqual(['chat_id=1'])
})

test('a service makes the gate unblock the markup of the page', async () => {
  document.body.innerHTML = '<script type="text/plain" data-consent="marketing">run()</script>'
  const script = document.querySelector('script')
  const consent = create({ support: [chat().chat] })
  consent.acceptAll()
  await vi.waitFor(() => expect(script?.type).toBe(''))
})

test('a start that does not settle is reported after ten seconds, and delays nothing', async () => {
  vi.useFakeTimers()
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
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

test('a service starts and stops when setTimeout throws [5]', async () => {
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  const { chat: service, log } = chat()
  const consent = create({ support: [service] })
  for (const name of ['setTimeout', 'clearTimeout'])
    vi.stubGlobal(name, () => {
      throw new TypeError('broken')
    })
  consent.acceptAll()
  set('chat_id')
  consent.rejectAll()
  consent.acceptAll()
  expect(log).toEqual(['start', 'stop', 'start'])
  expect(cookies()).toEqual([])
  vi.unstubAllGlobals()
  await settle()
  expect(report).not.toHaveBeenCalled()
})

test('a service that the visitor refuses by another switch does not start, and its category is not pending', () => {
  const refused = vi.fn(() => true)
  const { chat: service, log } = chat({ refused })
  const consent = create({ support: [service] })
  expect(consent.$state.get().pending).toEqual(['marketing'])
  consent.acceptAll()
  expect(log).toEqual([])
  consent.rejectAll()
  expect(log).toEqual([])
  refused.mockReturnValue(false)
  consent.acceptAll()
  expect(log).toEqual(['start'])
})

test.each([
  '',
  'Chat.test',
  'chat test',
  '*.',
  'javascript:alert()',
  'ftp://chat.test',
  'chat_test',
])('in development an invalid pattern throws: %j', pattern => {
  expect(() => create({ support: [chat({ match: [pattern] }).chat] })).toThrow(
    expect.objectContaining({ name: 'ConsentError', code: 'match', value: pattern }),
  )
})

test('accepts hosts, paths, parameters and whole URLs as patterns', () => {
  const match = [
    ...['chat.test', '*.chat.test', 'chat.*', 'chat.test:8443', 'chat.test/widget'],
    ...['chat.test?id=1', '/chat', 'https://chat.test/Widget', 'http://localhost:8080'],
  ]
  expect(() => create({ support: [chat({ match }).chat] })).not.toThrow()
})

test('in development a service without a category throws, and leaves no interceptor', () => {
  const { original } = stubFetch()
  expect(() => create({}, memory(), [chat().chat])).toThrow(
    expect.objectContaining({ name: 'ConsentError', code: 'category', value: '' }),
  )
  expect(window.fetch).toBe(original)
})

test('on a visitor’s page a service with an invalid address stays blocked whatever is granted and is not pending, and the others run', () => {
  vi.stubEnv('NODE_ENV', 'production')
  onTestFinished(() => void vi.unstubAllEnvs())
  const warn = warnings()
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  const { reaches } = stubFetch()
  const broken = chat({ match: ['http://[', 'chat.test'] })
  const { chat: other, log } = chat({ name: 'Other', match: [] })
  const consent = create({ support: [broken.chat], marketing: [other] })
  expect(consent.$state.get().pending).toEqual(['marketing'])
  consent.acceptAll()
  expect(reaches('https://chat.test/')).toBe(false)
  consent.rejectAll()
  expect([...broken.log, ...log]).toEqual(['start', 'stop'])
  expect(warn).toHaveBeenCalledExactlyOnceWith('[SpaceONE Consent] service-failed', 'Chat')
  expect(report).toHaveBeenCalledExactlyOnceWith(expect.any(TypeError))
})

test('a service whose start rejects or throws is reported and blocked, its cookies and data are swept, and the others start', async () => {
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  const warn = warnings()
  const { reaches } = stubFetch()
  const error = new Error('host')
  const { chat: broken } = chat({
    storage: ['chat'],
    start: () => {
      localStorage.setItem('chat', '1')
      return Promise.reject(error)
    },
  })
  const { chat: thrower } = chat({
    name: 'Thrower',
    start: () => {
      throw error
    },
  })
  const { chat: other, log } = chat({ name: 'Other', match: [] })
  create({ support: [broken, thrower, other] }).acceptAll()
  expect(log).toEqual(['start'])
  await settle()
  expect(report.mock.calls).toEqual([[error], [error]])
  expect(localStorage.getItem('chat')).toBeNull()
  expect(reaches('https://chat.test/')).toBe(false)
  expect(warn.mock.calls.flat()).toContain(
    '[SpaceONE Consent] Service "Chat" could not start. Expected start() to return without an error. The service stays blocked. See dist/script/docs/packages/consent/src/gate/README.md#services-of-your-own',
  )
})

test('a failed service is pending again in the next consent that it is passed to', async () => {
  vi.stubGlobal('reportError', vi.fn())
  warnings()
  const { chat: broken } = chat({ start: () => Promise.reject(new Error('host')) })
  const first = create({ support: [broken] })
  first.acceptAll()
  await settle()
  expect(broken.failed?.()).toBe(true)
  first.destroy()
  localStorage.clear()
  expect(create({ support: [broken] }).$state.get().pending).toEqual(['support', 'marketing'])
})
