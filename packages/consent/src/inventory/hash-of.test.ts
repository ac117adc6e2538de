import { expect, onTestFinished, test, vi } from 'vitest'
import { complete, type Declared } from './complete.ts'
import { hashOf } from './hash-of.ts'

const chat: Declared = {
  name: 'Chat',
  category: 'support',
  recipients: [{ company: 'Chat Inc.', country: 'US' }],
  retention: { seconds: 60, afterwards: { en: 'Deleted' } },
  collects: [{ id: 'messages', words: { en: 'messages' } }],
  purposes: { site: { en: 'Answers' } },
}
const hash = (changed: Partial<Declared>) => hashOf([complete({ ...chat, ...changed }, {})])

test('is the same for other words, another order of keys and after JSON, and has 22 characters', async () => {
  const first = await hash({})
  expect(first).toMatch(/^[\w-]{22}$/)
  expect(first).toMatchInlineSnapshot(`"XJ7FbmemmIhCa86OTRv0ND"`)
  expect(await hash({ purposes: { site: { ko: '답변' } } })).toBe(first)
  expect(await hash({ collects: [{ words: { ko: '메시지' }, id: 'messages' }] })).toBe(first)
  expect(await hashOf(JSON.parse(JSON.stringify([complete(chat, {})])))).toBe(first)
  expect(await hash({ recipients: { country: 'US', company: 'Chat Inc.' } })).toBe(first)
})

test.each<Partial<Declared>>([
  { recipients: [{ company: 'Chat Inc.', country: 'DE' }] },
  { retention: { seconds: 61 } },
  { collects: [{ id: 'files' }] },
  { category: 'marketing' },
  { cookies: ['chat'] },
])('is another one after a change of %o', async changed => {
  expect(await hash(changed)).not.toBe(await hash({}))
})

test('is missing where the browser has no crypto.subtle', async () => {
  vi.stubGlobal('crypto', {})
  onTestFinished(() => void vi.unstubAllGlobals())
  expect(await hash({})).toBeUndefined()
})
