// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MANY, withOdd, withPollution } from '../../../../test/support/odd-values.ts'
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

/** The events that other tabs, the browser or another script may send to the page. */
const EVENTS: readonly (readonly [string, string, EventTarget])[] = [
  ...[['storage', 'key', window] as const, ['storage', 'newValue', window] as const],
  ...[['pageshow', 'persisted', window] as const, ['pageshow', 'key', window] as const],
  ...[['message', 'data', window] as const, ['visibilitychange', 'key', document] as const],
  ['prerenderingchange', 'key', document],
  ['spaceone-consent-iframe', 'detail', document],
  ['spaceone-consent-look', 'detail', document],
]

test('an event with any value in its fields grants nothing, and a refusal still takes effect [49]', async () => {
  // An error in a listener goes to the window, not to the sender of the event.
  const onError = (event: Event) => event.preventDefault()
  window.addEventListener('error', onError)
  const consent = create()
  const run = ([type, field, target]: (typeof EVENTS)[number], value: unknown) => {
    const send = () =>
      target.dispatchEvent(Object.defineProperty(new Event(type), field, { value }))
    send()
    expect(consent.isGranted('analytics')).toBe(false)
    consent.acceptAll()
    send()
    consent.rejectAll()
    send()
    expect(consent.isGranted('analytics')).toBe(false)
  }
  await withOdd(EVENTS, run, MANY)
  consent.erase()
  consent.destroy()
  window.removeEventListener('error', onError)
})
