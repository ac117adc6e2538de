// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from 'vitest'
import { MANY, withOdd, withPollution } from '../../../../test/support/odd-values.ts'
import type { AnyConsent } from '../core/index.ts'
import { deliverTo } from '../evidence.ts'
import { blockedMarkup, createConsent } from '../index.ts'

withPollution()
beforeEach(() => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 204 }))
  vi.stubGlobal('Request', { prototype: { keepalive: true } })
  vi.spyOn(console, 'warn').mockReturnValue()
})

// Texts in the cookie, the history and the outbox are tested in stored.fuzz.test.ts and
// delivery.fuzz.test.ts, and names of purposes in start-blocked-markup.test.ts.

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
  // The browser reports an error in a listener to the window, not to the sender of the event.
  const onError = (event: Event) => event.preventDefault()
  window.addEventListener('error', onError)
  const consent = createConsent({
    policy: { version: '1' },
    categories: { analytics: {} },
    services: [blockedMarkup()],
    delivery: deliverTo({ url: 'https://host.example/events' }),
  })
  const run = (act: Act, value: unknown) => {
    const send = () => {
      try {
        act(value, consent)
      } catch {
        // The act may throw for a value that cannot be converted to a string.
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
