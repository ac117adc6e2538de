// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { agreedStorage } from '../../../../../test/support/agreed-storage.ts'
import {
  accepts,
  COLLECT,
  calls,
  command,
  heard,
  ID,
  insertTag,
  type Journey,
  layer,
  loadsTag,
  openPage,
  page,
  play,
  rejects,
  type Step,
  scripts,
  TAG,
  transcript,
  useGooglePages,
  withdraws,
} from '../../../../../test/support/google-page.ts'
import { setCookies } from '../../../../../test/support/page-cookies.ts'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
import { memoryStorage } from '../../core/index.ts'

// `start-google.ts` is a file of its own, which is loaded at the grant.

useGooglePages()

/** Whether the file `start-google.ts` has neither loaded nor failed to load. */
let isPending = false

/** Waits until all pending promises have settled, and the file has loaded if it may load. */
const settle = async () => {
  if (!isPending) await vi.dynamicImportSettled()
  await new Promise(resolve => setTimeout(resolve, 20))
}

/**
 * Opens a page on which the file `start-google.ts` does not load yet. `comes` makes the file load,
 * `fails` makes its request fail.
 */
const open = async ({ loadScript = true, storage = memoryStorage() } = {}) => {
  vi.resetModules()
  isPending = true
  let end = (_?: Error) => {}
  const file = new Promise<void>((resolve, reject) => {
    end = error => (error ? reject(error) : resolve())
  })
  file.catch(() => {})
  const ends = (error?: Error) => () => {
    isPending = false
    end(error)
    return settle()
  }
  const [comes, fails] = [ends(), ends(new TypeError('Failed to fetch'))]
  // An import that is still pending would insert its tag into the page of the next test.
  onTestFinished(comes)
  const requested = vi.fn()
  vi.doMock('./start-google.ts', async importOriginal => {
    requested()
    await file
    return importOriginal()
  })
  onTestFinished(() => vi.doUnmock('./start-google.ts'))
  const { googleAnalytics } = await import('./google-analytics.ts')
  const { reaches } = stubFetch()
  const consent = openPage({ analytics: [googleAnalytics({ id: ID, loadScript })], storage })
  return { comes, consent, fails, reaches, requested }
}

const warnings = () => vi.spyOn(console, 'warn').mockReturnValue()

const SIGNALS = 'consent default, consent update'
const NOT_YET = 'requested 0, started 0'
const PENDING = 'requested 1, started 0'
const DONE = 'requested 1, started 1'

test.each<[string, (comes: Step) => Journey]>([
  [
    'is requested at the first grant, and starts the tag once it has loaded, which reads the events from the grant on',
    comes => [
      ...[rejects, calls('event', 'before'), NOT_YET, accepts, PENDING],
      ...[calls('event', 'after'), comes, DONE],
      () => expect(transcript()).toBe(`${SIGNALS}, js, set, config ${ID}, event after`),
    ],
  ],
  [
    'starts nothing after a withdrawal, and the tag at a later grant',
    comes => [accepts, PENDING, withdraws, comes, PENDING, accepts, DONE],
  ],
  [
    'is requested once and starts the tag once after a withdrawal and a new grant',
    comes => [accepts, PENDING, withdraws, accepts, comes, DONE],
  ],
  [
    'starts nothing once the consent is destroyed',
    comes => [accepts, PENDING, consent => consent.destroy(), comes, PENDING],
  ],
])('the file that starts the tag %s', async (_, journey) => {
  const { comes, consent, requested } = await open()
  const state = () => {
    expect(transcript().match(/js|config/g) ?? []).toEqual(
      scripts().flatMap(() => ['js', 'config']),
    )
    return `requested ${requested.mock.calls.length}, started ${scripts().length}`
  }
  for (const step of journey(comes))
    if (typeof step === 'string') {
      await settle()
      await vi.waitFor(() => expect(state()).toBe(step))
    } else await play(consent, step)
})

test.each([
  ['comes', true],
  ['fails', true],
  ['fails', false],
] as const)(
  'for a visitor with an earlier grant the file is requested at once, and until it has loaded the service stays blocked and its cookies are kept: it %s, loadScript %s',
  async (how, loadScript) => {
    const warn = warnings()
    setCookies('_ga')
    const storage = agreedStorage()
    const { consent, reaches, requested, ...file } = await open({ loadScript, storage })
    const script = insertTag(TAG)
    await play(consent, settle)
    expect(requested).toHaveBeenCalledOnce()
    const state = () => [reaches(COLLECT), script.type, page[`ga-disable-${ID}`]]
    const BLOCKED = [false, 'text/plain', true]
    expect(state()).toEqual(BLOCKED)
    expect(document.cookie).toContain('_ga=1')
    await file[how]()
    if (how === 'comes') await vi.waitFor(() => expect(state()).toEqual([true, '', undefined]))
    else {
      await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce())
      expect(warn.mock.calls[0]?.[0]).toMatch(
        /start\.js could not be loaded .* Google's tag stays blocked\. See/,
      )
      await settle()
      expect(state()).toEqual(BLOCKED)
      expect(scripts()).toEqual([script])
      expect(consent.isGranted('analytics')).toBe(true)
    }
    expect(document.cookie).toContain('_ga=1')
  },
)

test('a tag of the page is unblocked only after its queue is in order, and requests are blocked meanwhile, whatever push of the page does', async () => {
  const reached: boolean[] = []
  const own: unknown[] = [command('js', new Date()), command('config', ID)]
  page.dataLayer = own
  const { comes, consent, reaches } = await open({ loadScript: false })
  own.push = (...entries) => {
    reached.push(reaches(COLLECT))
    return Array.prototype.push.apply(own, entries)
  }
  expect('gtag' in page).toBe(false)
  const script = insertTag(TAG)
  await play(consent, accepts, settle)
  expect(script.type).toBe('text/plain')
  let atUnblocking = ''
  const remove = vi.spyOn(Node.prototype, 'removeChild').mockImplementation(function (
    this: Node,
    child,
  ) {
    atUnblocking = transcript()
    remove.mockRestore()
    return this.removeChild(child) as typeof child
  })
  await comes()
  await vi.waitFor(() => expect(script.type).toBe(''))
  expect(atUnblocking).toBe(`${SIGNALS}, set, js, config ${ID}`)
  expect(transcript()).toBe(atUnblocking)
  expect(scripts()).toEqual([script])
  expect(reaches(COLLECT)).toBe(true)
  expect(new Set(reached)).toEqual(new Set([false]))
})

const pushAll = (name: string) =>
  layer().push(command('set', name), command('event', name), { event: 'gtm.historyChange-v2' })

test.each(['late', 'never'])(
  'a container that stood before the SDK hears nothing while denied, if the file comes %s',
  async arrives => {
    warnings()
    page.dataLayer = [command('config', 'G-TWO')]
    // The container has read the queue.
    loadsTag()
    const { comes, consent, fails } = await open({ loadScript: false })
    const switches = () => [ID, 'G-TWO'].map(id => page[`ga-disable-${id}`])
    const isSilent = () => {
      pushAll('denied')
      expect(heard()).toBe('consent default')
      expect(switches()).toEqual([true, true])
    }
    await play(consent, isSilent, accepts, settle, isSilent)
    if (arrives === 'never') return play(consent, fails, isSilent)
    await play(consent, withdraws, isSilent, comes, isSilent, accepts)
    await vi.waitFor(() => expect(switches()).toEqual([undefined, undefined]))
    pushAll('granted')
    const settings = Array(4).fill('set denied').join(', ')
    const after = 'set granted, event granted, gtm.historyChange-v2'
    expect(heard()).toBe(`consent default, ${SIGNALS}, ${settings}, ${after}`)
    consent.withdraw('analytics')
    const { length } = heard()
    pushAll('denied')
    expect(heard().slice(length)).toBe(', set denied, gtm.historyChange-v2')
  },
)
