// @vitest-environment happy-dom

import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { broken } from '../../../../test/support/broken.ts'
import {
  accepts,
  calls,
  ID,
  type Opened,
  openPage,
  page,
  play,
  scripts,
  transcript,
  useGooglePages,
  withdraws,
} from '../../../../test/support/google-page.ts'
import { memoryStorage } from '../core/index.ts'
import { googleAnalytics } from './google/google-analytics.ts'
import { service } from './service.ts'

vi.unmock('../shared/timers.ts')

useGooglePages()

// `unblock.ts` is a file of its own, which is loaded here before the tests.
beforeAll(() => import('./blocked-markup/unblock.ts'))

const open = () => {
  vi.useFakeTimers()
  document.body.innerHTML = '<img data-consent="analytics" data-src="https://chat.test/logo.png">'
  const log: string[] = []
  const note = (what: string) => () => void log.push(what)
  const storage = memoryStorage()
  const [start, stop] = [note('start'), note('stop')]
  const chat = service({
    ...{ name: 'Chat', recipients: 'not-stated', retention: 'not-stated' },
    ...{ addresses: ['chat.test'], cookies: [], start, stop },
  })
  const consent = openPage({ analytics: [chat, googleAnalytics({ id: ID })], storage })
  consent.whenGranted('analytics', note('whenGranted'))
  consent.onChange(note('onChange'))
  const image = document.querySelector('img')
  const watch = new MutationObserver(() => image?.src && log.push('unblock'))
  watch.observe(document.body, { childList: true })
  onTestFinished(() => watch.disconnect())
  return { consent, storage, log }
}

const drawFrame = async () => {
  await vi.advanceTimersByTimeAsync(500)
  // The code that starts Google's tag is loaded by an `import()`, which does not wait for a timer.
  await vi.dynamicImportSettled()
}

test('services start, and then markup is unblocked, after the frame that follows the grant, and the tag reads events from the grant on', async () => {
  const { consent, log } = open()
  calls('event', 'before')(consent)
  consent.acceptAll()
  expect(consent.isGranted('analytics')).toBe(true)
  await Promise.resolve()
  expect(log).toEqual(['whenGranted', 'onChange'])
  calls('event', 'after')(consent)
  await drawFrame()
  expect(log).toEqual(['whenGranted', 'onChange', 'start', 'unblock'])
  expect(scripts()).toHaveLength(1)
  expect(transcript().match(/event \w+/g)).toEqual(['event after'])
})

type Act = (page: ReturnType<typeof open>) => void

const meddles =
  (act: (consent: Opened) => unknown): Act =>
  ({ consent }) => {
    const meddle = () => {
      if (consent.isGranted('analytics')) act(consent)
    }
    consent.$state.listen(meddle)
    consent.whenGranted('analytics', () => {
      meddle()
      return meddle
    })
  }

test.each<[string, before: Act, after?: Act]>([
  ['a withdrawal', () => {}, ({ consent }) => consent.rejectAll()],
  // The other tab's cookie event has not arrived.
  ['a withdrawal in another tab', () => {}, ({ storage }) => storage.write('', 0)],
  ['destroy()', () => {}, ({ consent }) => consent.destroy()],
  ['a withdrawal by a listener', meddles(withdraws)],
  ['a refusal by a listener', meddles(consent => consent.rejectAll())],
  ['erase() by a listener', meddles(consent => consent.erase())],
  ['destroy() by a listener', meddles(consent => consent.destroy())],
  ['restrict() by a listener', meddles(consent => consent.restrict(true))],
  ['a withdrawal by a listener that throws', meddles(consent => [withdraws(consent), broken()])],
])(
  '%s before that frame starts and unblocks nothing, and leaves nothing granted [5, 23]',
  async (_, before, after) => {
    vi.stubGlobal('reportError', () => {})
    const opened = open()
    before(opened)
    opened.consent.acceptAll()
    after?.(opened)
    await drawFrame()
    await drawFrame()
    expect(opened.log.filter(what => /start|stop|unblock/.test(what))).toEqual([])
    expect(scripts()).toEqual([])
    expect(opened.consent.isGranted('analytics')).toBe(false)
    expect(page[`ga-disable-${ID}`]).toBe(true)
  },
)

test('grants before and after a withdrawal, in one frame, start a service once', async () => {
  const { consent, log } = open()
  for (const step of [accepts, withdraws, accepts]) step(consent)
  await play(consent, drawFrame, drawFrame)
  expect(log.filter(what => what === 'start')).toHaveLength(1)
  expect(scripts()).toHaveLength(1)
})
