// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import { settle } from '../../../../../test/support/settle.ts'
import { watchRoots } from './watch-roots.ts'

/** Watches a page, during or after parsing, and logs the ids of added elements. */
const watch = (html: string, state: DocumentReadyState = 'loading') => {
  document.body.innerHTML = html
  vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue(state)
  const log: string[] = []
  const page = watchRoots(
    ({ id }) => log.push(id),
    () => log.push('done'),
  )
  onTestFinished(page.stop)
  return { ...page, log, found: () => page.find('p').map(({ id }) => id) }
}

const finishParsing = () => document.dispatchEvent(new Event('DOMContentLoaded'))

const HOST = '<div id="host"></div>'

/** Attaches a shadow root to the host. */
const shadow = (mode: ShadowRootMode, html: string): ShadowRoot => {
  const root = document.getElementById('host')?.attachShadow({ mode }) as ShadowRoot
  root.innerHTML = html
  return root
}

test('find returns elements of the document first, then those of its shadow roots, and of closed ones after add()', () => {
  const { add, found } = watch(`<p id="a"></p>${HOST}<p id="b"></p>`)
  const root = shadow('closed', '<p id="c"></p><div></div>')
  const inner = root.querySelector('div')?.attachShadow({ mode: 'open' }) as ShadowRoot
  inner.innerHTML = '<p id="d"></p>'
  expect(found()).toEqual(['a', 'b'])
  for (const _ of ['once', 'twice']) add(root)
  expect(found()).toEqual(['a', 'b', 'c', 'd'])
})

test('calls look with each element that the parser adds, and done at the end of parsing, when declared shadow roots are found', async () => {
  const { found, log } = watch(HOST)
  shadow('open', '<p id="inside"></p>')
  document.body.insertAdjacentHTML('beforeend', 'text<p id="a"><b id="inner"></b></p>')
  await settle()
  expect([log, found()]).toEqual([['a'], ['a']])
  finishParsing()
  document.body.insertAdjacentHTML('beforeend', '<p id="b"></p>')
  await settle()
  expect([log, found()]).toEqual([
    ['a', 'done'],
    ['a', 'b', 'inside'],
  ])
})

test.each(['after parsing', 'after stop()'])('a page is not observed %s', async when => {
  const { log, stop } = watch('', when === 'after stop()' ? 'loading' : 'complete')
  if (when === 'after stop()') {
    stop()
    finishParsing()
  }
  document.body.innerHTML = '<p id="a"></p>'
  await settle()
  expect(log).toEqual([])
})

test('calls done at the end of parsing when there is no MutationObserver [5]', () => {
  vi.stubGlobal('MutationObserver', broken)
  const { found, log, stop } = watch('<p id="a"></p>')
  finishParsing()
  expect([log, found()]).toEqual([['done'], ['a']])
  expect(stop).not.toThrow()
})
