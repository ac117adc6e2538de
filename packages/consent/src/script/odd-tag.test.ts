// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { VALID_ATTRIBUTES } from '../../../../test/support/attributes.ts'
import { nested, withOdd, withPollution } from '../../../../test/support/odd-values.ts'
import type { AnyConsent } from '../core/index.ts'
import { startInterceptors } from '../gate/interceptors/start-interceptors.ts'
import { warn } from '../options/warn.ts'
import { startTag } from './start-tag.ts'

vi.mock('../options/warn.ts', () => ({ warn: vi.fn(), explainBy: vi.fn(), noteWarnings: vi.fn() }))

const queued = (q: unknown) => Object.assign(() => {}, { q })

const CALLS: readonly ((value: unknown) => unknown)[] = [
  value => value,
  queued,
  value => queued([value]),
  value => queued([[value]]),
  value => queued([[vi.fn().mockThrow(value)]]),
  ...[
    ...['versions', 'versions[]', 'texts', 'texts.en', 'texts.en.banner', 'texts.en.banner.lead'],
    ...['guide', 'guide.chrome', 'guide.chrome.tasks', 'position', 'services', '__proto__'],
  ].map(path => (value: unknown) => queued([[nested(path, value)]])),
]

const page = globalThis as { spaceoneConsent?: unknown }
const warned = vi.mocked(warn)

withPollution()
beforeEach(() => {
  vi.stubEnv('NODE_ENV', 'production')
  vi.stubGlobal('reportError', () => {})
  vi.stubGlobal('fetch', async () => new Response(null, { status: 204 }))
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => {
  delete page.spaceoneConsent
})

const start = (dataset: Record<string, string>): AnyConsent => {
  const script = document.createElement('script')
  // No file exists at this address.
  vi.spyOn(script, 'src', 'get').mockReturnValue('file:///nowhere/consent.js')
  Object.assign(script.dataset, { policyVersion: '1', categories: 'analytics', ...dataset })
  startTag(script)
  return page.spaceoneConsent as AnyConsent
}

const startWith = (dataset: Record<string, string>): void => {
  warned.mockReset()
  const consent = start(dataset)
  if (warned.mock.calls[0]) {
    expect(warned).toHaveBeenCalledTimes(1)
    expect(warned.mock.calls[0][0]).toMatch(
      /^(data-[a-z-]+|policy-versions|not-started|unknown-option|unknown-language)$/,
    )
  }
  const answers = () => Object.values(consent.$state.get().granted)
  expect(answers()).not.toContain(true)
  consent.acceptAll()
  consent.rejectAll()
  expect(answers()).not.toContain(true)
  consent.erase()
  consent.destroy()
  Reflect.deleteProperty(globalThis, 'spaceoneConsent')
}

test('the tag warns at most once and grants nothing when a call, or the queue of calls, has any value [5, 49]', async () => {
  // All cases share the interceptors of the page: to start them for each would take longer.
  const stop = startInterceptors({ blocksName: () => false, missingGrant: () => undefined })
  await withOdd(CALLS, (stubOf, value) => {
    page.spaceoneConsent = stubOf(value)
    startWith({})
  })
  stop()
})

test('the tag creates a consent without a warning when all attributes are valid, and a category of any name [49]', () => {
  startWith(VALID_ATTRIBUTES)
  const consent = start({ categories: 'constructor toString analytics' })
  expect(consent.$state.get().pending).toEqual(['constructor', 'toString', 'analytics'])
  expect(warned).not.toHaveBeenCalled()
  consent.destroy()
})
