// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MANY, withOdd, withPollution } from '../../../../test/support/odd-values.ts'
import type { AnyConsent } from '../core/index.ts'
import { deliverTo } from '../evidence.ts'
import { blockedMarkup, createConsent } from '../index.ts'

const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(null, { status: 204 }))

withPollution()
beforeEach(() => {
  vi.stubGlobal('fetch', fetch)
  vi.stubGlobal('Request', { prototype: { keepalive: true } })
  vi.spyOn(console, 'warn').mockReturnValue()
})
afterEach(() => {
  fetch.mockClear()
})

const create = () =>
  createConsent({
    policy: { version: '1' },
    categories: { analytics: {} },
    services: [blockedMarkup()],
    delivery: deliverTo({ url: 'https://host.example/events' }),
  })

// Texts in the cookie, the history and the outbox are tested in stored.fuzz.test.ts and
// delivery.fuzz.test.ts.
test('markup that is blocked for any text runs nothing, sends nothing and grants nothing [49]', async () => {
  await withOdd([(value: unknown) => `${value}`, JSON.stringify], async (write, value) => {
    const script = document.createElement('script')
    Object.assign(script, { type: 'text/plain', textContent: 'window.hasRun = true' })
    try {
      script.dataset['consent'] = `${write(value)}`.slice(0, 20_000)
    } catch {
      // A value that cannot become a text is not a possible attribute.
    }
    document.body.append(script)
    const consent = create()
    expect(consent.isGranted('analytics')).toBe(false)
    expect(consent.history()).toEqual([])
    await Promise.resolve()
    expect('hasRun' in window).toBe(false)
    consent.destroy()
    document.body.replaceChildren()
  })
  expect(fetch).not.toHaveBeenCalled()
})

type Act = (value: unknown, consent: AnyConsent) => unknown

const event =
  (type: string, field: string, target: EventTarget = document): Act =>
  value =>
    target.dispatchEvent(Object.defineProperty(new Event(type), field, { value }))

/** What other tabs, the browser or another script may do to the page. */
const ACTS: readonly Act[] = [
  ...['key', 'newValue'].map(field => event('storage', field, window)),
  ...['persisted', 'key'].map(field => event('pageshow', field, window)),
  event('message', 'data', window),
  ...['visibilitychange', 'prerenderingchange'].map(type => event(type, 'key')),
  ...['spaceone-consent-iframe', 'spaceone-consent-look'].map(type => event(type, 'detail')),
  (value, consent) => consent.setLanguage(value as string),
]

test('an event with any value in its fields and a language of any value grant nothing, and a refusal still takes effect [49]', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  // An error in a listener goes to the window, not to the sender of the event.
  const onError = (event: Event) => event.preventDefault()
  window.addEventListener('error', onError)
  const consent = create()
  const run = (act: Act, value: unknown) => {
    const send = () => {
      try {
        act(value, consent)
      } catch {
        // A value that cannot become a text may throw.
      }
    }
    send()
    expect(consent.isGranted('analytics')).toBe(false)
    consent.acceptAll()
    send()
    consent.rejectAll()
    send()
    expect(consent.isGranted('analytics')).toBe(false)
  }
  await withOdd(ACTS, run, MANY)
  consent.erase()
  consent.destroy()
  window.removeEventListener('error', onError)
})
