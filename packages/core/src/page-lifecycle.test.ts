// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { onReturn } from './page-lifecycle.ts'

test('calls back on a restore and on the return to the tab, until it is undone', () => {
  const run = vi.fn()
  const undo = onReturn(run)
  window.dispatchEvent(new Event('pageshow'))
  document.dispatchEvent(new Event('visibilitychange'))
  expect(run).toHaveBeenCalledTimes(2)
  undo()
  window.dispatchEvent(new Event('pageshow'))
  expect(run).toHaveBeenCalledTimes(2)
})
