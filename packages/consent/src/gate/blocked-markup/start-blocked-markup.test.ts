// @vitest-environment happy-dom

import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import { type AnyConsent, createConsent, memoryStorage } from '../../core/index.ts'
import { startInterceptors } from '../interceptors/start-interceptors.ts'
import type { BlockingAddress } from './block-raw.ts'
import { startBlockedMarkup } from './start-blocked-markup.ts'

answerScripts()

// `unblock.ts` is a file of its own, which is loaded here before the tests.
beforeAll(() => import('./unblock.ts'))

const create = (nonce?: string) =>
  createConsent<'analytics' | 'marketing'>(
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

/** A script of a template is inserted blocked, and inserted again when its turn comes. */
const once = (log: readonly string[]): readonly string[] => [...new Set(log)]

const blocked = (id: string, attributes = 'data-consent="analytics"', text = ''): string =>
  `<script type="text/plain" id="${id}" ${attributes}>${text}</script>`

const external = (id: string, more = ''): string =>
  blocked(id, `data-consent="analytics" data-src="/${id}.js" ${more}`)

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

/** Returns the attributes of an element. */
const attributes = (element: Element | null): Readonly<Record<string, string>> =>
  Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]))

/** Returns an element that is not a script. */
const waiting = (name: string, more: string): string =>
  `<${name} id="${name}" data-consent="analytics" ${more}></${name}>`

const finish = (id: string, type: 'load' | 'error' = 'load'): Promise<unknown> => {
  script(id).dispatchEvent(new Event(type))
  return settle()
}

/** Waits until all pending promises have settled. */
const settle = (): Promise<unknown> =>
  vi.isFakeTimers()
    ? vi.advanceTimersByTimeAsync(0)
    : new Promise(resolve => {
        setTimeout(resolve)
      })

const stopTheClock = (): void => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
}

test('nothing is unblocked before the grant', async () => {
  const log = page(blocked('a') + external('b'))
  const { consent } = start()
  await settle()
  consent.rejectAll()
  await settle()
  expect(log).toEqual([])
  expect(script('a').type).toBe('text/plain')
  expect(script('b').hasAttribute('src')).toBe(false)
})

test('a grant unblocks the elements of its category only', async () => {
  const log = page(blocked('a') + blocked('m', 'data-consent="marketing"') + blocked('b'))
  const { consent } = start()
  consent.decide({ analytics: true, marketing: false })
  await settle()
  expect(log).toEqual(['a', 'b'])
  expect(script('m').type).toBe('text/plain')
  consent.decide({ marketing: true })
  await settle()
  expect(log).toEqual(['a', 'b', 'm'])
})

test('an element of a granted category is unblocked at the start', async () => {
  const log = page(blocked('a'))
  const { consent, stop } = start()
  stop()
  consent.acceptAll()
  await settle()
  expect(log).toEqual([])
  blockFor(consent)
  await settle()
  expect(log).toEqual(['a'])
})

test('an element is unblocked once, whatever is decided later', async () => {
  const log = page(blocked('a') + blocked('b'))
  const { consent } = start()
  consent.acceptAll()
  consent.acceptAll()
  await settle()
  consent.withdraw('analytics')
  consent.acceptAll()
  consent.setLanguage('ko')
  await settle()
  expect(log).toEqual(['a', 'b'])
})

test.each(['data-consent="chat"', 'data-consent=""', 'data-consent="constructor"', ''])(
  'an element without a known category stays blocked: %s',
  async attributes => {
    const log = page(blocked('a', attributes))
    start().consent.acceptAll()
    await settle()
    expect(log).toEqual([])
    expect(script('a').type).toBe('text/plain')
  },
)

test('a script that is not blocked is not changed', async () => {
  document.body.innerHTML =
    '<script id="a" type="application/json" data-consent="analytics">{}</script>'
  const before = document.body.innerHTML
  start().consent.acceptAll()
  await settle()
  expect(document.body.innerHTML).toBe(before)
})

test('the same element is unblocked, in its place, with its attributes and its text', async () => {
  page(
    `<p>before</p>${blocked('a', 'class="x" data-consent="analytics" data-y="z"', 'run()')}<p></p>`,
  )
  const node = script('a')
  const before = [...document.body.children]
  start().consent.acceptAll()
  await settle()
  expect([...document.body.children]).toEqual(before)
  expect(document.body.children[1]).toBe(node)
  expect(node.getAttributeNames().sort()).toEqual(['class', 'data-consent', 'data-y', 'id'])
  expect(node.textContent).toBe('run()')
})

test('the last child of its parent is unblocked as the last child', async () => {
  page(`<div><p></p>${blocked('a')}</div><div></div>`)
  const parent = script('a').parentNode
  start().consent.acceptAll()
  await settle()
  expect(parent?.lastChild).toBe(script('a'))
})

test('a script is unblocked with its address in data-src or in src', async () => {
  page(external('a') + blocked('b', 'data-consent="analytics" src="/b.js"'))
  start().consent.acceptAll()
  await settle()
  expect(script('a').getAttribute('src')).toBe('/a.js')
  await finish('a')
  expect(script('b').getAttribute('src')).toBe('/b.js')
  expect(script('b').hasAttribute('type')).toBe(false)
})

test.each(['load', 'error'] as const)(
  'a script waits for the %s event of the script before it',
  async end => {
    const log = page(external('a') + external('b') + blocked('c'))
    start().consent.acceptAll()
    await settle()
    expect(log).toEqual(['a'])
    await finish('a', end)
    expect(log).toEqual(['a', 'b'])
    await finish('b', end)
    expect(log).toEqual(['a', 'b', 'c'])
  },
)

test('no script waits for an inline script', async () => {
  const log = page(blocked('a') + blocked('b') + external('c'))
  start().consent.acceptAll()
  await settle()
  expect(log).toEqual(['a', 'b', 'c'])
})

test('a script is unblocked when no listener can be added to the script before it [5]', async () => {
  const log = page(external('a') + blocked('b') + blocked('c'))
  const { consent } = start()
  Object.defineProperty(script('a'), 'addEventListener', {
    value: () => {
      throw new TypeError('broken')
    },
  })
  consent.acceptAll()
  await settle()
  expect(log).toEqual(['a', 'b', 'c'])
})

test.each(['async', 'defer'])('no script waits for one that is %s', async attribute => {
  const log = page(external('a', attribute) + external('b', attribute) + blocked('c'))
  start().consent.acceptAll()
  await settle()
  expect(log).toEqual(['a', 'b', 'c'])
  expect(script('a').hasAttribute(attribute)).toBe(true)
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

test('a script waits three seconds for a script that never loads', async () => {
  stopTheClock()
  const log = page(external('a') + external('b') + blocked('c'))
  start().consent.acceptAll()
  await vi.advanceTimersByTimeAsync(2999)
  expect(log).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(1)
  expect(log).toEqual(['a', 'b'])
  await vi.advanceTimersByTimeAsync(3000)
  expect(log).toEqual(['a', 'b', 'c'])
})

test('a script that loads after three seconds unblocks no script twice', async () => {
  stopTheClock()
  const log = page(external('a') + external('b') + blocked('c'))
  start().consent.acceptAll()
  await vi.advanceTimersByTimeAsync(3000)
  await finish('a')
  expect(log).toEqual(['a', 'b'])
})

test('an element that the page adds after the grant is unblocked', async () => {
  const log = page('<main></main>')
  start().consent.acceptAll()
  document.querySelector('main')?.insertAdjacentHTML('beforeend', blocked('a'))
  await settle()
  expect(log).toEqual(['a'])
})

test('an element that the page adds before the grant is unblocked at the grant', async () => {
  const log = page('<main></main>')
  const { consent } = start()
  document.querySelector('main')?.insertAdjacentHTML('beforeend', blocked('a'))
  await settle()
  expect(log).toEqual([])
  consent.acceptAll()
  await settle()
  expect(log).toEqual(['a'])
})

test('elements inside an added element or fragment are unblocked in document order', async () => {
  const log = page('<main></main>')
  start().consent.acceptAll()
  const template = document.createElement('template')
  template.innerHTML = `${blocked('a')}<div>${blocked('b')}<p>${blocked('c')}</p></div>${blocked('d')}`
  document.querySelector('main')?.append(template.content)
  await settle()
  expect(log).toEqual(['a', 'b', 'c', 'd'])
})

test('an element that is added while others wait is unblocked after them', async () => {
  const log = page(external('a') + blocked('b'))
  start().consent.acceptAll()
  await settle()
  document.body.insertAdjacentHTML('afterbegin', blocked('c'))
  await settle()
  expect(log).toEqual(['a'])
  await finish('a')
  expect(log).toEqual(['a', 'b', 'c'])
})

test('a waiting element is not unblocked after a withdrawal, and is at the next grant', async () => {
  const log = page(external('a') + blocked('b'))
  const { consent } = start()
  consent.acceptAll()
  await settle()
  consent.withdraw('analytics')
  await finish('a')
  expect(log).toEqual(['a'])
  expect(script('b').type).toBe('text/plain')
  consent.acceptAll()
  await settle()
  expect(log).toEqual(['a', 'b'])
})

test('a waiting element is unblocked once after a withdrawal and a new grant', async () => {
  const log = page(external('a') + blocked('b'))
  const { consent } = start()
  consent.acceptAll()
  await settle()
  consent.withdraw('analytics')
  consent.acceptAll()
  await finish('a')
  expect(log).toEqual(['a', 'b'])
})

test('an element is not unblocked when the grant is withdrawn at once', async () => {
  const log = page(blocked('a'))
  const { consent } = start()
  consent.acceptAll()
  consent.withdraw('analytics')
  await settle()
  expect(log).toEqual([])
})

test('an element that the page removes while it waits stays blocked until the page inserts it again', async () => {
  const log = page(external('a') + blocked('b') + blocked('c'))
  start().consent.acceptAll()
  await settle()
  const taken = script('b')
  taken.remove()
  await finish('a')
  expect(log).toEqual(['a', 'c'])
  expect(taken).toMatchObject({ isConnected: false, type: 'text/plain' })
  document.body.append(taken)
  await settle()
  expect(log).toEqual(['a', 'c', 'b'])
})

test('nothing is unblocked while the page is being parsed', async () => {
  const readyState = vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue('loading')
  onTestFinished(() => readyState.mockRestore())
  const log = page(blocked('a') + blocked('b'))
  start().consent.acceptAll()
  document.body.insertAdjacentHTML('beforeend', blocked('c'))
  await settle()
  expect(log).toEqual([])
  readyState.mockReturnValue('interactive')
  document.dispatchEvent(new Event('DOMContentLoaded'))
  await settle()
  expect(log).toEqual(['a', 'b', 'c'])
})

test('a script is unblocked with the type in its data-type', async () => {
  page(blocked('a', 'data-consent="analytics" data-type="module" data-src="/a.js"'))
  start().consent.acceptAll()
  await settle()
  expect(attributes(script('a'))).toEqual({
    id: 'a',
    type: 'module',
    src: '/a.js',
    'data-consent': 'analytics',
    'data-src': '/a.js',
  })
})

test.each(['lead', 'modules', 'my-module'])(
  'a data-type that is not a script type is not changed: %s',
  async type => {
    const log = page(external('a', `data-type="${type}"`))
    start().consent.acceptAll()
    await settle()
    expect(log).toEqual(['a'])
    expect(attributes(script('a'))).toMatchObject({ 'data-type': type })
  },
)

test('an image gets its addresses at the grant, and keeps them at the withdrawal', async () => {
  page(waiting('img', 'data-src="/a.png" data-srcset="/b.png 2x"'))
  const { consent } = start()
  await settle()
  const image = document.querySelector('img')
  expect(image?.hasAttribute('src')).toBe(false)
  const unblocked = {
    id: 'img',
    'data-consent': 'analytics',
    src: '/a.png',
    srcset: '/b.png 2x',
  }
  consent.acceptAll()
  await settle()
  expect(attributes(image)).toEqual(unblocked)
  consent.rejectAll()
  await settle()
  expect(attributes(image)).toEqual(unblocked)
})

test('an image gets a data: URL', async () => {
  const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  page(waiting('img', `data-src="${dot}"`))
  start().consent.acceptAll()
  await settle()
  expect(document.querySelector('img')?.getAttribute('src')).toBe(dot)
})

test('an image with only a data-srcset gets its addresses at the grant', async () => {
  page(waiting('img', 'data-srcset="/a.png 1x, /b.png 2x"'))
  start().consent.acceptAll()
  await settle()
  expect(document.querySelector('img')?.getAttribute('srcset')).toBe('/a.png 1x, /b.png 2x')
})

test('an iframe gets its address at the grant, and is emptied at the withdrawal', async () => {
  page(waiting('iframe', 'data-src="https://video.test/1"'))
  const { consent } = start()
  const frame = document.querySelector('iframe')
  const shown = { id: 'iframe', 'data-consent': 'analytics', src: 'https://video.test/1' }
  const empty = { id: 'iframe', 'data-consent': 'analytics', 'data-src': 'https://video.test/1' }
  for (const _ of ['first grant', 'later grant']) {
    consent.acceptAll()
    await settle()
    expect(attributes(frame)).toEqual(shown)
    consent.withdraw('analytics')
    expect(attributes(frame)).toEqual(empty)
    expect(frame?.isConnected).toBe(true)
  }
})

test('an iframe with data-consent and src is emptied while denied', async () => {
  page(waiting('iframe', 'src="https://video.test/1"'))
  start()
  await settle()
  expect(attributes(document.querySelector('iframe'))).toMatchObject({
    'data-src': 'https://video.test/1',
  })
  expect(document.querySelector('iframe')?.hasAttribute('src')).toBe(false)
})

test.each(['about:blank', '/until-then.html'])(
  'an iframe with src %s and a data-src gets its data-src at the grant',
  async src => {
    page(waiting('iframe', `src="${src}" data-src="https://video.test/1"`))
    const { consent } = start()
    await settle()
    expect(attributes(document.querySelector('iframe'))).toMatchObject({
      'data-src': 'https://video.test/1',
    })
    consent.acceptAll()
    await settle()
    expect(document.querySelector('iframe')?.src).toBe('https://video.test/1')
  },
)

test('an iframe without an address is not changed', async () => {
  page(waiting('iframe', ''))
  start()
  await settle()
  expect(attributes(document.querySelector('iframe'))).toEqual({
    id: 'iframe',
    'data-consent': 'analytics',
  })
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

/** Opens a page whose rules block one host, and records the warnings. */
const keepOutVideos = () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  const stop = blockFor(create(), ({ hostname }) =>
    hostname === 'video.test' ? 'analytics' : undefined,
  )
  return { warn, stop }
}

test('the warning for a script before the SDK says where to write it', async () => {
  page('<script id="a" src="https://video.test/earlier.js"></script>')
  const { warn } = keepOutVideos()
  await settle()
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    expect.stringContaining(' below consent.js.'),
    script('a'),
  )
})

test('a script that the parser adds without data-consent does not run, at any depth', async () => {
  const readyState = vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue('loading')
  onTestFinished(() => readyState.mockRestore())
  page('')
  const raw = (id: string) => `<script id="${id}" src="https://video.test/${id}.js"></script>`
  const parse = parsed(`${raw('itself')}<b>${raw('within')}</b>`)
  const { warn } = keepOutVideos()
  await settle()
  parse()
  await settle()
  expect([script('itself').type, script('within').type]).toEqual(['text/plain', 'text/plain'])
  expect(warn).toHaveBeenCalledTimes(2)
})

test('elements with data-consent and src wait for the grant, and the warning has each', async () => {
  const readyState = vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue('loading')
  onTestFinished(() => readyState.mockRestore())
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  page('')
  const parse = parsed(
    '<script id="a" data-consent="analytics" src="/a.js"></script><iframe data-consent="analytics" src="/b"></iframe><img data-consent="analytics" src="/c.png"><iframe id="of-marketing" data-consent="marketing/Film" src="/d"></iframe>',
  )
  const { consent } = start()
  await settle()
  parse()
  await settle()
  const [frame, other] = document.querySelectorAll('iframe')
  expect(script('a').type).toBe('text/plain')
  expect([frame?.hasAttribute('src'), other?.hasAttribute('src')]).toEqual([false, false])
  readyState.mockRestore()
  document.dispatchEvent(new Event('DOMContentLoaded'))
  await settle()
  const mistake = (src: string) =>
    expect.stringContaining(
      `${src} was requested before it was allowed. data-consent has no effect with src: write data-src. Expected <`,
    )
  const picture = document.querySelector('img')
  expect(warn.mock.calls).toEqual([
    [mistake('/a.js'), script('a')],
    [mistake('/b'), frame],
    [mistake('/d'), other],
    [mistake('/c.png'), picture],
  ])

  consent.decide({ analytics: true, marketing: false })
  await settle()
  finish('a')
  await settle()
  expect(script('a').type).toBe('')
  expect([frame?.getAttribute('src'), other?.getAttribute('src')]).toEqual(['/b', null])
  consent.withdraw('analytics')
  document.body.append('text')
  await settle()
  expect(frame?.hasAttribute('src')).toBe(false)
  expect(warn).toHaveBeenCalledTimes(4)
})

test('elements with data-consent and src are not changed after the grant, and make no warning', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
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
  expect(document.querySelector('iframe')?.hasAttribute('src')).toBe(false)
  expect(warn).not.toHaveBeenCalled()
})

test('a script with data-consent and src that code inserts waits for the grant', async () => {
  page('')
  const { consent } = start()
  await settle()
  const inserted = Object.assign(document.createElement('script'), { id: 'a', src: '/a.js' })
  inserted.dataset['consent'] = 'analytics'
  document.body.append(inserted)
  expect(inserted.type).toBe('text/plain')
  consent.acceptAll()
  await settle()
  expect(inserted.type).toBe('')
})

test('no warning is written for a script in inserted HTML, which never runs', async () => {
  page('')
  const write = parsed(
    '<script id="late" data-consent="analytics" src="https://video.test/late.js"></script>',
  )
  const { warn } = keepOutVideos()
  await settle()
  write()
  document.body.append('text')
  await settle()
  expect(script('late').getAttributeNames()).toEqual(['id', 'data-consent', 'src'])
  expect(warn).not.toHaveBeenCalled()
})

test('nothing is blocked when the gate is stopped at once', async () => {
  page('<iframe src="https://video.test/stopped"></iframe>')
  const { warn, stop } = keepOutVideos()
  stop()
  await settle()
  expect(document.querySelector('iframe')?.src).toBe('https://video.test/stopped')
  expect(warn).not.toHaveBeenCalled()
})

test('BLOCKED_EVENT is dispatched on an iframe that is blocked, and on no other', async () => {
  const blockedIds: unknown[] = []
  const note = (event: Event) => blockedIds.push((event.composedPath()[0] as Element).id)
  document.addEventListener('spaceone-consent-iframe', note)
  onTestFinished(() => document.removeEventListener('spaceone-consent-iframe', note))
  page(`${waiting('iframe', 'data-src="/a"')}${waiting('img', 'data-src="/a.png"')}${blocked('a')}`)
  const { consent } = start()
  await settle()
  expect(blockedIds).toEqual(['iframe'])
  consent.acceptAll()
  await settle()
  expect(blockedIds).toEqual(['iframe'])
  consent.withdraw('analytics')
  expect(blockedIds).toEqual(['iframe', 'iframe'])
  const root = document.body.attachShadow({ mode: 'open' })
  root.innerHTML = '<iframe id="inside" data-consent="analytics" data-src="/b"></iframe>'
  await settle()
  expect(blockedIds).toContain('inside')
})

test('an iframe without data-consent is emptied at the withdrawal', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  page('<iframe src="https://video.test/1"></iframe><iframe src="https://own.test/1"></iframe>')
  const consent = create()
  consent.acceptAll()
  blockFor(consent, ({ hostname }) =>
    hostname === 'video.test' && !consent.isGranted('analytics') ? 'analytics' : undefined,
  )
  const [video, own] = document.querySelectorAll('iframe')
  await settle()
  expect(video?.src).toBe('https://video.test/1')
  consent.withdraw('analytics')
  expect(attributes(video ?? null)).toEqual({
    'data-consent': 'analytics',
    'data-src': 'https://video.test/1',
  })
  expect(own?.src).toBe('https://own.test/1')
  expect(warn).not.toHaveBeenCalled()
  consent.acceptAll()
  await settle()
  expect(video?.src).toBe('https://video.test/1')
})

test('with a nonce, a script of the HTML is unblocked only with the same nonce, and one warning is written', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  const log = page(blocked('a') + blocked('b') + blocked('c') + blocked('d'))
  script('b').nonce = 'guessed'
  script('c').nonce = 'r4nd0m'
  const { consent } = start('r4nd0m')
  consent.acceptAll()
  await settle()
  consent.acceptAll()
  await settle()
  expect(log).toEqual(['c'])
  expect(warn.mock.calls).toEqual([[expect.stringContaining('nonce'), script('a')]])
})

test('with a nonce, a script that code of the page has inserted is unblocked without a nonce', async () => {
  const log = page('')
  const consent = create('r4nd0m')
  blockFor(consent, ({ hostname }) =>
    hostname === 'tag.test' && !consent.isGranted('analytics') ? 'analytics' : undefined,
  )
  const element = document.createElement('script')
  element.id = 'a'
  element.src = 'https://tag.test/a.js'
  document.body.append(element)
  await settle()
  expect(log).toEqual([])
  consent.acceptAll()
  await settle()
  expect(log).toEqual(['a'])
})

test.each(['javascript:run()', ' JaVaScRiPt:run()', 'java\nscript:run()'])(
  'an iframe does not get a javascript: URL: %s',
  async address => {
    page(waiting('iframe', `data-src="${address}"`))
    start().consent.acceptAll()
    await settle()
    expect(document.querySelector('iframe')?.hasAttribute('src')).toBe(false)
  },
)

test('a template is replaced with its content', async () => {
  page(
    '<p></p><template data-consent="analytics"><b>one</b><i>two</i></template><p></p>' +
      '<template data-consent="marketing"><u>no</u></template>',
  )
  start().consent.decide({ analytics: true, marketing: false })
  await settle()
  expect([...document.body.children].map(({ localName }) => localName)).toEqual([
    'p',
    'b',
    'i',
    'p',
    'template',
  ])
})

test('scripts of a template run one after another, and before later elements are unblocked', async () => {
  const inside = ['a', 'b'].map(id => `<script id="${id}" src="/${id}.js"></script>`).join('')
  const log = page(`<template data-consent="analytics">${inside}</template>${blocked('c')}`)
  start().consent.acceptAll()
  await settle()
  expect(once(log)).toEqual(['a'])
  await finish('a')
  expect(once(log)).toEqual(['a', 'b'])
  await finish('b')
  expect(once(log)).toEqual(['a', 'b', 'c'])
})

test('a script in a template with its own data-consent waits for its own category', async () => {
  const log = page(
    `<template data-consent="analytics">${blocked('m', 'data-consent="marketing"')}${blocked(
      'a',
    )}</template>`,
  )
  const { consent } = start()
  consent.decide({ analytics: true, marketing: false })
  await settle()
  await settle()
  expect(log).toEqual(['a'])
  expect(script('m').type).toBe('text/plain')
  consent.decide({ marketing: true })
  await settle()
  expect(log).toEqual(['a', 'm'])
})

test('a text/plain script in a template does not run', async () => {
  const log = page(
    '<template data-consent="analytics"><script type="text/plain" id="t">a</script></template>',
  )
  start().consent.acceptAll()
  await settle()
  await settle()
  expect(log).toEqual([])
  expect(attributes(script('t'))).toEqual({ type: 'text/plain', id: 't' })
})

test('no further script of a template runs after a withdrawal', async () => {
  const inside = ['a', 'b'].map(id => `<script id="${id}" src="/${id}.js"></script>`).join('')
  const log = page(`<template data-consent="analytics">${inside}</template>`)
  const { consent } = start()
  consent.acceptAll()
  await settle()
  consent.withdraw('analytics')
  await finish('a')
  expect(once(log)).toEqual(['a'])
})

test('blocked markup of every kind is unblocked in document order', async () => {
  page(
    waiting('img', 'data-src="/a.png"') +
      external('a') +
      waiting('iframe', 'data-src="/a"') +
      '<template data-consent="analytics"><b></b></template>',
  )
  start().consent.acceptAll()
  await settle()
  const unblocked = () => [
    document.querySelector('img')?.hasAttribute('src'),
    document.querySelector('iframe')?.hasAttribute('src'),
    document.querySelector('b') !== null,
  ]
  expect(unblocked()).toEqual([true, false, false])
  await finish('a')
  expect(unblocked()).toEqual([true, true, true])
})

test.each(['open', 'closed'] as const)(
  'an element in an %s shadow root is unblocked',
  async mode => {
    page('<div></div>')
    const { consent } = start()
    const root = document.querySelector('div')?.attachShadow({ mode }) as ShadowRoot
    root.innerHTML = blocked('a')
    await settle()
    const [node] = root.querySelectorAll('script')
    expect(node?.type).toBe('text/plain')
    consent.acceptAll()
    await settle()
    expect(node?.type).toBe('')
    root.innerHTML = blocked('b')
    await settle()
    expect(root.querySelector('script')?.type).toBe('')
  },
)

test('elements in a form whose fields have the names of methods are found', async () => {
  const log = page('<main></main>')
  start().consent.acceptAll()
  document
    .querySelector('main')
    ?.insertAdjacentHTML(
      'beforeend',
      `<form><input name="matches"><input name="querySelectorAll">${blocked('a')}</form>`,
    )
  await settle()
  expect(log).toEqual(['a'])
})

test('nothing is unblocked after stop()', async () => {
  const log = page(external('a') + blocked('b'))
  const { consent, stop } = start()
  consent.acceptAll()
  await settle()
  stop()
  await finish('a')
  document.body.insertAdjacentHTML('beforeend', blocked('c'))
  consent.withdraw('analytics')
  consent.acceptAll()
  document.dispatchEvent(new Event('DOMContentLoaded'))
  await settle()
  expect(log).toEqual(['a'])
})

test('markup is unblocked when no event can be dispatched [5]', async () => {
  const log = page(blocked('a'))
  const tell = vi.spyOn(Document.prototype, 'dispatchEvent').mockImplementation(() => {
    throw new TypeError('broken')
  })
  onTestFinished(() => tell.mockRestore())
  const consent = create()
  const {
    look,
    settle: settleMarkup,
    stop,
  } = startBlockedMarkup(
    consent,
    () => undefined,
    () => undefined,
  )
  onTestFinished(stop)
  onTestFinished(consent.$state.listen(() => settleMarkup('never')))
  expect(look).not.toThrow()
  expect(tell).toHaveBeenCalledOnce()
  consent.acceptAll()
  await settle()
  expect(log).toEqual(['a'])
})
