import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { readKeys } from './read-keys.ts'

const ORIGIN = 'https://shop.example'
const frame = (answer: Promise<unknown>, url = `${ORIGIN}/`) => ({
  evaluate: () => answer,
  url: () => url,
})
const pageOf = (...frames: ReturnType<typeof frame>[]) =>
  ({ frames: () => frames }) as unknown as Page
const key = (name: string) => ({ area: 'cache', origin: ORIGIN, key: name })

test('reads the keys of the frames that answer, each once', async () => {
  const denied = Promise.reject(new Error('SecurityError'))
  const answers = [Promise.resolve([key('a')]), Promise.resolve([key('a'), key('b')]), denied]
  const { keys, origins } = await readKeys(pageOf(...answers.map(answer => frame(answer))))
  expect(keys).toEqual([key('a'), key('b')])
  expect([...origins]).toEqual([[ORIGIN, true]])
})

test('does not wait for a frame that never answers, and names its origin if no other frame has answered for it', async () => {
  const never = new Promise(() => {})
  const page = pageOf(
    ...[frame(never), frame(Promise.resolve([key('a')])), frame(never, 'about:srcdoc')],
    frame(never, 'https://widget.example/a'),
  )
  vi.useFakeTimers()
  const reading = readKeys(page)
  await vi.advanceTimersByTimeAsync(2000)
  const { keys, origins } = await reading
  expect(keys).toEqual([key('a')])
  expect([...origins]).toEqual([
    [ORIGIN, true],
    ['https://widget.example', false],
  ])
})
