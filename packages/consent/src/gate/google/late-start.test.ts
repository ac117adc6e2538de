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
  layer,
  loadsTag,
  openPage,
  page,
  play,
  rejects,
  type Step,
  scripts,
  setCookies,
  TAG,
  transcript,
  useGooglePages,
  withdraws,
} from '../../../../../test/support/google-page.ts'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
import type { ConsentStorage } from '../../core/index.ts'
import type { GoogleAnalyticsOptions } from './google-analytics.ts'

// `start-google.ts` is a file of its own, which is loaded at the grant.

useGooglePages()

/** Whether the file has neither loaded nor failed to load. */
let isPending = false

/** Waits until all pending promises have settled, and the file has loaded if it may load. */
const settle = async () => {
  if (!isPending) await vi.dynamicImportSettled()
  await new Promise(resolve => setTimeout(resolve, 20))
}

/** Opens a page without the file. `comes` makes the file load, `fails` makes the request fail. */
const open = async () => {
  vi.resetModules()
  isPending = true
  let resolveFile = () => {}
  let rejectFile = (_: Error) => {}
  const file = new Promise<void>((resolve, reject) => {
    resolveFile = resolve
    rejectFile = reject
  })
  file.catch(() => {})
  const comes = () => {
    isPending = false
    resolveFile()
    return settle()
  }
  const fails = () => {
    isPending = false
    rejectFile(new TypeError('Failed to fetch dynamically imported module'))
    return settle()
  }
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
  const create = (options: Partial<GoogleAnalyticsOptions> = {}, storage?: ConsentStorage) =>
    openPage({
      analytics: [googleAnalytics({ id: ID, ...options })],
      ...(storage && { storage }),
    })
  return { comes, create, fails, reaches, requested }
}

test('requests the file that starts the tag once, at the first grant, not before', async () => {
  const { comes, create, requested } = await open()
  const consent = create()
  await play(consent, rejects, settle)
  expect(requested).not.toHaveBeenCalled()
  await play(consent, accepts, settle, withdraws, accepts, settle, comes)
  expect(requested).toHaveBeenCalledOnce()
})

/** Steps with the file; a number has the tags that have been started until then. */
type Journey = (comes: Step) => readonly (Step | number)[]

test.each<[string, Journey]>([
  ['starts the tag once it has loaded', comes => [accepts, 0, comes, 1]],
  [
    'starts nothing after a withdrawal, and the tag at a later grant',
    comes => [accepts, 0, withdraws, comes, 0, accepts, 1],
  ],
  [
    'starts the tag once after a withdrawal and a new grant',
    comes => [accepts, 0, withdraws, accepts, comes, 1],
  ],
  [
    'starts nothing once the consent is destroyed',
    comes => [accepts, 0, consent => consent.destroy(), comes, 0],
  ],
])('a file that loads late %s', async (_, journey) => {
  const { comes, create } = await open()
  const consent = create()
  for (const step of journey(comes))
    if (typeof step === 'number') {
      await settle()
      const started = () => scripts().map(({ type }) => type)
      await vi.waitFor(() => expect(started()).toEqual(Array(step).fill('')))
      const starts = transcript().filter(text => ['js', `config ${ID}`].includes(text))
      expect(starts).toEqual(step ? ['js', `config ${ID}`] : [])
    } else await play(consent, step)
})

test('for a visitor with an earlier grant the file is requested at once, and until it has loaded the service stays blocked and its cookies are kept', async () => {
  const { comes, create, reaches, requested } = await open()
  setCookies('_ga')
  await play(create({}, agreedStorage()), settle)
  expect(requested).toHaveBeenCalledOnce()
  const state = () => [reaches(COLLECT), reaches(TAG), page[`ga-disable-${ID}`]]
  expect(state()).toEqual([false, false, true])
  expect(document.cookie).toContain('_ga=1')
  await comes()
  await vi.waitFor(() => expect(state()).toEqual([true, true, undefined]))
  expect(document.cookie).toContain('_ga=1')
})

test.each([true, false])(
  'when the file cannot be loaded the service stays blocked, its cookies are kept, and a warning is written: loadScript %s',
  async loadScript => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    onTestFinished(() => warn.mockRestore())
    const { create, fails, reaches } = await open()
    setCookies('_ga')
    const consent = create({ loadScript }, agreedStorage())
    const script = insertTag(TAG)
    await fails()
    await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce())
    expect(warn.mock.calls[0]?.[0]).toBe(
      '[SpaceONE Consent] Service "Google Analytics" could not start. Expected start() to return without an error. The service stays blocked. See dist/script/docs/packages/consent/src/gate/README.md#services-of-your-own',
    )
    await settle()
    expect(consent.isGranted('analytics')).toBe(true)
    expect(scripts()).toEqual([script])
    expect(script.type).toBe('text/plain')
    expect(reaches(COLLECT)).toBe(false)
    expect(page[`ga-disable-${ID}`]).toBe(true)
    expect(document.cookie).toContain('_ga=1')
  },
)

test('a tag of the page is unblocked only after its queue is in order', async () => {
  const { comes, create } = await open()
  const consent = create({ loadScript: false })
  const script = insertTag(TAG)
  layer().push(command('js', new Date()), command('config', ID))
  await play(consent, accepts, settle)
  expect(script.type).toBe('text/plain')
  let atUnblocking: readonly string[] = []
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
  expect(atUnblocking).toEqual(['consent default', 'consent update', 'set', 'js', `config ${ID}`])
  expect(transcript()).toEqual(atUnblocking)
})

test('the service stays blocked while the queue is put in order, whatever push of the page does', async () => {
  const { comes, create, reaches } = await open()
  const reached: boolean[] = []
  const own: unknown[] = []
  own.push = (...entries) => {
    reached.push(reaches(COLLECT))
    return Array.prototype.push.apply(own, entries)
  }
  page.dataLayer = own
  await play(create({ loadScript: false }), accepts, comes)
  await vi.waitFor(() => expect(reaches(COLLECT)).toBe(true))
  expect(own.length).toBeGreaterThan(2)
  expect(reached).not.toContain(true)
})

test('events that the page queues after the grant while the file loads are kept for the tag', async () => {
  const { comes, create } = await open()
  const [before, after] = [calls('event', 'before'), calls('event', 'after')]
  await play(create(), before, accepts, after, comes)
  await vi.waitFor(() => expect(scripts()).toHaveLength(1))
  expect(transcript()).toContain('event after')
  expect(transcript()).not.toContain('event before')
})

/** Pushes a setting, an event of the page and one of the tag itself. */
const pushAll = (name: string) =>
  layer().push(command('set', name), command('event', name), { event: 'gtm.historyChange-v2' })

test.each(['late', 'never'])(
  'a container that stood before the SDK hears nothing while denied, if the file comes %s',
  async arrives => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    onTestFinished(() => warn.mockRestore())
    page.dataLayer = [command('config', 'G-TWO')]
    // The container has read the queue.
    loadsTag()
    const { comes, create, fails } = await open()
    const consent = create({ loadScript: false })
    const switches = () => [ID, 'G-TWO'].map(id => page[`ga-disable-${id}`])
    const isSilent = () => {
      pushAll('denied')
      expect(heard()).toEqual(['consent default'])
      expect(switches()).toEqual([true, true])
    }
    isSilent()
    await play(consent, accepts, settle, isSilent)
    if (arrives === 'never') return play(consent, fails, isSilent)
    await play(consent, withdraws, isSilent, comes, isSilent, accepts)
    await vi.waitFor(() => expect(switches()).toEqual([undefined, undefined]))
    pushAll('granted')
    const settings = Array(4).fill('set denied')
    const after = ['set granted', 'event granted', 'gtm.historyChange-v2']
    const SIGNALS = ['consent default', 'consent default', 'consent update']
    expect(heard()).toEqual([...SIGNALS, ...settings, ...after])
    consent.withdraw('analytics')
    const { length } = heard()
    pushAll('denied')
    expect(heard().slice(length)).toEqual(['set denied', 'gtm.historyChange-v2'])
  },
)
