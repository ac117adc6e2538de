// @vitest-environment happy-dom
import { createConsent } from '@spaceone/consent-core'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startHeldMarkup } from './start-held-markup.ts'

/** A consent whose held mark-up is watched over. */
const start = () => {
  const consent = createConsent<'analytics' | 'marketing'>(
    { policy: { version: '1' }, categories: { analytics: {}, marketing: {} } },
    { storage: { read: () => [], write() {} }, signals: { gpc: false } },
  )
  const stop = startHeldMarkup(consent)
  onTestFinished(stop)
  return { consent, stop }
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

const held = (id: string, attributes = 'data-consent="analytics"', text = ''): string =>
  `<script type="text/plain" id="${id}" ${attributes}>${text}</script>`

const external = (id: string, more = ''): string =>
  held(id, `data-consent="analytics" data-src="/${id}.js" ${more}`)

const script = (id: string): HTMLScriptElement =>
  document.getElementById(id) as unknown as HTMLScriptElement

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
  onTestFinished(startHeldMarkup(consent))
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

test.each(['async', 'defer'])('one that is %s holds up nobody', async attribute => {
  const log = page(external('a', attribute) + external('b', attribute) + held('c'))
  start().consent.acceptAll()
  await settle()
  expect(log).toEqual(['a', 'b', 'c'])
  expect(script('a').hasAttribute(attribute)).toBe(true)
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
  const readyState = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading')
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
