import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './read-config.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consent-config-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const readText = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return readConfig(join(folder, name))
}
const readRow = (row: object) =>
  readText(
    'consent.config.json',
    JSON.stringify({ policy: { version: '1' }, categories: { some: { services: [row] } } }),
  )

test('reads the default export of a module, and JSON, whose rows become services', async () => {
  const text = "export default { policy: { version: '1' }, categories: { media: {} } }"
  const { config, path } = await readText('consent.config.mjs', text)
  expect([config.policy.version, path]).toEqual(['1', join(folder, 'consent.config.mjs')])
  const { config: other } = await readRow({ preset: 'googleAnalytics', id: 'G-ABC123' })
  expect(other.categories['some']?.services).toMatchObject([{ name: 'Google Analytics' }])
  const { config: third } = await readRow({ name: 'Chat', addresses: [], cookies: [] })
  expect(third.categories['some']?.services).toMatchObject([{ name: 'Chat' }])
})

test.each([
  ['a.mjs', 'throw new Error("boom")', /^a\.mjs could not be used: boom\. Nothing is written\.$/],
  ['b.mjs', 'export default {', /^b\.mjs could not be used: .+ Nothing is written\.$/],
  ['c.mjs', 'export const config = {}', /^c\.mjs has no configuration\. Expected export default/],
  ['d.json', '{', /d\.json is no JSON: .+ Nothing is written\./],
  ['e.json', '{"policy":{},"categories":{}}', /^e\.json could not be used: policy\.version is/],
])('says in one sentence why %s cannot be used', async (name, text, words) => {
  await expect(readText(name, text)).rejects.toThrow(words)
})

test('names the preset that is meant, and the id that has another form', async () => {
  await expect(readRow({ preset: 'clarty', id: 'x' })).rejects.toThrow(
    /the preset "clarty" is unknown\. Did you mean clarity\?/,
  )
  await expect(readRow({ preset: 'clarity', id: 'G-ABC123' })).rejects.toThrow(/id of a preset is/)
})

test('names the first text that a suggestion has left to a person', async () => {
  const text = (policy: string, service: string) =>
    `export default { policy: { version: '${policy}' }, categories: { media: { services: [${service}] } } }`
  await expect(readText('a.mjs', text('TODO: the version', ''))).rejects.toThrow(
    /^a\.mjs is not finished: policy\.version begins with TODO\. Expected words of your own\./,
  )
  const service = "{ name: 'Chat', purposes: { site: { en: 'TODO' } }, attach() {} }"
  await expect(readText('b.mjs', text('1', service))).rejects.toThrow(
    'categories.media.services[0].purposes.site.en begins with TODO',
  )
})

test('says which files are looked for, and which one is missing', async () => {
  await expect(readConfig(join(folder, 'none.ts'))).rejects.toThrow(/there is no such file/)
  await expect(readConfig(undefined)).rejects.toThrow(/Expected one of consent\.config\.ts, /)
})
