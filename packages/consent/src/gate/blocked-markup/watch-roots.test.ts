// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { settle } from '../../../../../test/support/settle.ts'
import { documentPrototype } from '../../shared/platform.ts'
import { watchRoots } from './watch-roots.ts'

// test/everywhere/gate.ts shows markup in every kind of shadow root, and marked-with-src.e2e.ts
// elements that the parser adds.

/** Watches a page, during or after parsing, and logs the ids of added elements. */
const watch = (html: string, state: DocumentReadyState = 'loading') => {
  document.body.innerHTML = html
  vi.spyOn(documentPrototype(), 'readyState', 'get').mockReturnValue(state)
  const log: string[] = []
  const page = watchRoots(
    ({ id }) => log.push(id),
    () => log.push('done'),
  )
  onTestFinished(page.stop)
  return { ...page, log, found: () => page.find('p').map(({ id }) => id) }
}

const finishParsing = () => document.dispatchEvent(new Event('DOMContentLoaded'))

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
