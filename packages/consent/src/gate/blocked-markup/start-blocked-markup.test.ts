// @vitest-environment happy-dom

import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { agreedStorage } from '../../../../../test/support/agreed-storage.ts'
import { broken } from '../../../../../test/support/broken.ts'
import { openStore, type StoreOptions } from '../../../../../test/support/open-store.ts'
import { settle } from '../../../../../test/support/settle.ts'
import { documentPrototype } from '../../shared/platform.ts'
import { startInterceptors } from '../interceptors/start-interceptors.ts'
import { startBlockedMarkup } from './start-blocked-markup.ts'

// `unblock.ts` is a file of its own, which is loaded here before the tests.
beforeAll(() => import('./unblock.ts'))

let warn = vi.fn()

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
})

type Category = 'analytics' | 'marketing'

/**
 * Opens a page with HTML, and starts blocked markup as the gate does. A rule blocks `video.test`.
 * `log` has the ids of the scripts that are inserted with a type that runs. happy-dom loads no
 * script from HTML: `finish` dispatches the event of a loaded script.
 */
const open = (html: string, options?: StoreOptions<Category>) => {
  document.body.innerHTML = html
  const log: string[] = []
  const observer = new MutationObserver(mutations => {
    for (const { addedNodes } of mutations)
      for (const node of addedNodes)
        if (node instanceof HTMLScriptElement && node.type === '') log.push(node.id)
  })
  observer.observe(document, { childList: true, subtree: true })
  const consent = openStore<Category>({ analytics: {}, marketing: {} }, options)
  const markup = startBlockedMarkup(
    consent,
    ({ hostname }) =>
      hostname === 'video.test' && !consent.isGranted('analytics') ? 'analytics' : undefined,
    () => undefined,
  )
  const ends = [
    startInterceptors({ ...markup, blocksName: () => false }),
    consent.$state.listen(() => markup.update()),
    markup.stop,
  ]
  const stop = () => {
    for (const end of ends) end()
  }
  onTestFinished(stop)
  onTestFinished(() => observer.disconnect())
  return { consent, log, markup, stop }
}

type Opened = ReturnType<typeof open>

/** The original built-in, to insert as a parser does: happy-dom's `innerHTML` is intercepted. */
const { appendChild } = Node.prototype

/**
 * Creates elements, and returns a function that inserts them. As with a parser, no interceptor sees
 * the insertion.
 */
const parsed = (html: string) => {
  const elements = [...Object.assign(document.createElement('p'), { innerHTML: html }).children]
  return () => {
    for (const element of elements) appendChild.call(document.body, element)
  }
}

const byId = (id: string) => document.getElementById(id) as unknown as HTMLScriptElement

const sources = (): readonly (string | null)[] =>
  [...document.querySelectorAll('iframe')].map(frame => frame.getAttribute('src'))

const blocked = (id: string, attributes = 'data-consent="analytics"'): string =>
  `<script type="text/plain" id="${id}" ${attributes}></script>`

const external = (id: string, more = ''): string =>
  blocked(id, `data-consent="analytics" data-src="/${id}.js" ${more}`)

const template = (html: string): string => `<template data-consent="analytics">${html}</template>`

const LOADING = template('<script id="a" src="/a.js"></script><script id="b" src="/b.js"></script>')

type Step = (opened: Opened) => unknown

const accept: Step = ({ consent }) => consent.acceptAll()
const reject: Step = ({ consent }) => consent.rejectAll()
const withdraw: Step = ({ consent }) => consent.withdraw('analytics')
const onlyAnalytics: Step = ({ consent }) => consent.decide({ analytics: true, marketing: false })
const finish =
  (id: string, type = 'load') =>
  () =>
    byId(id).dispatchEvent(new Event(type))
const wait = (ms: number) => () => vi.advanceTimersByTimeAsync(ms)
const add =
  (id: string, place: InsertPosition = 'beforeend') =>
  () =>
    document.body.insertAdjacentHTML(place, blocked(id))
const outside = document.createElement('div')
const remove = (id: string) => () => outside.append(byId(id))
const putBack: Step = () => document.body.append(...outside.children)
const simulateParsing = () =>
  void vi.spyOn(documentPrototype(), 'readyState', 'get').mockReturnValue('loading')
const endParsing = () => {
  vi.spyOn(documentPrototype(), 'readyState', 'get').mockReturnValue('interactive')
  document.dispatchEvent(new Event('DOMContentLoaded'))
}
const breakEvents: Step = () =>
  void vi.spyOn(documentPrototype(), 'dispatchEvent').mockImplementation(broken)

/**
 * A title, the HTML of a page, and steps. A string among the steps lists the scripts that must have
 * run by then.
 */
type Journey = readonly [title: string, html: string, steps: readonly (Step | string)[]]

const JOURNEYS: readonly Journey[] = [
  [
    'a grant unblocks the elements of its category only',
    blocked('a') + blocked('m', 'data-consent="marketing"') + blocked('b'),
    ['', reject, '', onlyAnalytics, 'a b', accept, 'a b m'],
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
    'no script waits for a script that is inline, async or defer',
    blocked('a') + external('b', 'async') + external('c', 'defer') + external('d'),
    [accept, 'a b c d'],
  ],
  [
    'an element is unblocked when no event can be dispatched [5]',
    blocked('a'),
    [breakEvents, ({ markup }) => markup.search(), accept, 'a'],
  ],
  [
    'a script waits three seconds for a script that never loads, and runs once if it loads later',
    external('a') + external('b') + blocked('c'),
    [accept, wait(2999), 'a', wait(1), 'a b', finish('a'), 'a b', wait(3000), 'a b c'],
  ],
  [
    'an element that the page adds is unblocked at the grant, or later at once',
    '',
    [add('a'), '', accept, 'a', add('b'), 'a b'],
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
    'a waiting element is not unblocked after a withdrawal, and is at the next grant, after the one that has not loaded',
    external('a') + blocked('b'),
    [accept, withdraw, '', accept, 'a', withdraw, 'a', accept, 'a a', finish('a'), 'a a b'],
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
    [onlyAnalytics, 'a', accept, 'a m'],
  ],
]

test.each(JOURNEYS)('%s', async (_, html, steps) => {
  vi.useFakeTimers()
  const opened = open(html)
  for (const step of steps)
    if (typeof step === 'string') {
      await settle()
      await settle()
      // A script of a template is inserted blocked, and inserted again when its turn comes.
      const ran = html.startsWith('<template') ? [...new Set(opened.log)] : opened.log
      expect(ran.join(' ')).toBe(step)
    } else await step(opened)
})

test('an element of a granted category is unblocked at the start, in a later task', async () => {
  const { log } = open(blocked('a'), { storage: agreedStorage() })
  expect(log).toEqual([])
  await settle()
  expect(log).toEqual(['a'])
})

test('a script with defer waits for its turn, and is not async', async () => {
  const { consent } = open(external('a', 'defer') + external('b', 'async'))
  const changes: unknown[] = []
  // In browsers `async` is true for a blocked script that the parser has inserted.
  for (const id of ['a', 'b'])
    Object.defineProperty(byId(id), 'async', { set: value => changes.push([id, value]) })
  consent.acceptAll()
  await settle()
  expect(changes).toEqual([['a', false]])
})

const VIDEO = 'https://video.test/1'
const EMPTY = `<iframe data-consent="analytics" data-src="${VIDEO}"></iframe>`
const SHOWN = `<iframe data-consent="analytics" src="${VIDEO}"></iframe>`
const OWN = '<iframe src="https://own.test/1"></iframe>'
const RAW = `<iframe src="${VIDEO}"></iframe>${OWN}`
const NONE = '<iframe data-consent="analytics"></iframe>'
const OTHER = '<template data-consent="marketing"><u>no</u></template>'

/**
 * Markup, and its expected form while granted, while denied (by default unchanged) and after a
 * withdrawal (by default the form while granted).
 */
type Markup = [title: string, html: string, granted: string, denied?: string, after?: string]

const MARKUP: readonly Markup[] = [
  [
    'gets its address from data-src, and keeps its attributes and its text',
    '<script type="text/plain" class="x" data-consent="analytics" data-src="/a.js" async="">run()</script>',
    '<script class="x" data-consent="analytics" data-src="/a.js" async="" src="/a.js">run()</script>',
  ],
  [
    'gets the type in its data-type',
    '<script type="text/plain" data-consent="analytics" data-type="module"></script>',
    '<script data-consent="analytics" type="module"></script>',
  ],
  ...['lead', 'modules', 'my-module'].map(
    (type): Markup => [
      'keeps a data-type that is not the type of a script',
      `<script type="text/plain" data-consent="analytics" data-type="${type}"></script>`,
      `<script data-consent="analytics" data-type="${type}"></script>`,
    ],
  ),
  ...['<script type="application/json" data-consent="analytics">{}</script>', NONE].map(
    (html): Markup => ['is not changed', html, html],
  ),
  [
    'gets its addresses at the grant, and keeps them at the withdrawal',
    '<img data-consent="analytics" data-src="/a.png" data-srcset="/b.png 2x">',
    '<img data-consent="analytics" srcset="/b.png 2x" src="/a.png">',
  ],
  ['is emptied at the withdrawal', EMPTY, SHOWN, EMPTY, EMPTY],
  ['is emptied while denied', SHOWN, SHOWN, EMPTY, EMPTY],
  [
    'is emptied without data-consent, if its address is blocked',
    RAW,
    SHOWN + OWN,
    `<iframe data-src="${VIDEO}" data-consent="analytics"></iframe>${OWN}`,
    EMPTY + OWN,
  ],
  ...['about:blank', '/until-then.html'].map(
    (src): Markup => [
      'gets its data-src at the grant',
      `<iframe src="${src}" data-consent="analytics" data-src="${VIDEO}"></iframe>`,
      SHOWN,
      EMPTY,
      EMPTY,
    ],
  ),
  ...['javascript:run()', ' JaVaScRiPt:run()', 'java\nscript:run()'].map(
    (address): Markup => [
      'does not get a javascript: URL',
      `<iframe data-consent="analytics" data-src="${address}"></iframe>`,
      NONE,
    ],
  ),
  [
    'is replaced with its content, and a text/plain script in it does not run',
    `<p></p>${template('<b>one</b><script type="text/plain">a</script>')}<p></p>${OTHER}`,
    `<p></p><b>one</b><script type="text/plain">a</script><p></p>${OTHER}`,
  ],
  [
    'is replaced with its content, of which iframes get its category, and only images and the like their addresses',
    template('<img data-src="a"><img src="b" data-src="c"><p data-href=""></p><iframe></iframe>'),
    `<img src="a"><img src="b" data-src="c"><p data-href=""></p>${NONE}`,
  ],
]

test.each(MARKUP)('%s: %s', async (_, html, granted, denied = html, after = granted) => {
  const opened = open(html)
  await settle()
  expect(document.body.innerHTML).toBe(denied)
  for (const _ of ['first grant', 'later grant']) {
    onlyAnalytics(opened)
    await settle()
    await settle()
    expect(document.body.innerHTML).toBe(granted)
    // A script that has not loaded would be replaced by a blocked copy.
    for (const script of document.querySelectorAll('script'))
      script.dispatchEvent(new Event('load'))
    withdraw(opened)
    expect(document.body.innerHTML).toBe(after)
  }
})

const raw = (id: string, more = '') =>
  `<script id="${id}" ${more} src="https://video.test/${id}.js"></script>`

test('nothing is blocked when the gate is stopped at once', async () => {
  simulateParsing()
  open(RAW).stop()
  parsed(raw('later'))()
  await settle()
  expect(sources()).toEqual([VIDEO, 'https://own.test/1'])
  expect(byId('later').type).toBe('')
  expect(warn).not.toHaveBeenCalled()
})

test('one warning names a script before the SDK, and each denied element that the parser adds, at any depth, and those scripts do not run', async () => {
  simulateParsing()
  open(raw('earlier'), { storage: agreedStorage({ analytics: false, marketing: true }) })
  const image = '<img id="image" data-consent="analytics" src="/image.js">'
  const granted = image.replace('analytics', 'marketing')
  const parse = parsed(`${raw('itself')}<b>${raw('within')}</b>${image}${granted}`)
  await settle()
  parse()
  await settle()
  endParsing()
  await settle()
  document.body.append('text')
  await settle()
  const elements = ['earlier', 'itself', 'within', 'image'].map(byId)
  const types = elements.slice(0, 3).map(({ type }) => type)
  expect(types).toEqual(['', 'text/plain', 'text/plain'])
  const ends = ['</script> below the script that calls createConsent', '</script>', '</script>', '']
  expect(warn.mock.calls).toEqual(
    ends.map((end, at) => [expect.stringContaining(`.js">${end}.`), elements[at]]),
  )
})

test('no warning is written for a script in inserted HTML, which never runs', async () => {
  open('')
  const write = parsed(raw('late', 'data-consent="analytics"'))
  await settle()
  write()
  document.body.append('text')
  await settle()
  expect(byId('late').getAttributeNames()).toEqual(['id', 'data-consent', 'src'])
  expect(warn).not.toHaveBeenCalled()
})

test('with a nonce, a script is unblocked only with the same nonce or if code of the page has inserted it, and one warning is written', async () => {
  const html = ['a', 'b', 'c', 'd'].map(id => blocked(id)).join('')
  const { consent, log } = open(html, { nonce: 'r4nd0m' })
  byId('b').nonce = 'guessed'
  byId('c').nonce = 'r4nd0m'
  const own = Object.assign(document.createElement('script'), { src: VIDEO, id: 'own' })
  document.body.append(own)
  await settle()
  expect(own.type).toBe('text/plain')
  for (const _ of ['first grant', 'later grant']) {
    consent.acceptAll()
    await settle()
  }
  expect(log).toEqual(['c', 'own'])
  expect(warn.mock.calls).toEqual([[expect.stringContaining('nonce'), byId('a')]])
})

test('an iframe gets its address while it is out of the page, and is not moved before the grant', async () => {
  const { consent, markup } = open(`<iframe data-consent="analytics" data-src="${VIDEO}"></iframe>`)
  const frame = document.querySelector('iframe') as HTMLIFrameElement
  const replaceWith = vi.spyOn(frame, 'replaceWith')
  const setAttribute = vi.spyOn(frame, 'setAttribute').mockImplementation((name, value) => {
    if (name === 'src') expect(frame.isConnected).toBe(false)
    Element.prototype.setAttribute.call(frame, name, value)
  })
  markup.update()
  await settle()
  expect(replaceWith).not.toHaveBeenCalled()
  consent.acceptAll()
  await settle()
  expect(setAttribute).toHaveBeenCalledWith('src', VIDEO)
  expect(frame.isConnected).toBe(true)
})
