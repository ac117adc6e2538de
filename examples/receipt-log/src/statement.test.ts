import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFolder, open } from '../test/databases.ts'
import { textOf } from '../test/officer.ts'
import { runCommand } from '../test/run-main.ts'
import { giveEvent, NOTICE, submission } from '../test/samples.ts'
import { hashOfNotice } from './notice.ts'

test('the statement has figures, notices and audits of a version as one page that loads nothing, and as a PDF', async () => {
  const folder = createFolder()
  const DATABASE = join(folder, 'log.db')
  const log = await open(DATABASE)
  const h = hashOfNotice(NOTICE)
  await log.append([submission(giveEvent({ record: { h, p: '2024/01' } }))], Date.now())
  await log.keepNotice(h, NOTICE)
  const run = (...args: readonly string[]) => runCommand(['statement', ...args], { DATABASE })
  const options = ['--language', 'ko', '--out', folder]
  const { code, output } = await run('--version', '2024/01', ...options)
  expect(code).toBe(0)
  const file = join(folder, 'statement.2024_01.ko.html')
  expect(output).toContain(file)
  const page = readFileSync(file, 'utf8')
  expect(textOf(page)).toContain('버전 2024/01')
  expect(textOf(page)).toContain('한국어 1 0 0 0 1 0')
  expect(textOf(page)).toContain('쿠키 é')
  expect(page).not.toMatch(/<script|src=|@import|url\(/)
  const pdf = file.replace(/html$/, 'pdf')
  expect(existsSync(pdf)).toBe(!output.includes('there is no PDF'))
  if (existsSync(pdf)) expect(readFileSync(pdf, 'latin1')).toMatch(/^%PDF-/)

  expect(await run('--version', 'x', ...options)).toMatchObject({
    ...{ code: 1, output: expect.stringContaining('No decision was made under the version "x".') },
  })
  for (const wrong of [[], ['--version', 'x', '--language', 'fr'], ['--versoin', 'x']])
    expect((await run(...wrong)).code).toBe(2)
})
