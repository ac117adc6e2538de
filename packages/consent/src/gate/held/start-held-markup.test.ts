// @vitest-environment happy-dom

import { expect, onTestFinished, test, vi } from 'vitest'
import { type AnyConsent, createConsent, memoryStorage } from '../../core/index.ts'
import { startGuard } from '../guard/guard.ts'
import type { KeepOut } from './keep-out-raw.ts'
import { startHeldMarkup } from './start-held-markup.ts'

// Nothing is loaded.
const { happyDOM } = window as unknown as { happyDOM: { settings: Record<string, unknown> } }
Object.assign(happyDOM.settings, {
  disableJavaScriptFileLoading: true,
  handleDisabledFileLoadingAsSuccess: true,
})

const create = (nonce?: string) =>
  createConsent<'analytics' | 'marketing'>(
    { policy: { version: '1' }, categories: { analytics: {}, marketing: {} }, nonce },
    { storage: memoryStorage(), signals: { gpc: false } },
  )

/** Starts the held mark-up of a consent, and the guard that tells it of what the page puts in. */
const holdFor = (consent: AnyConsent, deniedAt: KeepOut = () => undefined) => {
  const held = startHeldMarkup(consent, deniedAt)
  const stopGuard = startGuard({ ...held, deniedAt, isCookieRefused: () => false })
  const stop = () => {
    stopGuard()
    held.stop()
  }
  onTestFinished(stop)
  return stop
}

/** A consent whose held mark-up is watched over. */
const start = (nonce?: string) => {
  const consent = create(nonce)
  return { consent, stop: holdFor(consent) }
}

/**
 * Fills the page, and logs the scripts that are put into it in a form that runs.
 *
 * happy-dom loads no script that came as text: `finish` says when one has loaded.
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

/** What comes in a template is put in held, and put in again at once when its turn comes. */
const once = (log: readonly string[]): readonly string[] => [...new Set(log)]

const held = (id: string, attributes = 'data-consent="analytics"', text = ''): string =>
  `<script type="text/plain" id="${id}" ${attributes}>${text}</script>`

const external = (id: string, more = ''): string =>
  held(id, `data-consent="analytics" data-src="/${id}.js" ${more}`)

/** The built-in itself: happy-dom’s `innerHTML` would call what a guard has patched. */
const { appendChild } = Node.prototype

/** Makes elements that go into the page past the guard, as those of a parser do. */
const parsed = (html: string) => {
  const elements = [...Object.assign(document.createElement('p'), { innerHTML: html }).children]
  return () => {
    for (const element of elements) appendChild.call(document.body, element)
  }
}

const script = (id: string): HTMLScriptElement =>
  document.getElementById(id) as unknown as HTMLScriptElement

/** The attributes of an element of the page. */
const attributes = (element: Element | null): Readonly<Record<string, string>> =>
  Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]))

/** An element that is no script: an image, a frame. */
const waiting = (name: string, more: string): string =>
  `<${name} id="${name}" data-consent="analytics" ${more}></${name}>`

const finish = (id: string, type: 'load' | 'error' = 'load'): Promise<unknown> => {
  script(id).dispatchEvent(new Event(type))
  return settle()
}

/** Lets everything happen that needs no time. */
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

test('nothing is released before the grant', async () => {
  const log = page(held('a') + external('b'))
  const { consent } = start()
  await settle()
  consent.rejectAll()
  await settle()
  expect(log).toEqual([])
  expect(script('a').type).toBe('text/plain')
  expect(script('b').hasAttribute('src')).toBe(false)
})

test('a grant releases what belongs to its category, and no more', async () => {
  const log = page(held('a') + held('m', 'data-consent="marketing"') + held('b'))
  const { consent } = start()
  consent.decide({ analytics: true, marketing: false })
  await settle()
  expect(log).toEqual(['a', 'b'])
  expect(script('m').type).toBe('text/plain')
  consent.decide({ marketing: true })
  await settle()
  expect(log).toEqual(['a', 'b', 'm'])
})

test('what is granted from the start is released at the start', async () => {
  const log = page(held('a'))
  const { consent, stop } = start()
  stop()
  consent.acceptAll()
  await settle()
  expect(log).toEqual([])
  holdFor(consent)
  await settle()
  expect(log).toEqual(['a'])
})

test('each is released once, whatever is decided later', async () => {
  const log = page(held('a') + held('b'))
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
  'what names no category of the page stays held: %s',
  async attributes => {
    const log = page(held('a', attributes))
    start().consent.acceptAll()
    await settle()
    expect(log).toEqual([])
    expect(script('a').type).toBe('text/plain')
  },
)

test('a script that is not held is left alone', async () => {
  document.body.innerHTML =
    '<script id="a" type="application/json" data-consent="analytics">{}</script>'
  const before = document.body.innerHTML
  start().consent.acceptAll()
  await settle()
  expect(document.body.innerHTML).toBe(before)
})

test('the same element is released, in its place, with its attributes and its text', async () => {
  page(`<p>before</p>${held('a', 'class="x" data-consent="analytics" data-y="z"', 'run()')}<p></p>`)
  const node = script('a')
  const before = [...document.body.children]
  start().consent.acceptAll()
  await settle()
  expect([...document.body.children]).toEqual(before)
  expect(document.body.children[1]).toBe(node)
  expect(node.getAttributeNames().sort()).toEqual(['class', 'data-consent', 'data-y', 'id'])
  expect(node.textContent).toBe('run()')
})

test('the last one of its parent stays the last', async () => {
  page(`<div><p></p>${held('a')}</div><div></div>`)
  const parent = script('a').parentNode
  start().consent.acceptAll()
  await settle()
  expect(parent?.lastChild).toBe(script('a'))
})

test('its address stands in data-src or in src', async () => {
  page(external('a') + held('b', 'data-consent="analytics" src="/b.js"'))
  start().consent.acceptAll()
  await settle()
  expect(script('a').getAttribute('src')).toBe('/a.js')
  await finish('a')
  expect(script('b').getAttribute('src')).toBe('/b.js')
  expect(script('b').hasAttribute('type')).toBe(false)
})

test.each(['load', 'error'] as const)(
  'the next one waits until the one before has had its %s',
  async end => {
    const log = page(external('a') + external('b') + held('c'))
    start().consent.acceptAll()
    await settle()
    expect(log).toEqual(['a'])
    await finish('a', end)
    expect(log).toEqual(['a', 'b'])
    await finish('b', end)
    expect(log).toEqual(['a', 'b', 'c'])
  },
)

test('an inline script holds up nobody', async () => {
  const log = page(held('a') + held('b') + external('c'))
  start().consent.acceptAll()
  await settle()
  expect(log).toEqual(['a', 'b', 'c'])
})

test('one of which nobody can be told that it has loaded stalls none of the next [5]', async () => {
  const log = page(external('a') + held('b') + held('c'))
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

test.each(['async', 'defer'])('one that is %s holds up nobody', async attribute => {
  const log = page(external('a', attribute) + external('b', attribute) + held('c'))
  start().consent.acceptAll()
  await settle()
  expect(log).toEqual(['a', 'b', 'c'])
  expect(script('a').hasAttribute(attribute)).toBe(true)
})

test('one that is deferred waits for its turn, and is not async', async () => {
  page(external('a', 'defer') + external('b', 'async'))
  const told: unknown[] = []
  // In browsers a script that has been in the document once is async.
  for (const id of ['a', 'b'])
    Object.defineProperty(script(id), 'async', { set: value => told.push([id, value]) })
  start().consent.acceptAll()
  await settle()
  expect(told).toEqual([['a', false]])
})

test('one that never loads holds up the next for three seconds and no longer', async () => {
  stopTheClock()
  const log = page(external('a') + external('b') + held('c'))
  start().consent.acceptAll()
  await vi.advanceTimersByTimeAsync(2999)
  expect(log).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(1)
  expect(log).toEqual(['a', 'b'])
  await vi.advanceTimersByTimeAsync(3000)
  expect(log).toEqual(['a', 'b', 'c'])
})

test('one that loads after all releases nothing twice', async () => {
  stopTheClock()
  const log = page(external('a') + external('b') + held('c'))
  start().consent.acceptAll()
  await vi.advanceTimersByTimeAsync(3000)
  await finish('a')
  expect(log).toEqual(['a', 'b'])
})

test('what the page adds while it is granted is released', async () => {
  const log = page('<main></main>')
  start().consent.acceptAll()
  document.querySelector('main')?.insertAdjacentHTML('beforeend', held('a'))
  await settle()
  expect(log).toEqual(['a'])
})

test('what the page adds before the grant is released at the grant', async () => {
  const log = page('<main></main>')
  const { consent } = start()
  document.querySelector('main')?.insertAdjacentHTML('beforeend', held('a'))
  await settle()
  expect(log).toEqual([])
  consent.acceptAll()
  await settle()
  expect(log).toEqual(['a'])
})

test('what is added inside an element or a fragment is released in its order', async () => {
  const log = page('<main></main>')
  start().consent.acceptAll()
  const template = document.createElement('template')
  template.innerHTML = `${held('a')}<div>${held('b')}<p>${held('c')}</p></div>${held('d')}`
  document.querySelector('main')?.append(template.content)
  await settle()
  expect(log).toEqual(['a', 'b', 'c', 'd'])
})

test('what is added while others wait comes after them', async () => {
  const log = page(external('a') + held('b'))
  start().consent.acceptAll()
  await settle()
  document.body.insertAdjacentHTML('afterbegin', held('c'))
  await settle()
  expect(log).toEqual(['a'])
  await finish('a')
  expect(log).toEqual(['a', 'b', 'c'])
})

test('what is withdrawn while it waits is not released, and is at the next grant', async () => {
  const log = page(external('a') + held('b'))
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

test('what is withdrawn and granted again while it waits is released once', async () => {
  const log = page(external('a') + held('b'))
  const { consent } = start()
  consent.acceptAll()
  await settle()
  consent.withdraw('analytics')
  consent.acceptAll()
  await finish('a')
  expect(log).toEqual(['a', 'b'])
})

test('what is withdrawn at once is not released at all', async () => {
  const log = page(held('a'))
  const { consent } = start()
  consent.acceptAll()
  consent.withdraw('analytics')
  await settle()
  expect(log).toEqual([])
})

test('what the page takes out while it waits stays held until the page puts it back', async () => {
  const log = page(external('a') + held('b') + held('c'))
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

test('nothing is released while the page is still being read', async () => {
  const readyState = vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue('loading')
  onTestFinished(() => readyState.mockRestore())
  const log = page(held('a') + held('b'))
  start().consent.acceptAll()
  document.body.insertAdjacentHTML('beforeend', held('c'))
  await settle()
  expect(log).toEqual([])
  readyState.mockReturnValue('interactive')
  document.dispatchEvent(new Event('DOMContentLoaded'))
  await settle()
  expect(log).toEqual(['a', 'b', 'c'])
})

test('a script keeps its type for later in data-type', async () => {
  page(held('a', 'data-consent="analytics" data-type="module" data-src="/a.js"'))
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
  'a data-type that is no type of a script is the page’s own, and stays: %s',
  async type => {
    const log = page(external('a', `data-type="${type}"`))
    start().consent.acceptAll()
    await settle()
    expect(log).toEqual(['a'])
    expect(attributes(script('a'))).toMatchObject({ 'data-type': type })
  },
)

test('an image gets its addresses at the grant, and keeps them', async () => {
  page(waiting('img', 'data-src="/a.png" data-srcset="/b.png 2x"'))
  const { consent } = start()
  await settle()
  const image = document.querySelector('img')
  expect(image?.hasAttribute('src')).toBe(false)
  const released = {
    id: 'img',
    'data-consent': 'analytics',
    src: '/a.png',
    srcset: '/b.png 2x',
  }
  consent.acceptAll()
  await settle()
  expect(attributes(image)).toEqual(released)
  consent.rejectAll()
  await settle()
  expect(attributes(image)).toEqual(released)
})

test('an image gets an address that holds its data itself', async () => {
  const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  page(waiting('img', `data-src="${dot}"`))
  start().consent.acceptAll()
  await settle()
  expect(document.querySelector('img')?.getAttribute('src')).toBe(dot)
})

test('an image that has only a data-srcset gets its addresses at the grant', async () => {
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

test('an iframe that is marked and has its address already is emptied while denied', async () => {
  page(waiting('iframe', 'src="https://video.test/1"'))
  start()
  await settle()
  expect(attributes(document.querySelector('iframe'))).toMatchObject({
    'data-src': 'https://video.test/1',
  })
  expect(document.querySelector('iframe')?.hasAttribute('src')).toBe(false)
})

test.each(['about:blank', '/until-then.html'])(
  'an iframe that shows %s until the grant gets the address that waits beside it',
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

test('an iframe that has no address at all is left as it is', async () => {
  page(waiting('iframe', ''))
  start()
  await settle()
  expect(attributes(document.querySelector('iframe'))).toEqual({
    id: 'iframe',
    'data-consent': 'analytics',
  })
})

test('whoever asks hears that the page is looked at, and when something was put in, until it is stopped', async () => {
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

/** A page that keeps out what comes from one host, and what its developer is told. */
const keepOutVideos = () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  const stop = holdFor(create(), ({ hostname }) =>
    hostname === 'video.test' ? 'analytics' : undefined,
  )
  return { warn, stop }
}

test('what stood in the page before the SDK is told with its place', async () => {
  page('<script id="a" src="https://video.test/earlier.js"></script>')
  const { warn } = keepOutVideos()
  await settle()
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(' below consent.js.'))
})

test('what the parser puts in unmarked is kept from running, wherever it stands', async () => {
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

test('a script with a mark that holds nothing, which comes as HTML later, would not run: nobody is told', async () => {
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

test('what is stopped at once keeps nothing out', async () => {
  page('<iframe src="https://video.test/stopped"></iframe>')
  const { warn, stop } = keepOutVideos()
  stop()
  await settle()
  expect(document.querySelector('iframe')?.src).toBe('https://video.test/stopped')
  expect(warn).not.toHaveBeenCalled()
})

test('the page is told of an iframe that waits, and of none that may show itself', async () => {
  const told: unknown[] = []
  const tell = (event: Event) => told.push((event.composedPath()[0] as Element).id)
  document.addEventListener('spaceone-consent-held', tell)
  onTestFinished(() => document.removeEventListener('spaceone-consent-held', tell))
  page(`${waiting('iframe', 'data-src="/a"')}${waiting('img', 'data-src="/a.png"')}${held('a')}`)
  const { consent } = start()
  await settle()
  expect(told).toEqual(['iframe'])
  consent.acceptAll()
  await settle()
  expect(told).toEqual(['iframe'])
  consent.withdraw('analytics')
  expect(told).toEqual(['iframe', 'iframe'])
  const root = document.body.attachShadow({ mode: 'open' })
  root.innerHTML = '<iframe id="inside" data-consent="analytics" data-src="/b"></iframe>'
  await settle()
  expect(told).toContain('inside')
})

test('an iframe that the page shows unmarked while it is granted is emptied at the withdrawal', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  page('<iframe src="https://video.test/1"></iframe><iframe src="https://own.test/1"></iframe>')
  const consent = create()
  consent.acceptAll()
  holdFor(consent, ({ hostname }) =>
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

test('with a nonce, a script of the HTML goes by the same nonce alone, and one that stays is told once', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  const log = page(held('a') + held('b') + held('c') + held('d'))
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

test('with a nonce, what a script of the page has put in goes without one', async () => {
  const log = page('')
  const consent = create('r4nd0m')
  holdFor(consent, ({ hostname }) =>
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
  'a frame does not get a text that would run for its address: %s',
  async address => {
    page(waiting('iframe', `data-src="${address}"`))
    start().consent.acceptAll()
    await settle()
    expect(document.querySelector('iframe')?.hasAttribute('src')).toBe(false)
  },
)

test('a template puts what it holds in its place', async () => {
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

test('the scripts of a template run one after another, and hold up what comes after it', async () => {
  const inside = ['a', 'b'].map(id => `<script id="${id}" src="/${id}.js"></script>`).join('')
  const log = page(`<template data-consent="analytics">${inside}</template>${held('c')}`)
  start().consent.acceptAll()
  await settle()
  expect(once(log)).toEqual(['a'])
  await finish('a')
  expect(once(log)).toEqual(['a', 'b'])
  await finish('b')
  expect(once(log)).toEqual(['a', 'b', 'c'])
})

test('a script in a template that names a category of its own waits for that', async () => {
  const log = page(
    `<template data-consent="analytics">${held('m', 'data-consent="marketing"')}${held(
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

test('a plain text in a template stays one', async () => {
  const log = page(
    '<template data-consent="analytics"><script type="text/plain" id="t">a</script></template>',
  )
  start().consent.acceptAll()
  await settle()
  await settle()
  expect(log).toEqual([])
  expect(attributes(script('t'))).toEqual({ type: 'text/plain', id: 't' })
})

test('what is withdrawn while the scripts of a template run one after another runs no further', async () => {
  const inside = ['a', 'b'].map(id => `<script id="${id}" src="/${id}.js"></script>`).join('')
  const log = page(`<template data-consent="analytics">${inside}</template>`)
  const { consent } = start()
  consent.acceptAll()
  await settle()
  consent.withdraw('analytics')
  await finish('a')
  expect(once(log)).toEqual(['a'])
})

test('held mark-up of every kind is released in document order', async () => {
  page(
    waiting('img', 'data-src="/a.png"') +
      external('a') +
      waiting('iframe', 'data-src="/a"') +
      '<template data-consent="analytics"><b></b></template>',
  )
  start().consent.acceptAll()
  await settle()
  const released = () => [
    document.querySelector('img')?.hasAttribute('src'),
    document.querySelector('iframe')?.hasAttribute('src'),
    document.querySelector('b') !== null,
  ]
  expect(released()).toEqual([true, false, false])
  await finish('a')
  expect(released()).toEqual([true, true, true])
})

test.each(['open', 'closed'] as const)(
  'what is held inside of a shadow root that is %s is released too',
  async mode => {
    page('<div></div>')
    const { consent } = start()
    const root = document.querySelector('div')?.attachShadow({ mode }) as ShadowRoot
    root.innerHTML = held('a')
    await settle()
    const [node] = root.querySelectorAll('script')
    expect(node?.type).toBe('text/plain')
    consent.acceptAll()
    await settle()
    expect(node?.type).toBe('')
    root.innerHTML = held('b')
    await settle()
    expect(root.querySelector('script')?.type).toBe('')
  },
)

test('a form whose fields have the names of methods is read like any other', async () => {
  const log = page('<main></main>')
  start().consent.acceptAll()
  document
    .querySelector('main')
    ?.insertAdjacentHTML(
      'beforeend',
      `<form><input name="matches"><input name="querySelectorAll">${held('a')}</form>`,
    )
  await settle()
  expect(log).toEqual(['a'])
})

test('nothing is released any more once it is stopped', async () => {
  const log = page(external('a') + held('b'))
  const { consent, stop } = start()
  consent.acceptAll()
  await settle()
  stop()
  await finish('a')
  document.body.insertAdjacentHTML('beforeend', held('c'))
  consent.withdraw('analytics')
  consent.acceptAll()
  document.dispatchEvent(new Event('DOMContentLoaded'))
  await settle()
  expect(log).toEqual(['a'])
})

test('where nothing can be told to the page, what is held is released all the same [5]', async () => {
  const log = page(held('a'))
  const tell = vi.spyOn(Document.prototype, 'dispatchEvent').mockImplementation(() => {
    throw new TypeError('broken')
  })
  onTestFinished(() => tell.mockRestore())
  const consent = create()
  const { look, stop } = startHeldMarkup(consent, () => undefined)
  onTestFinished(stop)
  expect(look).not.toThrow()
  expect(tell).toHaveBeenCalledOnce()
  consent.acceptAll()
  await settle()
  expect(log).toEqual(['a'])
})
