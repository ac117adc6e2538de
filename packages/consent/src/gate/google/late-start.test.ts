// @vitest-environment happy-dom
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { agreedStorage } from '../../../../../test/support/agreed-storage.ts'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import type { ConsentStorage } from '../../core/index.ts'
import type { GoogleAnalyticsOptions } from './google-analytics.ts'

// `start-google.ts` is a file of its own, which is loaded at the grant.

const ID = 'G-ABC123'
const COLLECT = 'https://www.google-analytics.com/g/collect?v=2'

const page = window as unknown as {
  [name: string]: unknown
  dataLayer?: unknown[]
  happyDOM: { settings: Record<string, unknown> }
}

answerScripts()

beforeEach(() => {
  document.head.innerHTML = ''
  document.cookie = '_ga=; path=/; max-age=0'
  for (const name of ['_gaUserPrefs', 'dataLayer', 'gtag', `ga-disable-${ID}`])
    Reflect.deleteProperty(page, name)
})

/** Opens a page without the file. `come` makes the file load, `fail` makes the request fail. */
const open = async () => {
  vi.resetModules()
  let come = () => {}
  let fail = () => {}
  isPending = true
  const isThere = new Promise<void>((resolve, reject) => {
    come = () => {
      isPending = false
      resolve()
    }
    fail = () => {
      isPending = false
      reject(new TypeError('Failed to fetch dynamically imported module'))
    }
  })
  isThere.catch(() => {})
  // An import that is still pending would insert its tag into the page of the next test.
  onTestFinished(async () => {
    come()
    await settle()
  })
  const requested = vi.fn()
  vi.doMock('./start-google.ts', async importOriginal => {
    requested()
    await isThere
    return importOriginal()
  })
  onTestFinished(() => vi.doUnmock('./start-google.ts'))
  const { createConsent, memoryStorage } = await import('../../core/index.ts')
  const { googleAnalytics } = await import('./google-analytics.ts')
  const network = vi.fn(async () => new Response('real'))
  vi.stubGlobal('fetch', network)
  onTestFinished(() => void vi.unstubAllGlobals())
  const create = (
    options: Partial<GoogleAnalyticsOptions> = {},
    storage: ConsentStorage = memoryStorage(),
  ) => {
    const consent = createConsent(
      {
        policy: { version: '1' },
        categories: { analytics: { services: [googleAnalytics({ id: ID, ...options })] } },
      },
      { storage, signals: { gpc: false } },
    )
    onTestFinished(consent.destroy)
    return consent
  }
  const reaches = (address = COLLECT): boolean => {
    network.mockClear()
    void fetch(address)
    return network.mock.calls.length > 0
  }
  return { come, create, fail, reaches, requested }
}

/** Whether the file has neither loaded nor failed to load. */
let isPending = false

/** Waits until all pending promises have settled, and the file has loaded if it may load. */
const settle = async () => {
  if (!isPending) await vi.dynamicImportSettled()
  await new Promise(resolve => setTimeout(resolve, 20))
}

const scripts = () => [...document.querySelectorAll('script')]

/** Returns the commands of the data layer in order, each shortened to its distinguishing words. */
const order = (): readonly string[] =>
  (page.dataLayer ?? []).map(entry =>
    Array.from(entry as ArrayLike<unknown>)
      .filter(part => typeof part === 'string')
      .slice(0, 2)
      .join(' '),
  )

/** Creates a script as a wrapper of the page inserts it. */
const wrappers = (): HTMLScriptElement => {
  const script = document.createElement('script')
  script.src = `https://www.googletagmanager.com/gtag/js?id=${ID}`
  document.head.append(script)
  return script
}

/** Creates a command as the page's own snippet queues it. */
const command: (...parts: unknown[]) => unknown = function () {
  // biome-ignore lint/complexity/noArguments: the form that Google's tag takes
  return arguments
}

test('requests the file that starts the tag at the first grant, not before', async () => {
  const { come, create, reaches, requested } = await open()
  const consent = create()
  consent.rejectAll()
  await settle()
  expect(requested).not.toHaveBeenCalled()
  consent.acceptAll()
  await settle()
  expect(requested).toHaveBeenCalledOnce()
  expect(scripts()).toEqual([])
  come()
  await vi.waitFor(() => expect(scripts()).toHaveLength(1))
  expect(scripts()[0]?.type).toBe('')
  expect(reaches()).toBe(true)
})

test('requests the file at once for a visitor with an earlier grant', async () => {
  const { create, requested } = await open()
  create({}, agreedStorage())
  await settle()
  expect(requested).toHaveBeenCalledOnce()
})

test('while the file loads the service stays blocked, and its cookies are kept', async () => {
  const { come, create, reaches } = await open()
  document.cookie = '_ga=1; path=/'
  create({}, agreedStorage())
  await settle()
  expect(reaches()).toBe(false)
  expect(reaches(`https://www.googletagmanager.com/gtag/js?id=${ID}`)).toBe(false)
  expect(page[`ga-disable-${ID}`]).toBe(true)
  expect(document.cookie).toContain('_ga=1')
  come()
  await vi.waitFor(() => expect(reaches()).toBe(true))
  expect(page[`ga-disable-${ID}`]).toBeFalsy()
  expect(document.cookie).toContain('_ga=1')
})

test('a withdrawal while the file loads starts nothing, and a later grant starts the tag', async () => {
  const { come, create, reaches } = await open()
  const consent = create()
  consent.acceptAll()
  await settle()
  consent.withdraw('analytics')
  come()
  await settle()
  expect(scripts()).toEqual([])
  expect(order()).not.toContain(`config ${ID}`)
  expect(reaches()).toBe(false)
  consent.acceptAll()
  await vi.waitFor(() => expect(scripts()).toHaveLength(1))
  expect(order().filter(name => name === `config ${ID}`)).toHaveLength(1)
})

test('a withdrawal and a new grant while the file loads start the tag once', async () => {
  const { come, create } = await open()
  const consent = create()
  consent.acceptAll()
  await settle()
  consent.withdraw('analytics')
  consent.acceptAll()
  come()
  await settle()
  expect(scripts()).toHaveLength(1)
  for (const name of ['consent default', 'js', `config ${ID}`])
    expect(order().filter(found => found === name)).toHaveLength(1)
})

test('a consent that is destroyed while the file loads starts nothing', async () => {
  const { come, create } = await open()
  const consent = create()
  consent.acceptAll()
  await settle()
  consent.destroy()
  come()
  await settle()
  expect(scripts()).toEqual([])
})

test.each([true, false])(
  'when the file cannot be loaded the service stays blocked, its cookies are kept, and a warning is written: loadScript %s',
  async loadScript => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    onTestFinished(() => warn.mockRestore())
    const { create, fail, reaches } = await open()
    document.cookie = '_ga=1; path=/'
    const consent = create({ loadScript }, agreedStorage())
    const script = wrappers()
    fail()
    await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce())
    expect(warn.mock.calls[0]?.[0]).toBe(
      '[SpaceONE Consent] Service "Google Analytics" could not start. Expected start() to return without an error. The service stays blocked. See dist/script/docs/packages/consent/src/gate/README.md#services-of-your-own',
    )
    await settle()
    expect(consent.isGranted('analytics')).toBe(true)
    expect(scripts()).toEqual([script])
    expect(script.type).toBe('text/plain')
    expect(reaches()).toBe(false)
    expect(page[`ga-disable-${ID}`]).toBe(true)
    expect(document.cookie).toContain('_ga=1')
  },
)

test('a tag of the page is unblocked only after its queue is in order', async () => {
  const { come, create } = await open()
  const consent = create({ loadScript: false })
  const script = wrappers()
  page.dataLayer?.push(command('js', new Date()), command('config', ID))
  consent.acceptAll()
  await settle()
  expect(script.type).toBe('text/plain')
  let atUnblocking: readonly string[] = []
  const remove = vi.spyOn(Node.prototype, 'removeChild').mockImplementation(function (
    this: Node,
    child,
  ) {
    atUnblocking = order()
    remove.mockRestore()
    return this.removeChild(child) as typeof child
  })
  come()
  await vi.waitFor(() => expect(script.type).toBe(''))
  expect(atUnblocking).toEqual(['consent default', 'consent update', 'set', 'js', `config ${ID}`])
  expect(order()).toEqual(atUnblocking)
})

test('the service stays blocked while the queue is put in order, whatever push of the page does', async () => {
  const { come, create, reaches } = await open()
  const reached: boolean[] = []
  const layer: unknown[] = []
  layer.push = (...entries) => {
    reached.push(reaches())
    return Array.prototype.push.apply(layer, entries)
  }
  page.dataLayer = layer
  create({ loadScript: false }).acceptAll()
  come()
  await vi.waitFor(() => expect(reaches()).toBe(true))
  expect(layer.length).toBeGreaterThan(2)
  expect(reached).not.toContain(true)
})

test('events that the page queues after the grant while the file loads are kept for the tag', async () => {
  const { come, create } = await open()
  const consent = create()
  page.dataLayer?.push(command('event', 'before'))
  consent.acceptAll()
  page.dataLayer?.push(command('event', 'after'))
  come()
  await vi.waitFor(() => expect(scripts()).toHaveLength(1))
  expect(order()).toContain('event after')
  expect(order()).not.toContain('event before')
})

/** Simulates a container that stood before the SDK: it has read the queue, and hears each entry. */
const standing = () => {
  const heard: unknown[] = []
  const layer: unknown[] = [command('config', 'G-TWO')]
  layer.push = (...entries) => {
    heard.push(...entries)
    return Array.prototype.push.apply(layer, entries)
  }
  Object.assign(page, { dataLayer: layer, google_tag_manager: {} })
  onTestFinished(() => {
    for (const name of ['google_tag_manager', 'ga-disable-G-TWO'])
      Reflect.deleteProperty(page, name)
  })
  return () => heard.map(entry => Array.from(entry as ArrayLike<unknown>)[1] ?? entry)
}

/** Pushes a setting, an event of the page and one of the tag itself. */
const pushAll = (name: string) =>
  page.dataLayer?.push(command('set', name), command('event', `${name} event`), {
    event: 'gtm.historyChange-v2',
  })

test.each(['late', 'never'])(
  'a container that stood before the SDK hears nothing while denied, if the file comes %s',
  async comes => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    onTestFinished(() => warn.mockRestore())
    const heard = standing()
    const { come, create, fail } = await open()
    const consent = create({ loadScript: false })
    const switches = () => [ID, 'G-TWO'].map(id => page[`ga-disable-${id}`])
    const isSilent = () => {
      pushAll('denied')
      expect(heard()).toEqual(['default'])
      expect(switches()).toEqual([true, true])
    }
    isSilent()
    consent.acceptAll()
    await settle()
    isSilent()
    if (comes === 'never') {
      fail()
      await settle()
      isSilent()
      return
    }
    consent.withdraw('analytics')
    isSilent()
    come()
    await settle()
    isSilent()
    consent.acceptAll()
    await vi.waitFor(() => expect(switches()).toEqual([undefined, undefined]))
    pushAll('granted')
    const settings = Array(4).fill('denied')
    const after = ['granted', 'granted event', { event: 'gtm.historyChange-v2' }]
    expect(heard()).toEqual(['default', 'default', 'update', ...settings, ...after])
    consent.withdraw('analytics')
    const { length } = heard()
    pushAll('denied')
    expect(heard().slice(length)).toEqual(['denied', { event: 'gtm.historyChange-v2' }])
  },
)
