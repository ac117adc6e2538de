// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { watchPage } from './watch-page.ts'

/** Watches the page, while the parser is at work or later, and logs the ids of what comes into it. */
const watch = (state: DocumentReadyState = 'loading') => {
  const readyState = vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue(state)
  const log: string[] = []
  const page = watchPage(
    ({ id }) => log.push(id),
    () => log.push('done'),
  )
  onTestFinished(() => {
    page.stop()
    readyState.mockRestore()
  })
  return { ...page, log, found: () => page.find('p').map(({ id }) => id) }
}

const finishParsing = () => document.dispatchEvent(new Event('DOMContentLoaded'))

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

test('looks at whatever the parser puts in, and says when the parser has come to its end', async () => {
  document.body.innerHTML = ''
  const { log } = watch()
  document.body.insertAdjacentHTML('beforeend', 'text<p id="a"><b id="inner"></b></p>')
  await settle()
  expect(log).toEqual(['a'])
  finishParsing()
  document.body.insertAdjacentHTML('beforeend', '<p id="b"></p>')
  await settle()
  expect(log).toEqual(['a', 'done'])
})

test('a page that has been read is not observed', async () => {
  document.body.innerHTML = ''
  const { log } = watch('complete')
  document.body.innerHTML = '<p id="a"></p>'
  await settle()
  expect(log).toEqual([])
})

test('knows a closed shadow root from the moment that somebody tells of it', () => {
  document.body.innerHTML = '<div id="host"></div>'
  const { add, found } = watch()
  const root = shadow('host', '', 'closed')
  root.innerHTML = '<p id="a"></p>'
  expect(found()).toEqual([])
  add(root)
  add(root)
  expect(found()).toEqual(['a'])
})

test('finds a shadow root that stood in the HTML once the HTML has been read', () => {
  document.body.innerHTML = '<div id="host"></div>'
  const { found, log } = watch()
  shadow('host', '<p id="a"></p>')
  expect(found()).toEqual([])
  finishParsing()
  expect(found()).toEqual(['a'])
  expect(log).toEqual(['done'])
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
  finishParsing()
  await settle()
  expect(log).toEqual([])
})

test('says when the parser has come to its end also where nothing can be observed [5]', () => {
  document.body.innerHTML = '<p id="a"></p>'
  vi.stubGlobal('MutationObserver', function broken() {
    throw new TypeError('broken')
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  const { found, log, stop } = watch()
  finishParsing()
  expect(log).toEqual(['done'])
  expect(found()).toEqual(['a'])
  expect(stop).not.toThrow()
})
