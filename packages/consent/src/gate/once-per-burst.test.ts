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

test.each<[string, unknown, 'before' | 'after']>([
  ['is replaced by a library later, and ignores the replacement', vi.fn(), 'after'],
  ['is missing, at each call [5]', undefined, 'before'],
  ['throws, at each call [5]', broken, 'before'],
])('runs where queueMicrotask %s', async (_, replacement, when) => {
  const run = vi.fn()
  if (when === 'before') vi.stubGlobal('queueMicrotask', replacement)
  const once = oncePerBurst(run)
  vi.stubGlobal('queueMicrotask', replacement)
  for (const _ of ['one', 'other']) once()
  expect(run).toHaveBeenCalledTimes(when === 'before' ? 2 : 1)
  await Promise.resolve()
  run.mockClear()
  once()
  expect(run).toHaveBeenCalledOnce()
})

test('runs again in the next burst after an error', async () => {
  const once = oncePerBurst(broken)
  for (const _ of ['first burst', 'next burst']) {
    expect(once).toThrow('broken')
    await Promise.resolve()
  }
})
