// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withEach, withFewLater } from '../../../test/support/hostile.ts'
import { deliverTo } from './evidence.ts'
import { createConsent, heldMarkup } from './index.ts'

// Many values, one after the other, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 })

const ADDRESS = 'https://host.example/events'
const ID = 'abcdefghijklmnopqrstuv'
const ENTRY = `spaceone_consent.outbox.1001760000000000.1000000000000001.${ID}`

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
    services: [heldMarkup()],
    report: deliverTo({ url: ADDRESS }),
  })

/** What can be written down of a value, in the ways in which somebody may have written it. */
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

/** Where somebody else may have put something before the page was opened. */
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
  'a name in the outbox': text => localStorage.setItem(`spaceone_consent.outbox.${text}`, '{}'),
  'the delay of the outbox': text => localStorage.setItem('spaceone_consent.outbox', text),
  'the mark of a held script': text => {
    const script = document.createElement('script')
    script.type = 'text/plain'
    script.dataset['consent'] = text
    script.textContent = 'window.hasRun = true'
    document.body.append(script)
  },
}

test.each(Object.entries(PLACES))(
  '%s: whatever lies there, the page opens, grants nothing, runs nothing and tells nobody [49]',
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

/** What other tabs, the browser, or somebody in their name tell the page. */
const EVENTS: readonly (readonly [() => EventTarget, string, string])[] = [
  [() => window, 'storage', 'key'],
  [() => window, 'storage', 'newValue'],
  [() => window, 'pageshow', 'persisted'],
  [() => window, 'pageshow', 'key'],
  [() => window, 'message', 'data'],
  [() => document, 'visibilitychange', 'key'],
  [() => document, 'prerenderingchange', 'key'],
  [() => document, 'spaceone-consent-held', 'detail'],
  [() => document, 'spaceone-consent-look', 'detail'],
]

test.each(EVENTS)(
  'of %s a `%s` with any `%s` grants nothing, and what was granted can be withdrawn [49]',
  (targetOf, type, field) => {
    // An error in a listener is the event's, and is told to nobody who sends it.
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

/** What may stand in the place of the endpoint's answer, or in it. */
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
