import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFolder, open } from '../test/databases.ts'
import { NOTICE } from '../test/samples.ts'
import { hashOfNotice, isNotice, loadNotices, readInventoryHashes } from './notice.ts'

test('the receipt log hashes a notice as the SDK does', () => {
  expect(hashOfNotice('')).toBe('47DEQpj8HBSa-_TImW-5JC')
  expect(hashOfNotice(NOTICE)).toMatch(/^[\w-]{22}$/)
})

test.each([
  ['a notice as the SDK writes it', NOTICE, true],
  ['a notice without strings', '{"language":"ko","strings":[],"version":"1"}', true],
  ['names in another order', '{"version":"1","language":"ko","strings":[]}', false],
  ['a notice with spaces', '{"language": "ko","strings":[],"version":"1"}', false],
  ['a notice with another field', '{"language":"ko","strings":[],"version":"1","mail":"a"}', false],
  ['a string that is a number', '{"language":"ko","strings":[1],"version":"1"}', false],
  ['a string instead of a list', '{"language":"ko","strings":"ab","version":"1"}', false],
  ['a value that is no object', 'null', false],
  ['a text that is no JSON', '{', false],
])('recognises a notice, or a text that is none: %s', (_, text, is) => {
  expect(isNotice(text)).toBe(is)
})

test('notices are loaded from a file, also of version 0.1, and the whole file is refused if one of them is invalid', async () => {
  const file = join(createFolder(), 'notices.json')
  const log = await open()
  const h = hashOfNotice(NOTICE)
  const other = NOTICE.replace('ko', 'ja')

  for (const [hash, notice] of [
    ['a'.repeat(22), NOTICE],
    ['a'.repeat(22), { text: NOTICE }],
    [hashOfNotice(other), { text: other, inventory: 'unknown' }],
    [hashOfNotice(other), null],
  ] as const) {
    writeFileSync(file, JSON.stringify({ [h]: NOTICE, [hash]: notice }))
    await expect(loadNotices(file, log)).rejects.toThrow(`of ${hash} is no`)
  }
  expect(await log.notices()).toEqual([])
  const inventory = 'i'.repeat(22)
  writeFileSync(
    file,
    JSON.stringify({ [h]: NOTICE, [hashOfNotice(other)]: { text: other, inventory } }),
  )
  expect(await loadNotices(file, log)).toBe(2)
  expect(await log.notice(h)).toBe(NOTICE)
  expect(await log.notice(hashOfNotice(other))).toBe(other)
  expect([...readInventoryHashes(file)]).toEqual([[hashOfNotice(other), inventory]])
  expect(readInventoryHashes(undefined).size).toBe(0)
})
