// @vitest-environment happy-dom

import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createStore, memoryStorage } from '../core/index.ts'
import { googleAnalytics } from './google/google-analytics.ts'
import { service } from './service.ts'

vi.unmock('../shared/after-next-frame.ts')

// Files of their own, which are loaded here before the tests.
beforeAll(() =>
  Promise.all([import('./blocked-markup/unblock.ts'), import('./google/start-google.ts')]),
)

const page = window as unknown as { dataLayer?: unknown[]; gtag(...command: unknown[]): void }

beforeEach(() => {
  vi.useFakeTimers()
  document.head.innerHTML = ''
  document.body.innerHTML = '<img data-consent="support" data-src="https://chat.test/logo.png">'
  Reflect.deleteProperty(page, 'dataLayer')
})

/** A page with a service, Google Analytics and blocked markup, and a log of what has happened. */
const create = () => {
  const log: string[] = []
  const note = (what: string) => () => void log.push(what)
  const storage = memoryStorage()
  const chat = service({
    name: 'Chat',
    recipients: 'not-stated',
    retention: 'not-stated',
    match: ['chat.test'],
    cookies: [],
    start: note('start'),
    stop: note('stop'),
  })
  const consent = createStore<'support'>(
    {
      policy: { version: '1' },
      categories: { support: { services: [chat, googleAnalytics({ id: 'G-ABC123' })] } },
    },
    { storage, signals: { gpc: false } },
  )
  consent.whenGranted('support', note('whenGranted'))
  consent.onChange(note('onChange'))
  const image = document.querySelector('img')
  const watch = new MutationObserver(() => image?.src && log.push('unblock'))
  watch.observe(document.body, { attributeFilter: ['src'], subtree: true })
  onTestFinished(() => {
    consent.destroy()
    watch.disconnect()
    vi.useRealTimers()
  })
  return { consent, storage, log }
}

/** Runs the next frame, and the tasks until half a second after it. */
const drawFrame = async () => {
  await vi.advanceTimersByTimeAsync(500)
  // Google's tag is loaded by an `import()`, which does not wait for a timer.
  await vi.dynamicImportSettled()
}

const tags = () => document.querySelectorAll('script[src*="G-ABC123"]').length

test('services start, and then markup is unblocked, after the frame that follows the grant', async () => {
  const { consent, log } = create()
  consent.acceptAll()
  expect(consent.isGranted('support')).toBe(true)
  await Promise.resolve()
  expect(log).toEqual(['whenGranted', 'onChange'])
  await drawFrame()
  expect(log).toEqual(['whenGranted', 'onChange', 'start', 'unblock'])
  expect(tags()).toBe(1)
})

test.each<[string, (page: ReturnType<typeof create>) => void]>([
  ['a withdrawal', ({ consent }) => consent.rejectAll()],
  // The other tab's cookie event has not arrived.
  ['a withdrawal in another tab', ({ storage }) => storage.write('', 0)],
  ['destroy()', ({ consent }) => consent.destroy()],
])('%s before that frame starts and unblocks nothing', async (_, end) => {
  const created = create()
  created.consent.acceptAll()
  end(created)
  await drawFrame()
  await drawFrame()
  expect(created.log).not.toContain('start')
  expect(created.log).not.toContain('stop')
  expect(created.log).not.toContain('unblock')
  expect(tags()).toBe(0)
})

test('grants before and after a withdrawal, in one frame, start a service once', async () => {
  const { consent, log } = create()
  consent.acceptAll()
  consent.rejectAll()
  consent.acceptAll()
  await drawFrame()
  await drawFrame()
  expect(log.filter(what => what === 'start')).toHaveLength(1)
  expect(tags()).toBe(1)
})

test('the tag reads events from the grant on, and none from before it', async () => {
  const { consent } = create()
  page.gtag('event', 'before')
  consent.acceptAll()
  page.gtag('event', 'after')
  await drawFrame()
  expect(tags()).toBe(1)
  const events = page.dataLayer?.flatMap(entry => {
    const [command, name] = [...(entry as unknown[])]
    return command === 'event' ? [name] : []
  })
  expect(events).toEqual(['after'])
})
