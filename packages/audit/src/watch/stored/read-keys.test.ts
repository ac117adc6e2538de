import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readKeys } from './read-keys.ts'

const pageOf = (...answers: Promise<unknown>[]) =>
  ({ frames: () => answers.map(answer => ({ evaluate: () => answer })) }) as unknown as Page
const key = (name: string) => ({ area: 'cache', origin: 'https://shop.example', key: name })

test('reads the keys of the frames that answer, each once', async () => {
  const denied = Promise.reject(new Error('SecurityError'))
  const page = pageOf(Promise.resolve([key('a')]), Promise.resolve([key('a'), key('b')]), denied)
  expect(await readKeys(page)).toEqual([key('a'), key('b')])
})

test('does not wait for a frame that never answers', async () => {
  const never = new Promise(() => {})
  expect(await readKeys(pageOf(never, Promise.resolve([key('a')])))).toEqual([key('a')])
})
