// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { settle } from '../../../../../test/support/settle.ts'
import { watchRoots } from './watch-roots.ts'

/** Watches the page, during or after parsing, and logs the ids of added elements. */
const watch = (state: DocumentReadyState = 'loading') => {
  const readyState = vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue(state)
  const log: string[] = []
  const page = watchRoots(
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

/** Attaches a shadow root to an element of the page. */
const shadow = (host: string, html: string, mode: ShadowRootMode = 'open'): ShadowRoot => {
  const root = document.getElementById(host)?.attachShadow({ mode }) as ShadowRoot
  root.innerHTML = html
  return root
}

test('find returns elements of the document first, then those of its shadow roots', () => {
  document.body.innerHTML = '<p id="a"></p><div id="host"></div><p id="b"></p>'
  shadow('host', '<p id="c"></p><div></div>')
    .querySelector('div')
    ?.attachShadow({ mode: 'open' })
    .append(Object.assign(document.createElement('p'), { id: 'd' }))
  expect(watch().found()).toEqual(['a', 'b', 'c', 'd'])
})

test('calls look with each element that the parser adds, and done at the end of parsing', async () => {
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

test('a page is not observed after parsing', async () => {
  document.body.innerHTML = ''
  const { log } = watch('complete')
  document.body.innerHTML = '<p id="a"></p>'
  await settle()
  expect(log).toEqual([])
})

test('finds elements of a closed shadow root after add()', () => {
  document.body.innerHTML = '<div id="host"></div>'
  const { add, found } = watch()
  const root = shadow('host', '', 'closed')
  root.innerHTML = '<p id="a"></p>'
  expect(found()).toEqual([])
  add(root)
  add(root)
  expect(found()).toEqual(['a'])
})

test('finds elements of a declared shadow root after parsing', () => {
  document.body.innerHTML = '<div id="host"></div>'
  const { found, log } = watch()
  shadow('host', '<p id="a"></p>')
  expect(found()).toEqual([])
  finishParsing()
  expect(found()).toEqual(['a'])
  expect(log).toEqual(['done'])
})

test('an element named shadowRoot is not a shadow root', () => {
  document.body.innerHTML = '<form id="form"><input name="shadowRoot"></form><p id="a"></p>'
  const form = document.getElementById('form')
  vi.spyOn(form as HTMLElement, 'shadowRoot', 'get').mockReturnValue(
    document.querySelector('input') as unknown as ShadowRoot,
  )
  expect(watch().found()).toEqual(['a'])
})

test('calls neither look nor done after stop()', async () => {
  document.body.innerHTML = ''
  const { log, stop } = watch()
  stop()
  document.body.innerHTML = '<p id="a"></p>'
  finishParsing()
  await settle()
  expect(log).toEqual([])
})

test('calls done at the end of parsing when there is no MutationObserver [5]', () => {
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
