import { execFileSync, spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { VERSION } from '../shared/build.ts'
import { HELP } from './help.ts'

// Runs the built command as a site does, with the built package among its own.
const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))
const COMMAND = join(ROOT, 'packages/consent/dist/command.js')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consent-site-'))
  mkdirSync(join(folder, 'node_modules/@spaceone'), { recursive: true })
  link('packages/consent', '@spaceone/consent')
})
afterEach(() => rmSync(folder, { recursive: true }))

const link = (from: string, to: string) =>
  symlinkSync(join(ROOT, from), join(folder, 'node_modules', to))

const run = (...args: readonly string[]) => {
  try {
    const options = { cwd: folder, encoding: 'utf8', stdio: 'pipe' } as const
    return { code: 0, text: execFileSync(process.execPath, [COMMAND, ...args], options) }
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string }
    return { code: status, text: stderr }
  }
}

const CONFIG = `import { defineConsent, googleAnalytics } from '@spaceone/consent'
import { youtube } from '@spaceone/consent/services'
const id: string = 'G-ABC123'
export default defineConsent({
  policy: { version: '1', url: '/privacy' },
  categories: { analytics: { services: [googleAnalytics({ id })] }, media: { services: [youtube()] } },
})`

/** Whether this Node.js runs TypeScript itself. */
const runsTypeScript = 'typescript' in process.features && !!process.features.typescript

test.each(['jiti', 'typescript'])('reads TypeScript by the %s of the site', name => {
  link(`node_modules/${name}`, name)
  writeFileSync(join(folder, 'consent.config.ts'), CONFIG)
  expect(run('inventory', '--out', 'out')).toMatchObject({ code: 0 })
  expect(readdirSync(join(folder, 'out'))).toEqual(['inventory.1.json', 'inventory.json'])
  expect(readdirSync(folder).sort()).toEqual(['consent.config.ts', 'node_modules', 'out'])
})

test.skipIf(runsTypeScript)('says what is needed where nothing can read TypeScript', () => {
  writeFileSync(join(folder, 'consent.config.ts'), CONFIG)
  const { code, text } = run('inventory')
  expect(text).toMatch(
    /^consent\.config\.ts could not be read: Node\.js v20\S+ runs no TypeScript\./,
  )
  expect(code).toBe(2)
})

test('prints its help, and names a command that is meant', () => {
  expect(run('check', '--help').text).toBe(`${HELP}\n`)
  expect(run('invntory')).toMatchObject({ code: 2, text: expect.stringContaining('Did you mean') })
  expect(run()).toMatchObject({ code: 2, text: expect.stringContaining('No command is given.') })
  for (const args of [['--version'], ['check', '--version']])
    expect(run(...args).text).toBe(`${VERSION}\n`)
})

test('build --watch builds again after a change, also of an imported file', async () => {
  // The name of the imported file begins with that of the script.
  writeFileSync(join(folder, 'policy.mjs'), "export const policy = { version: '1', url: '/one' }")
  const config = `import { policy } from './policy.mjs'
    export default { policy, categories: { media: {} }, texts: { en: { banner: { heading: policy.url } } } }`
  writeFileSync(join(folder, 'consent.config.mjs'), config)
  const watching = spawn(process.execPath, [COMMAND, 'build', '--watch', '--out', 'policy'], {
    cwd: folder,
  })
  try {
    const out = join(folder, 'policy')
    const has = (text: string) =>
      vi.waitUntil(() => existsSync(out) && readFileSync(out, 'utf8').includes(text), 20_000)
    await has('/one')
    writeFileSync(join(folder, 'policy.mjs'), "export const policy = { version: '1', url: '/two' }")
    await has('/two')
  } finally {
    watching.kill()
  }
})

test('check fails in a process as in a pipeline: with 1 for findings, in annotations', () => {
  const write = (cookies: string) =>
    writeFileSync(
      join(folder, 'consent.config.json'),
      `{"policy":{"version":"1"},"categories":{},"services":[{"name":"Chat","category":"a","recipients":[],"retention":"not-stated","addresses":[],"cookies":[${cookies}]}]}`,
    )
  write('"chat"')
  expect(run('check', '--write').code).toBe(0)
  write('"chat","more"')
  expect(run('check', '--format', 'github')).toMatchObject({ code: 1 })
})
