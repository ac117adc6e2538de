import { beforeAll, beforeEach, expect, vi } from 'vitest'
import type { Consent, Service } from '../../packages/consent/src/core/index.ts'
import { googleAnalytics } from '../../packages/consent/src/gate/google/google-analytics.ts'
import { createTestStore, openStore, type StoreOptions } from './open-store.ts'
import { settle } from './settle.ts'

export const ID = 'G-ABC123'
export const TAG: string = `https://www.googletagmanager.com/gtag/js?id=${ID}`
export const COLLECT = 'https://www.google-analytics.com/g/collect?v=2'

/** The globals that the SDK shares with Google's tags. */
export interface GooglePage {
  [name: `ga-disable-${string}`]: unknown
  _gaUserPrefs?: { ioo?: (() => unknown) | undefined; other?: unknown } | undefined
  dataLayer?: unknown
  ga4DataLayer?: unknown
  google_tag_manager?: unknown
  gtag?: ((...command: unknown[]) => void) | undefined
}

export const page: GooglePage = window as unknown as GooglePage

const globals = (): readonly string[] =>
  Object.getOwnPropertyNames(window).filter(name =>
    /^(_gaUserPrefs|(ga4D|d)ataLayer|gtag|google_tag_manager|ga-disable-.+)$/.test(name),
  )

type Category = 'analytics' | 'marketing'

export type Opened = Consent<Category>

export interface PageOptions extends StoreOptions<Category> {
  readonly analytics?: readonly Service[]
  readonly marketing?: readonly Service[]
}

export const openPage = ({ analytics, marketing, ...options }: PageOptions): Opened =>
  openStore<Category>(
    { analytics: { services: analytics }, marketing: { services: marketing } },
    options,
  )

/** Prepares a file of tests: each test begins on a page without data of an earlier one. */
export const useGooglePages = (): void => {
  // Load the code that starts a tag now, so that each start in the tests is synchronous.
  beforeAll(async () => {
    const services = [googleAnalytics({ id: 'G-FIRST' })]
    const consent = createTestStore({ analytics: { services } })
    consent.acceptAll()
    await vi.waitFor(() => expect(document.querySelector('script')).not.toBeNull())
    consent.destroy()
  })
  // Remove the globals before each test: a destroyed consent leaves `ga-disable-…` on `window`.
  beforeEach(() => {
    document.head.innerHTML = ''
    for (const name of globals()) Reflect.deleteProperty(window, name)
  })
}

export type Step = (consent: Opened) => unknown

/** Makes steps, and lets services start or stop after each. */
export const play = async (consent: Opened, ...steps: readonly Step[]): Promise<void> => {
  for (const step of steps) {
    await step(consent)
    await settle()
  }
}

/** Steps on a page, and between the steps the texts that are expected to describe the page. */
export type Journey = readonly (Step | string)[]

/** Makes the steps of a journey. Where the journey has a text, `read` must return that text. */
export const travel = async (
  consent: Opened,
  journey: Journey,
  read: () => string = transcript,
): Promise<void> => {
  for (const step of journey)
    if (typeof step === 'string') expect(read()).toBe(step)
    else await play(consent, step)
}

export const accepts: Step = consent => consent.acceptAll()
export const rejects: Step = consent => consent.rejectAll()
export const withdraws: Step = consent => consent.withdraw('analytics')

export const decides =
  (choices: { readonly [Name in Category]?: boolean }): Step =>
  consent =>
    consent.decide(choices)

export const calls =
  (...parts: unknown[]): Step =>
  () =>
    page.gtag?.(...parts)

export const pushes =
  (...entries: unknown[]): Step =>
  () =>
    layer().push(...entries)

let heardEntries: unknown[] = []

/** Simulates a tag that has loaded: replaces `push`, and notes each later entry for `heard`. */
export const loadsTag = (): void => {
  const own = layer()
  const { push } = own
  heardEntries = []
  own.push = (...entries) => {
    heardEntries.push(...entries)
    return push.apply(own, entries)
  }
  page.google_tag_manager = {}
}

export const insertTag = (address: string): HTMLScriptElement => {
  const script = document.createElement('script')
  script.src = address
  document.head.append(script)
  return script
}

/** Creates a command as the page's own snippet queues it. */
export const command: (...parts: unknown[]) => unknown = function () {
  // biome-ignore lint/complexity/noArguments: the form that Google's tag takes
  return arguments
}

export const layer = (): unknown[] => page.dataLayer as unknown[]

/** Returns a copy of the data layer with each entry as an array. The copy's `push` is built-in. */
export const commands = (): readonly (readonly unknown[])[] =>
  [...layer()].map(entry => Array.from(entry as ArrayLike<unknown>))

/** Returns an entry in words: `config G-A`, `gtm.js`, or the names of its properties. */
const inWords = (entry: unknown): string => {
  const { event } = entry as { event?: string }
  if (event !== undefined) return event
  const words = Array.from(entry as ArrayLike<unknown>).filter(part => typeof part === 'string')
  return words.slice(0, 2).join(' ') || `{${Object.keys(entry as object)}}`
}

export const transcript = (): string => [...layer()].map(inWords).join(', ')

export const heard = (): string => heardEntries.map(inWords).join(', ')

export const updates = (): unknown[] =>
  commands()
    .filter(([name, kind]) => name === 'consent' && kind === 'update')
    .map(([, , signals]) => signals)

export const scripts = (): readonly HTMLScriptElement[] => [...document.querySelectorAll('script')]
