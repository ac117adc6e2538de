// @vitest-environment happy-dom

import { afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import { settle } from '../../../../../test/support/settle.ts'
import { type AnyConsent, createStore, memoryStorage } from '../../core/index.ts'
import { startInterceptors } from '../interceptors/start-interceptors.ts'
import type { BlockingAddress } from './block-raw.ts'
import { startBlockedMarkup } from './start-blocked-markup.ts'

answerScripts()

// `unblock.ts` is a file of its own, which is loaded here before the tests.
beforeAll(() => import('./unblock.ts'))

/** The warnings of a test. */
let warn = vi.fn()

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const create = (nonce?: string) =>
  createStore<'analytics' | 'marketing'>(
    { policy: { version: '1' }, categories: { analytics: {}, marketing: {} }, nonce },
    { storage: memoryStorage(), signals: { gpc: false } },
  )

/**
 * Starts the blocked markup of a consent with the gate's interceptors and its subscriber of the
 * state.
 */
const blockFor = (consent: AnyConsent, blockingAddress: BlockingAddress = () => undefined) => {
  const markup = startBlockedMarkup(consent, blockingAddress, () => undefined)
  const stops = [
    startInterceptors({ ...markup, blocksCookie: () => false }),
    consent.$state.listen(() => markup.settle('never')),
    markup.stop,
  ]
  const stop = () => {
    for (const end of stops) end()
  }
  onTestFinished(stop)
  return stop
}

/** Creates a consent with its blocked markup. */
const start = (nonce?: string) => {
  const consent = create(nonce)
  return { consent, stop: blockFor(consent) }
}

type Started = ReturnType<typeof start>

/** A rule that blocks one host until the grant. */
const videosOf =
  (consent: ReturnType<typeof create>): BlockingAddress =>
  ({ hostname }) =>
    hostname === 'video.test' && !consent.isGranted('analytics') ? 'analytics' : undefined

/**
 * Sets the HTML of the page, and logs the scripts that are inserted in a form that runs.
 *
 * happy-dom loads no script from HTML: `finish` dispatches the event of a loaded script.
 */
const page = (html: string): readonly string[] => {
  document.body.innerHTML = html
  const log: string[] = []
  const observer = new MutationObserver(mutations => {
    for (const { addedNodes } of mutations)
      for (const node of addedNodes)
        if (node instanceof HTMLScriptElement && node.type === '') log.push(node.id)
  })
  observer.observe(document, { childList: true, subtree: true })
  onTestFinished(() => observer.disconnect())
  return log
}

/** The original built-in, since `innerHTML` of happy-dom calls intercepted methods. */
const { appendChild } = Node.prototype

/** Creates elements that no interceptor sees when inserted, as a parser does. */
const parsed = (html: string) => {
  const elements = [...Object.assign(document.createElement('p'), { innerHTML: html }).children]
  return () => {
    for (const element of elements) appendChild.call(document.body, element)
  }
}

const script = (id: string): HTMLScriptElement =>
  document.getElementById(id) as unknown as HTMLScriptElement

const sources = (): readonly (string | null)[] =>
  [...document.querySelectorAll('iframe')].map(frame => frame.getAttribute('src'))

const blocked = (id: string, attributes = 'data-consent="analytics"'): string =>
  `<script type="text/plain" id="${id}" ${attributes}></script>`

const external = (id: string, more = ''): string =>
  blocked(id, `data-consent="analytics" data-src="/${id}.js" ${more}`)

const template = (html: string): string => `<template data-consent="analytics">${html}</template>`

const LOADING = template('<script id="a" src="/a.js"></script><script id="b" src="/b.js"></script>')

/** What happens on a page. */
type Step = (started: Started) => unknown

const accept: Step = ({ consent }) => consent.acceptAll()
const reject: Step = ({ consent }) => consent.rejectAll()
const withdraw: Step = ({ consent }) => consent.withdraw('analytics')
const decide =
  (analytics: boolean, marketing: boolean): Step =>
  ({ consent }) =>
    consent.decide({ analytics, marketing })
const finish =
  (id: string, type = 'load'): Step =>
  () =>
    script(id).dispatchEvent(new Event(type))
const wait =
  (ms: number): Step =>
  () =>
    vi.advanceTimersByTimeAsync(ms)
const add =
  (id: string, place: InsertPosition = 'beforeend'): Step =>
  () =>
    document.body.insertAdjacentHTML(place, blocked(id))
const addFragment: Step = () => {
  const fragment = document.createElement('template')
  fragment.innerHTML = `${blocked('a')}<div>${blocked('b')}<p>${blocked('c')}</p></div>${blocked('d')}`
  document.body.append(fragment.content)
}
let taken: HTMLElement | undefined
const remove =
  (id: string): Step =>
  () => {
    taken = script(id)
    taken.remove()
  }
const putBack: Step = () => {
  expect(taken).toMatchObject({ isConnected: false, type: 'text/plain' })
  document.body.append(taken ?? '')
}
const simulateParsing = () => {
  vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue('loading')
}
const endParsing = () => {
  vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue('interactive')
  document.dispatchEvent(new Event('DOMContentLoaded'))
}
const refuseListeners: Step = () => {
  vi.spyOn(script('a'), 'addEventListener').mockImplementation(() => {
    throw new TypeError('broken')
  })
}

/** A title, the HTML of a page, and steps; a text has the scripts that have run until then. */
type Journey = readonly [title: string, html: string, steps: readonly (Step | string)[]]

const JOURNEYS: readonly Journey[] = [
  ['nothing is unblocked before the grant', blocked('a') + external('b'), ['', reject, '']],
  [
    'a grant unblocks the elements of its category only',
    blocked('a') + blocked('m', 'data-consent="marketing"') + blocked('b'),
    [decide(true, false), 'a b', decide(true, true), 'a b m'],
  ],
  [
    'an element is unblocked once, whatever is decided later',
    blocked('a') + blocked('b'),
    [accept, accept, 'a b', withdraw, accept, ({ consent }) => consent.setLanguage('ko'), 'a b'],
  ],
  [
    'an element without a known category stays blocked',
    ['data-consent="chat"', 'data-consent=""', 'data-consent="constructor"', '']
      .map(attribute => blocked('a', attribute))
      .join(''),
    [accept, ''],
  ],
  [
    'a script waits until the script before it has loaded or failed',
    external('a') + external('b') + blocked('c'),
    [accept, 'a', finish('a'), 'a b', finish('b', 'error'), 'a b c'],
  ],
  [
    'no script waits for an inline script',
    blocked('a') + blocked('b') + external('c'),
    [accept, 'a b c'],
  ],
  [
    'no script waits for one that is async or defer',
    external('a', 'async') + external('b', 'defer') + blocked('c'),
    [accept, 'a b c'],
  ],
  [
    'a script is unblocked when no listener can be added to the script before it [5]',
    external('a') + blocked('b') + blocked('c'),
    [refuseListeners, accept, 'a b c'],
  ],
  [
    'a script waits three seconds for a script that never loads',
    external('a') + external('b') + blocked('c'),
    [accept, wait(2999), 'a', wait(1), 'a b', wait(3000), 'a b c'],
  ],
  [
    'a script that loads after three seconds unblocks no script twice',
    external('a') + external('b') + blocked('c'),
    [accept, wait(3000), finish('a'), 'a b'],
  ],
  ['an element that the page adds after the grant is unblocked', '', [accept, add('a'), 'a']],
  [
    'an element that the page adds before the grant is unblocked at the grant',
    '',
    [add('a'), '', accept, 'a'],
  ],
  [
    'elements inside an added fragment are unblocked in document order',
    '',
    [accept, addFragment, 'a b c d'],
  ],
  [
    'an element that is added while others wait is unblocked after them',
    external('a') + blocked('b'),
    [accept, 'a', add('c', 'afterbegin'), 'a', finish('a'), 'a b c'],
  ],
  [
    'elements in a form whose fields have the names of methods are found',
    `<form><input name="matches"><input name="querySelectorAll">${blocked('a')}</form>`,
    [accept, 'a'],
  ],
  [
    'a waiting element is not unblocked after a withdrawal, and is at the next grant',
    external('a') + blocked('b'),
    [accept, 'a', withdraw, finish('a'), 'a', accept, 'a b'],
  ],
  [
    'a waiting element is unblocked once after a withdrawal and a new grant',
    external('a') + blocked('b'),
    [accept, 'a', withdraw, accept, finish('a'), 'a b'],
  ],
  [
    'an element is not unblocked when the grant is withdrawn at once',
    blocked('a'),
    [accept, withdraw, ''],
  ],
  [
    'an element that the page removes while it waits stays blocked until it is inserted again',
    external('a') + blocked('b') + blocked('c'),
    [accept, 'a', remove('b'), finish('a'), 'a c', putBack, 'a c b'],
  ],
  [
    'nothing is unblocked while the page is being parsed',
    blocked('a') + blocked('b'),
    [simulateParsing, accept, add('c'), '', endParsing, 'a b c'],
  ],
  [
    'nothing is unblocked after stop()',
    external('a') + blocked('b'),
    [accept, 'a', ({ stop }) => stop(), finish('a'), add('c'), withdraw, accept, endParsing, 'a'],
  ],
  [
    'scripts of a template run one after another, and before later elements are unblocked',
    LOADING + blocked('c'),
    [accept, 'a', finish('a'), 'a b', finish('b'), 'a b c'],
  ],
  [
    'no further script of a template runs after a withdrawal',
    LOADING,
    [accept, 'a', withdraw, finish('a'), 'a'],
  ],
  [
    'a script in a template with its own data-consent waits for its own category',
    template(blocked('m', 'data-consent="marketing"') + blocked('a')),
    [decide(true, false), 'a', decide(true, true), 'a m'],
  ],
]

test.each(JOURNEYS)('%s', async (_, html, steps) => {
  vi.useFakeTimers()
  const log = page(html)
  const started = start()
  for (const step of steps)
    if (typeof step === 'string') {
      await settle()
      await settle()
      // A script of a template is inserted blocked, and inserted again when its turn comes.
      const ran = html.startsWith('<template') ? [...new Set(log)] : log
      expect(ran.join(' ')).toBe(step)
    } else await step(started)
})

test('an element of a granted category is unblocked at the start', async () => {
  const log = page(blocked('a'))
  const consent = create()
  consent.acceptAll()
  await settle()
  expect(log).toEqual([])
  blockFor(consent)
  await settle()
  expect(log).toEqual(['a'])
})

test('a script with defer waits for its turn, and is not async', async () => {
  page(external('a', 'defer') + external('b', 'async'))
  const changes: unknown[] = []
  // In browsers a script that has been in the document once is async.
  for (const id of ['a', 'b'])
    Object.defineProperty(script(id), 'async', { set: value => changes.push([id, value]) })
  start().consent.acceptAll()
  await settle()
  expect(changes).toEqual([['a', false]])
})

/** Markup, and its form while denied, while granted, and after a withdrawal. */
interface Markup {
  readonly title: string
  readonly html: string
  /** @default the markup as it is written */
  readonly denied?: string
  readonly granted: string
  /** @default the form while granted */
  readonly withdrawn?: string
}

const VIDEO = 'https://video.test/1'
const EMPTY = `<iframe data-consent="analytics" data-src="${VIDEO}"></iframe>`
const FRAME = {
  denied: EMPTY,
  granted: `<iframe data-consent="analytics" src="${VIDEO}"></iframe>`,
  withdrawn: EMPTY,
}
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='

/** Returns markup that is the same whatever is decided. */
const unchanged = (html: string): Markup => ({
  title: 'is not changed',
  html,
  granted: html,
})

const MARKUP: readonly Markup[] = [
  {
    title: 'gets its address from data-src, and keeps its attributes and its text',
    html: '<script type="text/plain" class="x" data-consent="analytics" data-src="/a.js" async="">run()</script>',
    granted:
      '<script class="x" data-consent="analytics" data-src="/a.js" async="" src="/a.js">run()</script>',
  },
  {
    title: 'keeps its address in src',
    html: '<script type="text/plain" data-consent="analytics" src="/b.js"></script>',
    granted: '<script data-consent="analytics" src="/b.js"></script>',
  },
  {
    title: 'gets the type in its data-type',
    html: '<script type="text/plain" data-consent="analytics" data-type="module"></script>',
    granted: '<script data-consent="analytics" type="module"></script>',
  },
  ...['lead', 'modules', 'my-module'].map(type => ({
    title: 'keeps a data-type that is not the type of a script',
    html: `<script type="text/plain" data-consent="analytics" data-type="${type}"></script>`,
    granted: `<script data-consent="analytics" data-type="${type}"></script>`,
  })),
  unchanged('<script type="application/json" data-consent="analytics">{}</script>'),
  {
    title: 'gets its addresses at the grant, and keeps them at the withdrawal',
    html: '<img data-consent="analytics" data-src="/a.png" data-srcset="/b.png 2x">',
    granted: '<img data-consent="analytics" srcset="/b.png 2x" src="/a.png">',
  },
  {
    title: 'gets a data: URL',
    html: `<img data-consent="analytics" data-src="${PICTURE}">`,
    granted: `<img data-consent="analytics" src="${PICTURE}">`,
  },
  {
    title: 'gets its addresses without a data-src',
    html: '<img data-consent="analytics" data-srcset="/a.png 1x, /b.png 2x">',
    granted: '<img data-consent="analytics" srcset="/a.png 1x, /b.png 2x">',
  },
  { title: 'is emptied at the withdrawal', html: EMPTY, ...FRAME },
  { title: 'is emptied while denied', html: FRAME.granted, ...FRAME },
  ...['about:blank', '/until-then.html'].map(src => ({
    title: 'gets its data-src at the grant',
    html: `<iframe src="${src}" data-consent="analytics" data-src="${VIDEO}"></iframe>`,
    ...FRAME,
  })),
  unchanged('<iframe data-consent="analytics"></iframe>'),
  ...['javascript:run()', ' JaVaScRiPt:run()', 'java\nscript:run()'].map(address => ({
    title: 'does not get a javascript: URL',
    html: `<iframe data-consent="analytics" data-src="${address}"></iframe>`,
    granted: '<iframe data-consent="analytics"></iframe>',
  })),
  {
    title: 'is replaced with its content',
    html: `<p></p>${template('<b>one</b><i>two</i>')}<p></p><template data-consent="marketing"><u>no</u></template>`,
    granted:
      '<p></p><b>one</b><i>two</i><p></p><template data-consent="marketing"><u>no</u></template>',
  },
  {
    title: 'is replaced with its content, and a text/plain script in it does not run',
    html: template('<script type="text/plain">a</script>'),
    granted: '<script type="text/plain">a</script>',
  },
]

test.each(MARKUP)('$html $title', async ({ html, denied = html, granted, withdrawn = granted }) => {
  page(html)
  const { consent } = start()
  await settle()
  expect(document.body.innerHTML).toBe(denied)
  for (const _ of ['first grant', 'later grant']) {
    consent.decide({ analytics: true, marketing: false })
    await settle()
    await settle()
    expect(document.body.innerHTML).toBe(granted)
    consent.withdraw('analytics')
    expect(document.body.innerHTML).toBe(withdrawn)
  }
})

test('the same element is unblocked, in its place', async () => {
  page(`<p>before</p><div><i></i>${blocked('a')}</div>${blocked('b')}<p></p>`)
  const before = [...document.querySelectorAll('body *')]
  start().consent.acceptAll()
  await settle()
  expect(script('b').type).toBe('')
  expect([...document.querySelectorAll('body *')]).toEqual(before)
})

test('an element in a closed shadow root is unblocked, and so is one that comes later', async () => {
  page('<div></div>')
  const { consent } = start()
  const root = document.querySelector('div')?.attachShadow({ mode: 'closed' }) as ShadowRoot
  const typeOf = async (id: string) => {
    root.innerHTML ||= blocked(id)
    await settle()
    return root.querySelector('script')?.type
  }
  expect(await typeOf('a')).toBe('text/plain')
  consent.acceptAll()
  expect(await typeOf('a')).toBe('')
  root.innerHTML = ''
  expect(await typeOf('b')).toBe('')
})

test('the gate answers ASK_EVENT and dispatches INSERTED_EVENT until it is stopped', async () => {
  page('<main></main>')
  const looks = vi.fn()
  document.addEventListener('spaceone-consent-look', looks)
  onTestFinished(() => document.removeEventListener('spaceone-consent-look', looks))
  const isWatched = () =>
    !document.dispatchEvent(new Event('spaceone-consent-watch', { cancelable: true }))
  const { stop } = start()
  await settle()
  looks.mockClear()
  expect(isWatched()).toBe(true)
  document.querySelector('main')?.append('text')
  await settle()
  expect(looks).toHaveBeenCalledOnce()
  stop()
  expect(isWatched()).toBe(false)
})

test('markup is unblocked when no event can be dispatched [5]', async () => {
  const log = page(blocked('a'))
  const tell = vi.spyOn(Document.prototype, 'dispatchEvent').mockImplementation(() => {
    throw new TypeError('broken')
  })
  const consent = create()
  const never = () => undefined
  const { look, settle: settleMarkup, stop } = startBlockedMarkup(consent, never, never)
  onTestFinished(stop)
  onTestFinished(consent.$state.listen(() => settleMarkup('never')))
  expect(look).not.toThrow()
  expect(tell).toHaveBeenCalledOnce()
  consent.acceptAll()
  await settle()
  expect(log).toEqual(['a'])
})

test('BLOCKED_EVENT is dispatched on an iframe that is blocked, and on no other', async () => {
  const blockedIds: unknown[] = []
  const note = (event: Event) => blockedIds.push((event.composedPath()[0] as Element).id)
  document.addEventListener('spaceone-consent-iframe', note)
  onTestFinished(() => document.removeEventListener('spaceone-consent-iframe', note))
  const frame = (id: string) => EMPTY.replace('iframe', `iframe id="${id}"`)
  page(`${frame('frame')}<img data-consent="analytics" data-src="/a.png">${blocked('a')}`)
  const { consent } = start()
  await settle()
  expect(blockedIds).toEqual(['frame'])
  consent.acceptAll()
  await settle()
  expect(blockedIds).toEqual(['frame'])
  consent.withdraw('analytics')
  expect(blockedIds).toEqual(['frame', 'frame'])
  document.body.attachShadow({ mode: 'open' }).innerHTML = frame('inside')
  await settle()
  expect(blockedIds).toContain('inside')
})

test('an iframe without data-consent is emptied at the withdrawal, without a warning', async () => {
  page(`<iframe src="${VIDEO}"></iframe><iframe src="https://own.test/1"></iframe>`)
  const consent = create()
  consent.acceptAll()
  blockFor(consent, videosOf(consent))
  await settle()
  expect(sources()).toEqual([VIDEO, 'https://own.test/1'])
  consent.withdraw('analytics')
  expect(sources()).toEqual([null, 'https://own.test/1'])
  expect(document.querySelector('iframe')?.dataset).toMatchObject({
    ...{ consent: 'analytics', src: VIDEO },
  })
  expect(warn).not.toHaveBeenCalled()
  consent.acceptAll()
  await settle()
  expect(sources()).toEqual([VIDEO, 'https://own.test/1'])
})

test('nothing is blocked when the gate is stopped at once', async () => {
  page(`<iframe src="${VIDEO}"></iframe>`)
  const consent = create()
  blockFor(consent, videosOf(consent))()
  await settle()
  expect(sources()).toEqual([VIDEO])
  expect(warn).not.toHaveBeenCalled()
})

/** Opens a page whose rule blocks one host. */
const blockVideos = (html = '') => {
  page(html)
  const consent = create('r4nd0m')
  blockFor(consent, videosOf(consent))
  return consent
}

test('the warning for a script before the SDK says where to write it', async () => {
  blockVideos('<script id="a" src="https://video.test/earlier.js"></script>')
  await settle()
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    expect.stringContaining(' below consent.js.'),
    script('a'),
  )
})

test('a script that the parser adds without data-consent does not run, at any depth', async () => {
  simulateParsing()
  const raw = (id: string) => `<script id="${id}" src="https://video.test/${id}.js"></script>`
  const parse = parsed(`${raw('itself')}<b>${raw('within')}</b>`)
  blockVideos()
  await settle()
  parse()
  await settle()
  expect([script('itself').type, script('within').type]).toEqual(['text/plain', 'text/plain'])
  expect(warn).toHaveBeenCalledTimes(2)
})

test('no warning is written for a script in inserted HTML, which never runs', async () => {
  const write = parsed(
    '<script id="late" data-consent="analytics" src="https://video.test/late.js"></script>',
  )
  blockVideos()
  await settle()
  write()
  document.body.append('text')
  await settle()
  expect(script('late').getAttributeNames()).toEqual(['id', 'data-consent', 'src'])
  expect(warn).not.toHaveBeenCalled()
})

test('with a nonce, a script of the HTML is unblocked only with the same nonce, and one warning is written', async () => {
  const log = page(blocked('a') + blocked('b') + blocked('c') + blocked('d'))
  script('b').nonce = 'guessed'
  script('c').nonce = 'r4nd0m'
  const { consent } = start('r4nd0m')
  for (const _ of ['first grant', 'later grant']) {
    consent.acceptAll()
    await settle()
  }
  expect(log).toEqual(['c'])
  expect(warn.mock.calls).toEqual([[expect.stringContaining('nonce'), script('a')]])
})

test('with a nonce, a script that code of the page has inserted is unblocked without a nonce', async () => {
  const consent = blockVideos()
  const element = document.createElement('script')
  element.src = 'https://video.test/a.js'
  document.body.append(element)
  await settle()
  expect(element.type).toBe('text/plain')
  consent.acceptAll()
  await settle()
  expect(element.type).toBe('')
})

test('elements with data-consent and src wait for the grant, and the warning has each', async () => {
  simulateParsing()
  page('')
  const parse = parsed(
    '<script id="a" data-consent="analytics" src="/a.js"></script><iframe data-consent="analytics" src="/b"></iframe><img data-consent="analytics" src="/c.png"><iframe data-consent="marketing/Film" src="/d"></iframe>',
  )
  const started = start()
  const { consent } = started
  await settle()
  parse()
  await settle()
  expect(script('a').type).toBe('text/plain')
  expect(sources()).toEqual([null, null])
  endParsing()
  await settle()
  const mistake = (src: string) =>
    expect.stringContaining(
      `${src} was requested before it was allowed. data-consent has no effect with src: write data-src. Expected <`,
    )
  const [frame, other] = document.querySelectorAll('iframe')
  expect(warn.mock.calls).toEqual([
    [mistake('/a.js'), script('a')],
    [mistake('/b'), frame],
    [mistake('/d'), other],
    [mistake('/c.png'), document.querySelector('img')],
  ])

  consent.decide({ analytics: true, marketing: false })
  await settle()
  finish('a')(started)
  await settle()
  expect(script('a').type).toBe('')
  expect(sources()).toEqual(['/b', null])
  consent.withdraw('analytics')
  document.body.append('text')
  await settle()
  expect(sources()).toEqual([null, null])
  expect(warn).toHaveBeenCalledTimes(4)
})

test('elements with data-consent and src are not changed after the grant, and make no warning', async () => {
  page('')
  const consent = create()
  consent.acceptAll()
  const html =
    '<iframe data-consent="analytics" src="/a"></iframe><img data-consent="analytics" src="/b.png" alt="">'
  const insert = parsed(html)
  blockFor(consent)
  await settle()
  insert()
  document.body.append('text')
  await settle()
  expect(document.body.innerHTML).toBe(`${html}text`)
  consent.withdraw('analytics')
  await settle()
  expect(sources()).toEqual([null])
  expect(warn).not.toHaveBeenCalled()
})
