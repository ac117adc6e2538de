// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MANY, withOdd } from '../../../../test/support/odd-values.ts'
import { deliverTo } from '../evidence.ts'
import { blockedMarkup, createConsent } from '../index.ts'

const ENTRY = '1001760000000000.1000000000000001.abcdefghijklmnopqrstuv'

const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(null, { status: 204 }))
const prototype = Object.prototype as { analytics?: unknown }

beforeEach(() => {
  vi.stubGlobal('fetch', fetch)
  vi.stubGlobal('Request', { prototype: { keepalive: true } })
  vi.spyOn(console, 'warn').mockReturnValue()
  prototype.analytics = true
})
afterEach(() => {
  expect(Object.entries(prototype)).toEqual([['analytics', true]])
  vi.restoreAllMocks()
  fetch.mockClear()
  delete prototype.analytics
})

const create = () =>
  createConsent({
    policy: { version: '1' },
    categories: { analytics: {} },
    services: [blockedMarkup()],
    delivery: deliverTo({ url: 'https://host.example/events' }),
  })

/** Returns the texts that a value can be stored as. */
const writings = (value: unknown): readonly string[] =>
  [() => `${value}`, () => JSON.stringify(value), () => `[${JSON.stringify(value)}]`].flatMap(
    write => {
      try {
        return `${write()}`.slice(0, 20_000)
      } catch {
        return []
      }
    },
  )

const store = (name: string) => (text: string) =>
  localStorage.setItem(`spaceone_consent.${name}`, text)

/** The places whose content another script may have changed before the page opens. */
const PLACES: readonly ((text: string) => void)[] = [
  text => {
    document.cookie = `spaceone_consent=${text}`
  },
  text => {
    const bytes = String.fromCharCode(...new TextEncoder().encode(text.slice(0, 700)))
    document.cookie = `spaceone_consent=${btoa(bytes)}`
  },
  ...['history', 'outbox', `outbox.${ENTRY}`, `outgoing.${ENTRY}`].map(store),
  text => store(`outgoing.${text}`)('{}'),
  text => {
    const script = document.createElement('script')
    Object.assign(script, { type: 'text/plain', textContent: 'window.hasRun = true' })
    script.dataset['consent'] = text
    document.body.append(script)
  },
]

test('a page with any text in its cookie, history, outbox or blocked markup opens, grants nothing, runs nothing and sends nothing [49]', async () => {
  await withOdd(PLACES, async (put, value) => {
    for (const text of writings(value)) {
      put(text)
      const consent = create()
      expect(consent.isGranted('analytics')).toBe(false)
      expect(consent.history()).toEqual([])
      await Promise.resolve()
      expect('hasRun' in window).toBe(false)
      consent.erase()
      consent.destroy()
      localStorage.clear()
      document.body.replaceChildren()
    }
    expect(fetch).not.toHaveBeenCalled()
  })
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
