// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { BLOCKED, startBlocking } from '../../../../../test/support/start-blocking.ts'
import { startInterceptors } from './start-interceptors.ts'

// The tables of `test/support/ways-in` have every way to insert nodes that a parser or another
// document has created, at any depth. `test/e2e/interceptors.e2e.ts` tries these ways in browsers.

const script = (address = BLOCKED): HTMLElement => {
  const box = document.createElement('div')
  box.innerHTML = `<script src="${address}"></script>`
  return box.firstChild as HTMLElement
}

test('insertBefore and replaceChild leave a script unchanged that is in the page already', () => {
  const [reference, inserted] = [script(), script()]
  const own = script('/own.js')
  document.body.replaceChildren(reference)
  startBlocking()
  document.body.insertBefore(own, reference)
  document.body.replaceChild(document.createElement('p'), reference)
  expect(reference.getAttributeNames()).toEqual(['src'])
  // `insertBefore` blocks the script that it inserts.
  document.body.insertBefore(inserted, own)
  expect(inserted.getAttribute('type')).toBe('text/plain')
})

/**
 * Starts interceptors. Returns a function that counts the calls of `search` from its own call to the
 * next task.
 */
const startLooking = () => {
  document.body.innerHTML = '<main></main>'
  const search = vi.fn()
  onTestFinished(
    startInterceptors({ missingGrant: () => undefined, blocksName: () => false, search }),
  )
  return async (): Promise<number> => {
    search.mockClear()
    await new Promise(resolve => setTimeout(resolve))
    return search.mock.calls.length
  }
}

const main = () => document.querySelector('main') as HTMLElement

test.each<[string, () => unknown]>([
  ['append', () => main().append('text')],
  ['innerHTML', () => Object.assign(main(), { innerHTML: '<b></b>' })],
  ['outerHTML', () => Object.assign(main(), { outerHTML: '<b></b>' })],
  ['insertAdjacentHTML', () => main().insertAdjacentHTML('beforeend', '<b></b>')],
  ['a hundred calls', () => Array.from({ length: 100 }, () => main().append('text'))],
])('search is called once soon after an insertion by %s', async (_, insert) => {
  const looked = startLooking()
  expect(await looked()).toBe(0)
  insert()
  expect(await looked()).toBe(1)
  expect(await looked()).toBe(0)
})

test('search is called by the browser’s own timer when zone.js has replaced setTimeout', async () => {
  const looked = startLooking()
  const { setTimeout } = window
  const angulars = vi.fn(setTimeout)
  vi.stubGlobal('setTimeout', angulars)
  vi.stubGlobal('__zone_symbol__setTimeout', setTimeout)
  main().append('text')
  expect(angulars).not.toHaveBeenCalled()
  expect(await looked()).toBe(1)
})
