import { expect, onTestFinished, test, vi } from 'vitest'
import { oncePerBurst } from './once-per-burst.ts'

test('runs once per burst of synchronous work', async () => {
  const run = vi.fn()
  const once = oncePerBurst(run)
  for (let count = 0; count < 3; count += 1) once()
  expect(run).toHaveBeenCalledOnce()
  await Promise.resolve()
  once()
  once()
  expect(run).toHaveBeenCalledTimes(2)
})

test('a call from inside of the run does not run again', () => {
  const run: () => void = vi.fn(() => once())
  const once = oncePerBurst(run)
  once()
  expect(run).toHaveBeenCalledOnce()
})

test('uses the queueMicrotask from the start when a library replaces the function later', async () => {
  const run = vi.fn()
  const once = oncePerBurst(run)
  const theirs = vi.fn()
  vi.stubGlobal('queueMicrotask', theirs)
  onTestFinished(() => void vi.unstubAllGlobals())
  once()
  await Promise.resolve()
  once()
  expect(run).toHaveBeenCalledTimes(2)
  expect(theirs).not.toHaveBeenCalled()
})

test.each([
  ['is missing', undefined],
  [
    'throws',
    () => {
      throw new TypeError('broken')
    },
  ],
])(
  'runs at each call when the browser cannot queue microtasks: queueMicrotask %s [5]',
  (_, broken) => {
    vi.stubGlobal('queueMicrotask', broken)
    onTestFinished(() => void vi.unstubAllGlobals())
    const run = vi.fn()
    const once = oncePerBurst(run)
    once()
    once()
    expect(run).toHaveBeenCalledTimes(2)
  },
)

test('runs again in the next burst after an error', async () => {
  const run = vi.fn(() => {
    throw new Error('host')
  })
  const once = oncePerBurst(run)
  expect(once).toThrow('host')
  await Promise.resolve()
  expect(once).toThrow('host')
})
