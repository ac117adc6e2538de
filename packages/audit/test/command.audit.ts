import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BROWSERS } from '../../../scripts/lib/browsers.mjs'
import { startPortalServer } from '../../../scripts/portal-server.mjs'
import { CASES, ID, inventoryFor } from './support/cases.ts'
import { page, siteOf } from './support/pages.ts'
import { inFull } from './support/play.ts'
import { serveWorld } from './support/serve-world.ts'

/** Path of the command: the built file, or the path in the variable `AUDIT_COMMAND`. */
const COMMAND =
  process.env['AUDIT_COMMAND'] ?? fileURLToPath(new URL('../dist/command.js', import.meta.url))

const BROWSER = ['--browser-path', BROWSERS.chromium.path]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-command-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command in a temporary folder. */
const run = async (...args: string[]) => {
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder })
  let [out, err] = ['', '']
  child.stdout.on('data', text => {
    out += text
  })
  child.stderr.on('data', text => {
    err += text
  })
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { code, out, err }
}

const SITE = 'http://site.localhost/'

test.each<[string, string[], RegExp]>([
  ['wrong usage', [SITE, '--lives'], /--lives/],
  ['a folder that cannot be made', [SITE, '--output', `${COMMAND}/x`], /^--output .*x: /],
  ['an inventory that is not there', [SITE, '--inventory', 'x.json'], /^--inventory x\.json: /],
  [
    'a browser that is missing',
    [SITE, '--browser-path', '/x'],
    /^The browser could not be started/,
  ],
])(
  'ends with exit code 2 and one sentence before anything is played: %s',
  async (_, args, words) => {
    const { code, out, err } = await run(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(words)
    expect(err.trim().split('\n')).toHaveLength(1)
  },
)

// `npm run package` runs this test with the command of the packed package.
if (process.env['AUDIT_COMMAND'] || process.env['FULL'] === '1')
  test('plays the portal, writes the report, and ends with exit code 0', async () => {
    const portal = await startPortalServer({ port: 0 })
    const { code, out, err } = await run(`${portal.address}/en/`, '--wait', '0.3', ...BROWSER)
    const hits = portal.requests.filter(({ kind }) => kind === 'hit')
    await portal.close()
    expect(hits).toEqual([])
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringMatching(/^1\/4 http.* no-choice\n/),
    })
    expect(out).toContain('Every rule that was judged holds.')
    expect(readFileSync(join(folder, 'consent-audit.html'), 'utf8')).toMatch(/^<!doctype html>/)
    const { outcome, seen } = JSON.parse(readFileSync(join(folder, 'consent-audit.json'), 'utf8'))
    expect([outcome, seen.pages.length]).toEqual(['holds', 1])
  })

test('an address that does not answer ends with exit code 3, and a report', async () => {
  const { code, out } = await run('http://127.0.0.1:1/', ...BROWSER)
  expect(code).toBe(3)
  expect(out).toContain('did not answer')
})

inFull('ends with exit code 3 for a page without a banner, and says so', async () => {
  const site = siteOf(page({ banner: '', settings: '' }))
  const world = await serveWorld(() => ({ localhost: site }))
  const { code, out } = await run(`http://localhost:${world.port}/`, '--wait', '0.3', ...BROWSER)
  await world.close()
  expect(code).toBe(3)
  expect(out).toContain('No consent banner was found.')
})

for (const [name, caseAt] of Object.entries(CASES))
  inFull(`ends with exit code 1 for a page that misbehaves: ${name}`, async () => {
    const world = await serveWorld(port => {
      const { site, widget = {} } = caseAt({ port, tag: '' })
      return { localhost: site, 'widget.localhost': widget }
    })
    const { isDeclared, finding } = caseAt({ port: world.port, tag: '' })
    writeFileSync(join(folder, 'inventory.json'), JSON.stringify(await inventoryFor(ID)))
    const declared = isDeclared ? ['--inventory', 'inventory.json'] : []
    const address = `http://localhost:${world.port}/`
    const { code } = await run(address, '--wait', '0.3', ...declared, ...BROWSER)
    await world.close()
    expect(code).toBe(1)
    const { findings } = JSON.parse(readFileSync(join(folder, 'consent-audit.json'), 'utf8'))
    const failed = findings.filter(({ outcome }: { outcome: string }) => outcome === 'fails')
    const found = failed.map(({ rule, what }: Record<string, string>) => `${rule}: ${what}`)
    expect(found).toContain(finding)
  })
