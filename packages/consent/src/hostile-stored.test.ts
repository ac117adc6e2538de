// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withEach, withFewLater } from '../../../test/support/hostile.ts'
import { deliverTo } from './evidence.ts'
import { blockedMarkup, createConsent } from './index.ts'

// The tests try many values, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 })

const ADDRESS = 'https://host.example/events'
const ID = 'abcdefghijklmnopqrstuv'
const ENTRY = `spaceone_consent.outgoing.1001760000000000.1000000000000001.${ID}`

const fetch = vi.fn<typeof globalThis.fetch>()
const prototype = Object.prototype as { analytics?: unknown }

beforeEach(() => {
  fetch.mockReset().mockImplementation(async () => new Response(null, { status: 204 }))
  vi.stubGlobal('fetch', fetch)
  vi.stubGlobal('Request', { prototype: { keepalive: true } })
  vi.spyOn(console, 'warn').mockReturnValue()
  prototype.analytics = true
})
afterEach(() => {
  localStorage.clear()
  document.body.replaceChildren()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  delete prototype.analytics
})

const create = () =>
  createConsent({
    policy: { version: '1' },
    categories: { analytics: {} },
    services: [blockedMarkup()],
    delivery: deliverTo({ url: ADDRESS }),
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

/** The places whose content another script may have changed before the page opens. */
const PLACES: Readonly<Record<string, (text: string) => void>> = {
  'the cookie': text => {
    document.cookie = `spaceone_consent=${text}`
  },
  'the cookie, as we write it': text => {
    const bytes = String.fromCharCode(...new TextEncoder().encode(text.slice(0, 700)))
    document.cookie = `spaceone_consent=${btoa(bytes)}`
  },
  'the history': text => localStorage.setItem('spaceone_consent.history', text),
  'an entry of the outbox': text => localStorage.setItem(ENTRY, text),
  'a name in the outbox': text => localStorage.setItem(`spaceone_consent.outgoing.${text}`, '{}'),
  'the delay of the outbox': text => localStorage.setItem('spaceone_consent.outbox', text),
  'the data-consent of a blocked script': text => {
    const script = document.createElement('script')
    script.type = 'text/plain'
    script.dataset['consent'] = text
    script.textContent = 'window.hasRun = true'
    document.body.append(script)
  },
}

test.each(Object.entries(PLACES))(
  'a page with any text in %s opens, grants nothing, runs nothing and sends nothing [49]',
  async (_, put) => {
    await withFewLater(async value => {
      for (const text of writings(value)) {
        put(text)
        const consent = create()
        expect(consent.isGranted('analytics')).toBe(false)
        expect(Array.isArray(consent.history())).toBe(true)
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
    expect(prototype.analytics).toBe(true)
    expect(Object.keys(prototype)).toEqual(['analytics'])
  },
)

/** The events that other tabs, the browser or another script may send to the page. */
const EVENTS: readonly (readonly [string, string, () => EventTarget])[] = [
  ['storage', 'key', () => window],
  ['storage', 'newValue', () => window],
  ['pageshow', 'persisted', () => window],
  ['pageshow', 'key', () => window],
  ['message', 'data', () => window],
  ['visibilitychange', 'key', () => document],
  ['prerenderingchange', 'key', () => document],
  ['spaceone-consent-iframe', 'detail', () => document],
  ['spaceone-consent-look', 'detail', () => document],
]

test.each(EVENTS)(
  'a DOM event "%s" with any value as its "%s" grants nothing, and a refusal still takes effect [49]',
  (type, field, targetOf) => {
    // An error in a listener goes to the window, not to the sender of the event.
    const onError = (event: Event) => event.preventDefault()
    window.addEventListener('error', onError)
    const consent = create()
    withEach(value => {
      const tell = () => {
        const event = new Event(type)
        Object.defineProperty(event, field, { value })
        targetOf().dispatchEvent(event)
      }
      tell()
      expect(consent.isGranted('analytics')).toBe(false)
      consent.acceptAll()
      tell()
      consent.rejectAll()
      tell()
      expect(consent.isGranted('analytics')).toBe(false)
    })
    consent.erase()
    consent.destroy()
    window.removeEventListener('error', onError)
  },
)

/** The forms of an invalid answer of the endpoint. */
const ANSWERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  'in its place': value => value,
  'as its status': status => ({ ok: false, status, headers: new Headers(), text: async () => '' }),
  'as its headers': headers => ({ ok: false, status: 503, headers, text: async () => '' }),
  'as its text': text => ({
    ok: true,
    status: 200,
    headers: new Headers(),
    text: async () => text,
  }),
  'as a field of it': wanted => ({
    ok: true,
    status: 200,
    headers: new Headers(),
    text: async () => JSON.stringify({ wanted }),
  }),
}

test.each(Object.entries(ANSWERS))(
  'an answer of the endpoint with anything %s changes no decision and throws nothing',
  async (_, answerOf) => {
    await withFewLater(async value => {
      let answer: unknown
      try {
        answer = answerOf(value)
      } catch {
        return
      }
      fetch.mockImplementation(async () => answer as Response)
      const consent = create()
      consent.acceptAll()
      await new Promise(resolve => setTimeout(resolve))
      expect(consent.isGranted('analytics')).toBe(true)
      consent.rejectAll()
      expect(consent.isGranted('analytics')).toBe(false)
      consent.erase()
      consent.destroy()
      localStorage.clear()
    })
  },
)
