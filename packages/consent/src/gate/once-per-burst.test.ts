import { expect, test, vi } from 'vitest'
import { broken } from '../../../../test/support/broken.ts'
import { oncePerBurst } from './once-per-burst.ts'

test('runs once per burst of synchronous work, and a call from inside of the run does not run again', async () => {
  const run: () => void = vi.fn(() => once())
  const once = oncePerBurst(run)
  for (const times of [1, 2]) {
    for (let count = 0; count < 3; count += 1) once()
    expect(run).toHaveBeenCalledTimes(times)
    await Promise.resolve()
  }
})

test('ignores a queueMicrotask by which a library replaces that of the browser later', async () => {
  const run = vi.fn()
  const once = oncePerBurst(run)
  const replacement = vi.fn()
  vi.stubGlobal('queueMicrotask', replacement)
  for (const _ of ['one', 'other']) once()
  expect(run).toHaveBeenCalledOnce()
  await Promise.resolve()
  once()
  expect(run).toHaveBeenCalledTimes(2)
  expect(replacement).not.toHaveBeenCalled()
})

test('runs again in the next burst after an error', async () => {
  const once = oncePerBurst(broken)
  for (const _ of ['first burst', 'next burst']) {
    expect(once).toThrow('broken')
    await Promise.resolve()
  }
})
