// @vitest-environment happy-dom

import { beforeEach, expect, test, vi } from 'vitest'
import { broken } from '../../../../test/support/broken.ts'
import { afterNextFrame, callIn } from './timers.ts'

vi.unmock('./timers.ts')

let waiting: (() => void)[]

beforeEach(() => {
  waiting = []
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => waiting.push(run))
})

const drawFrame = () => {
  for (const run of waiting.splice(0)) run()
}

const callsAfter = async (run: ReturnType<typeof vi.fn>, ms: number) => {
  await vi.advanceTimersByTimeAsync(ms)
  return run.mock.calls.length
}

test.each([
  ['after the next frame', false],
  ['of a hidden page, without a frame', true],
])('runs a function once, in a task %s, and resolves with its result', async (_, isHidden) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden)
  const run = vi.fn(() => 'result')
  const result = afterNextFrame(run)
  if (!isHidden) {
    expect(await callsAfter(run, 500)).toBe(0)
    drawFrame()
  }
  await Promise.resolve()
  expect(run).not.toHaveBeenCalled()
  expect(await callsAfter(run, 0)).toBe(1)
  await expect(result).resolves.toBe('result')
  drawFrame()
  expect(await callsAfter(run, 5000)).toBe(1)
})

test.each<[string, unknown]>([
  ['never calls back', () => 1],
  ['is missing', undefined],
])('runs the function within a second where requestAnimationFrame %s [5]', async (_, request) => {
  vi.stubGlobal('requestAnimationFrame', request)
  const run = vi.fn()
  afterNextFrame(run)
  expect(await callsAfter(run, 999)).toBe(0)
  expect(await callsAfter(run, 1)).toBe(1)
})

test('an error of the function of a timer does not reach the page [5]', () => {
  const run = vi.fn(broken)
  callIn(1, run)
  expect(() => vi.runAllTimers()).not.toThrow()
  expect(run).toHaveBeenCalledOnce()
})
