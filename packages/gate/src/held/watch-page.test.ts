// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { watchPage } from './watch-page.ts'

/** Watches the page, and logs the ids of what comes into it. */
const watch = () => {
  const log: string[] = []
  const page = watchPage(({ id }) => log.push(id))
  onTestFinished(page.stop)
  return { ...page, log, found: () => page.find('p').map(({ id }) => id) }
}

const settle = (): Promise<unknown> =>
  new Promise(resolve => {
    setTimeout(resolve)
  })

/** Puts a shadow root into an element of the page. */
const shadow = (host: string, html: string, mode: ShadowRootMode = 'open'): ShadowRoot => {
  const root = document.getElementById(host)?.attachShadow({ mode }) as ShadowRoot
  root.innerHTML = html
  return root
}

test('finds what is there, the document’s first, then what is in its shadow roots', () => {
  document.body.innerHTML = '<p id="a"></p><div id="host"></div><p id="b"></p>'
  shadow('host', '<p id="c"></p><div></div>')
    .querySelector('div')
    ?.attachShadow({ mode: 'open' })
    .append(Object.assign(document.createElement('p'), { id: 'd' }))
  expect(watch().found()).toEqual(['a', 'b', 'c', 'd'])
})

test('looks at whatever is put into the page, in any of its roots', async () => {
  document.body.innerHTML = '<div id="host"></div>'
  const root = shadow('host', '')
  const { log } = watch()
  document.body.insertAdjacentHTML('beforeend', 'text<p id="a"><b id="inner"></b></p>')
  root.innerHTML = '<p id="b"></p>'
  await settle()
  expect(log).toEqual(['a', 'b'])
})

test('knows a closed shadow root from the moment that somebody tells of it', async () => {
  document.body.innerHTML = '<div id="host"></div>'
  const { add, log, found } = watch()
  const root = shadow('host', '', 'closed')
  expect(found()).toEqual([])
  add(root)
  root.innerHTML = '<p id="a"></p>'
  await settle()
  expect(log).toEqual(['a'])
  expect(found()).toEqual(['a'])
})

test('a root that is told of twice is watched once', async () => {
  document.body.innerHTML = '<div id="host"></div>'
  const root = shadow('host', '<p id="a"></p>')
  const { add, log, found } = watch()
  add(root)
  root.append(Object.assign(document.createElement('p'), { id: 'b' }))
  await settle()
  expect(log).toEqual(['b'])
  expect(found()).toEqual(['a', 'b'])
})

test('finds a shadow root that stood in the HTML once the HTML has been read', async () => {
  document.body.innerHTML = '<div id="host"></div>'
  const { found, log } = watch()
  const root = shadow('host', '<p id="a"></p>')
  expect(found()).toEqual([])
  document.dispatchEvent(new Event('DOMContentLoaded'))
  expect(found()).toEqual(['a'])
  root.append(Object.assign(document.createElement('p'), { id: 'b' }))
  await settle()
  expect(log).toEqual(['b'])
})

test('an element that has the name of a shadow root is none', () => {
  document.body.innerHTML = '<form id="form"><input name="shadowRoot"></form><p id="a"></p>'
  const form = document.getElementById('form')
  vi.spyOn(form as HTMLElement, 'shadowRoot', 'get').mockReturnValue(
    document.querySelector('input') as unknown as ShadowRoot,
  )
  expect(watch().found()).toEqual(['a'])
})

test('looks no more once it is stopped', async () => {
  document.body.innerHTML = ''
  const { log, stop } = watch()
  stop()
  document.body.innerHTML = '<p id="a"></p>'
  document.dispatchEvent(new Event('DOMContentLoaded'))
  await settle()
  expect(log).toEqual([])
})
