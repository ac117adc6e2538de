import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortalServer } from '../../../scripts/portal-server.mjs'
import { CASES, ID, inventoryFor } from './support/cases.ts'
import { page, siteOf } from './support/pages.ts'
import { COMMAND, createWorkplace, QUICK, type Workplace } from './support/run-command.ts'
import { serveWorld } from './support/serve-world.ts'

let work: Workplace
beforeAll(() => {
  work = createWorkplace()
})
afterAll(() => work.remove())

const SITE = 'http://site.localhost/'

test.each<[string, string[], RegExp]>([
  ['wrong usage', [SITE, '--lives'], /--lives/],
  ['a folder that cannot be made', [SITE, '--output', `${COMMAND}/x`], /^--output .*x: /],
  ['a baseline that is no sealed file', [SITE, '--baseline', COMMAND], /^--baseline .* no zip/],
  [
    'a configuration that is there',
    [SITE, '--suggest', COMMAND],
    /: The file is there\. It is not replaced without --force\./,
  ],
  ['sources without a path', ['sources'], /^sources needs a folder or a file\./],
  ['sources that are not there', ['sources', 'src'], /^sources: ENOENT.* 'src'$/m],
  ['a folder without sources', ['sources', 'tmp'], /^sources: There is no source in tmp\./],
  ['an inventory that is not there', [SITE, '--inventory', 'x.json'], /^--inventory x\.json: /],
  [
    'a browser that is missing',
    [SITE, '--browser-path', '/x'],
    /^The browser could not be started/,
  ],
])(
  'ends with exit code 2 and one sentence before anything is played: %s',
  async (_, args, words) => {
    const { code, out, err } = await work.run(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(words)
    expect(err.trim().split('\n')).toHaveLength(1)
  },
)

test('prints annotations for sources, and ends with exit code 1 for a finding, 3 for a binary file', async () => {
  mkdirSync(join(work.folder, 'src'))
  writeFileSync(join(work.folder, 'src/a.ts'), "localStorage.setItem('a', '1')")
  const found = await work.run(['sources', 'src', '--format', 'github'])
  expect(found.code).toBe(1)
  expect(found.out).toMatch(/^::error file=src\/a\.ts,line=1,title=undeclared-storage::The key a /)
  writeFileSync(join(work.folder, 'src/a.ts'), '\0')
  const binary = await work.run(['sources', 'src', '--json'])
  expect(binary.code).toBe(3)
  expect(JSON.parse(binary.out)).toMatchObject({ findings: [], leftOut: [{ file: 'src/a.ts' }] })
})

// `npm run package` runs this test with the command of the packed package.
test('plays the portal, writes the report, and ends with exit code 0', {
  tags: process.env['AUDIT_COMMAND'] ? [] : 'full',
}, async () => {
  const portal = await startPortalServer({ port: 0 })
  const { code, out, err } = await work.run([`${portal.address}/en/`, ...QUICK])
  const hits = portal.requests.filter(({ kind }) => kind === 'hit')
  await portal.close()
  expect(hits).toEqual([])
  expect({ code, err, out }).toEqual({
    code: 0,
    err: expect.stringMatching(/^1\/4 http.* no-choice\n/),
    out: expect.stringContaining('Every rule that was judged holds.'),
  })
  expect(work.read('consent-audit.html')).toMatch(/^<!doctype html>/)
  const { outcome, seen } = JSON.parse(work.read('consent-audit.json'))
  expect([outcome, seen.pages.length]).toEqual(['holds', 1])
})

test('an address that does not answer ends with exit code 3, and a report', async () => {
  const { code, out } = await work.run(['http://127.0.0.1:1/', ...QUICK])
  expect(code).toBe(3)
  expect(out).toContain('did not answer')
  expect(work.leftovers()).toEqual([])
})

test('a report that cannot be written ends with exit code 2, and names the evidence', async () => {
  // A folder has the name of the report.
  mkdirSync(join(work.folder, 'taken/consent-audit.html'), { recursive: true })
  const { code, err } = await work.run(['http://127.0.0.1:1/', '--output', 'taken', ...QUICK])
  expect(code).toBe(2)
  const [, path = ''] = /The evidence is in (\S+)/.exec(err) ?? []
  expect(readdirSync(join(path, '..'))).toEqual(['consent-audit.zip'])
  expect(await work.run(['verify', path])).toMatchObject({ code: 0 })
})

test('ends with exit code 3 for a page without a banner, and says so', {
  tags: 'full',
}, async () => {
  const site = siteOf(page({ banner: '', settings: '' }))
  const world = await serveWorld(() => ({ localhost: site }))
  const { code, out } = await work.run([`http://localhost:${world.port}/`, ...QUICK])
  await world.close()
  expect(code).toBe(3)
  expect(out).toContain('No consent banner was found.')
})

for (const [name, caseAt] of Object.entries(CASES))
  test(`ends with exit code 1 for a page that misbehaves: ${name}`, { tags: 'full' }, async () => {
    const world = await serveWorld(port => {
      const { site, widget = {} } = caseAt({ port, tag: '' })
      return { localhost: site, 'widget.localhost': widget }
    })
    const { isDeclared, finding } = caseAt({ port: world.port, tag: '' })
    writeFileSync(join(work.folder, 'inventory.json'), JSON.stringify(await inventoryFor(ID)))
    const declared = isDeclared ? ['--inventory', 'inventory.json'] : []
    const address = `http://localhost:${world.port}/`
    const { code } = await work.run([address, ...declared, ...QUICK])
    await world.close()
    expect(code).toBe(1)
    const { findings } = JSON.parse(work.read('consent-audit.json'))
    const failed = findings.filter(({ outcome }: { outcome: string }) => outcome === 'fails')
    const found = failed.map(({ rule, what }: Record<string, string>) => `${rule}: ${what}`)
    expect(found).toContain(finding)
  })
