import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sampleSeen } from '../../test/support/sample-seen.ts'
import { checkSuggestionFile, writeSuggestion } from './write-suggestion.ts'

const folder = mkdtempSync(join(tmpdir(), 'audit-suggest-'))
afterAll(() => rmSync(folder, { recursive: true }))

const SEEN = sampleSeen('')

test('writes the file whole, and overwrites it only with --force', async () => {
  const suggest = join(folder, 'new/consent.config.ts')
  await writeSuggestion({ suggest }, SEEN, undefined)
  expect(readFileSync(suggest, 'utf8')).toMatch(/^\/\/ Written by[\s\S]*\n\}\)\n$/)
  writeFileSync(suggest, 'mine')
  await expect(writeSuggestion({ suggest }, SEEN, undefined)).rejects.toThrow(
    /consent\.config\.ts: The file is there\. It is not replaced without --force\.$/,
  )
  expect(readFileSync(suggest, 'utf8')).toBe('mine')
  await writeSuggestion({ suggest, force: true }, SEEN, undefined)
  expect(readFileSync(suggest, 'utf8')).not.toBe('mine')
  expect(readdirSync(join(folder, 'new'))).toEqual(['consent.config.ts'])
})

test('leaves nothing behind if the file cannot be written', async () => {
  const suggest = join(folder, 'taken')
  mkdirSync(join(suggest, 'a'), { recursive: true })
  await expect(writeSuggestion({ suggest, force: true }, SEEN, undefined)).rejects.toThrow(
    /^--suggest .*taken: /,
  )
  expect(readdirSync(folder).filter(name => name.includes('tmp'))).toEqual([])
})

test('writes nothing if everything is declared', async () => {
  const suggest = join(folder, 'none.ts')
  await writeSuggestion({ suggest }, { ...SEEN, pages: [] }, undefined)
  expect(readdirSync(folder)).not.toContain('none.ts')
})

test('--force alone is a mistake', () => {
  expect(() => checkSuggestionFile({ force: true })).toThrow(
    /^--force is given without --suggest\./,
  )
})
