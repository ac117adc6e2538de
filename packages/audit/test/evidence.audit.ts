import { generateKeyPairSync } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Ajv from 'ajv/dist/2020.js'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judge } from '../src/judge/judge.ts'
import { ownBanner, page, siteOf } from './support/pages.ts'
import { COMMAND, createWorkplace, QUICK, type Workplace } from './support/run-command.ts'
import { serveWorld, type World } from './support/serve-world.ts'

// A page whose banner has no control for a withdrawal, and that contacts a collector before a
// choice. The rules fail, and the phase of the withdrawal ends early.
const BAD = siteOf(
  page({
    ...{ banner: '', settings: '', body: ownBanner() },
    first: '<img src="http://c.clarity.ms/c.gif?user=1" alt="">',
  }),
)

let work: Workplace
let world: World
let end: { code: number | null; out: string; err: string }

beforeAll(async () => {
  work = createWorkplace()
  world = await serveWorld(() => ({ localhost: BAD }))
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const write = (name: string, text: string | Buffer) =>
    writeFileSync(join(work.folder, name), text)
  write('key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }))
  write('public.pem', publicKey.export({ type: 'spki', format: 'pem' }))
  const site = `http://localhost:${world.port}/`
  end = await work.run([site, '--sign', 'key.pem', ...QUICK])
})

afterAll(async () => {
  await world.close()
  work.remove()
})

const sealed = () => readFileSync(join(work.folder, 'consent-audit.zip'))

test('an audit leaves one sealed file whose evidence has the published form', () => {
  expect(end.code).toBe(1)
  const files = unzipSync(sealed())
  const read = (name: string) => JSON.parse(Buffer.from(files[name] ?? []).toString('utf8'))
  const validate = new Ajv({ formats: { 'date-time': true } }).compile(read('seen.schema.json'))
  validate(read('seen.json'))
  expect(validate.errors).toBeNull()
  expect(Object.keys(files)).toContain('consent-audit.html')
  expect(Object.keys(files).some(name => /^pictures\/.*\.jpg$/.test(name))).toBe(true)
  const { log } = read('network.har')
  expect(log.pages).toHaveLength(4)
  expect(log.entries.length).toBeGreaterThan(4)
  expect(work.leftovers()).toEqual([])
})

test('verify says that the file is intact and by whom, and names a file with one byte changed', async () => {
  const intact = await work.run(['verify', 'consent-audit.zip', '--key', 'public.pem'])
  expect(intact).toMatchObject({ code: 0, err: '' })
  expect(intact.out).toMatch(/is intact\.[\s\S]*Signed by the given key/)
  const bytes = sealed()
  // The first file of the archive is seen.json.
  const at = bytes.indexOf('seen.json') + 200
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(join(work.folder, 'altered.zip'), bytes)
  const altered = await work.run(['verify', 'altered.zip'])
  expect(altered).toMatchObject({ code: 1, err: '' })
  expect(altered.out).toMatch(/not intact[\s\S]*seen\.json was altered/)
  const judged = await work.run(['judge', 'altered.zip'])
  expect(judged).toMatchObject({ code: 1, out: '' })
  expect(judged.err).toContain('seen.json was altered')
})

test('judge judges the file again without a browser, and writes the reports that are asked for', async () => {
  const { code, out } = await work.run([
    ...['judge', 'consent-audit.zip', '--output', 'again', '--language', 'ko'],
  ])
  expect(code).toBe(1)
  expect(out).toBe(end.out)
  expect(work.read('again/consent-audit.html')).toContain('<html lang="ko"')
  const { seen, outcome } = JSON.parse(work.read('again/consent-audit.json'))
  expect(outcome).toBe('fails')
  expect(JSON.stringify(seen)).toBe(
    JSON.stringify(JSON.parse(work.read('consent-audit.json')).seen),
  )
})

test('with a baseline the exit code tells of new findings alone', async () => {
  const { code, out } = await work.run([
    ...['judge', 'consent-audit.zip', '--baseline', 'consent-audit.zip'],
  ])
  expect(code).toBe(0)
  expect(out).toMatch(/New: 0\. The same: [1-9]/)
})

test('an accepted finding does not fail, until the acceptance expires', async () => {
  const { seen } = JSON.parse(work.read('consent-audit.json'))
  const open = judge(seen).findings.filter(({ outcome }) => outcome !== 'holds')
  const accept = (expires: string) => {
    const all = open.map(({ id }) => ({ id, reason: 'Known', author: 'Kim', expires }))
    writeFileSync(join(work.folder, 'accepted.json'), JSON.stringify(all))
    return work.run(['judge', 'consent-audit.zip', '--accept-file', 'accepted.json'])
  }
  expect(await accept('2999-01-01')).toMatchObject({ code: 0 })
  expect(await accept('2020-01-01')).toMatchObject({ code: 1 })
})

test.each<[string, string[], RegExp]>([
  ['verify without a file', ['verify'], /^verify needs one file/],
  ['verify of a file that is not there', ['verify', 'x.zip'], /^verify x\.zip: /],
  [
    'a key that is no key',
    ['verify', 'consent-audit.zip', '--key', 'consent-audit.json'],
    /^--key /,
  ],
  ['judge with an unknown option', ['judge', 'consent-audit.zip', '--live'], /--live/],
])('ends with exit code 2 and one sentence: %s', async (_, args, words) => {
  const { code, out, err } = await work.run(args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(words)
  expect(err.trim().split('\n')).toHaveLength(1)
})

test('an audit with a baseline ends with exit code 0 if nothing is new, and writes Markdown and SARIF', {
  tags: 'full',
}, async () => {
  const site = `http://localhost:${world.port}/`
  const { code, out } = await work.run([
    ...[site, '--baseline', 'consent-audit.zip', '--output', 'later'],
    ...['--format', 'markdown,sarif', ...QUICK],
  ])
  expect({ code, out }).toEqual({
    code: 0,
    out: expect.stringContaining('New: 0. The same:'),
  })
  expect(readdirSync(join(work.folder, 'later')).sort()).toEqual([
    ...['consent-audit.md', 'consent-audit.sarif', 'consent-audit.zip'],
  ])
})

/** Sends a signal while the second phase is played, and checks what is left. */
const interrupt = async (signal: 'SIGINT' | 'SIGTERM', expected: number) => {
  const site = `http://localhost:${world.port}/`
  let isSent = false
  const { code } = await work.run([site, '--output', signal, ...QUICK], child => {
    child.stderr?.on('data', text => {
      if (!isSent && String(text).includes('2/4')) isSent = child.kill(signal)
    })
  })
  expect(code).toBe(expected)
  const { seen } = JSON.parse(work.read(`${signal}/consent-audit.json`))
  const ends = seen.pages[0].phases.map(({ notPlayed }: { notPlayed?: string }) => notPlayed)
  expect(ends).toEqual([undefined, 'interrupted', 'interrupted', 'interrupted'])
  expect(await work.run(['verify', `${signal}/consent-audit.zip`])).toMatchObject({ code: 0 })
  expect(work.leftovers()).toEqual([])
}

test(
  'SIGINT ends the browser and the run, with a report of what was seen until then',
  { tags: 'full' },
  () => interrupt('SIGINT', 130),
)
test(
  'SIGTERM ends the browser and the run, with a report of what was seen until then',
  { tags: 'full' },
  () => interrupt('SIGTERM', 143),
)

/** Lists the packages that a built file imports, also through other built files. */
const importsOf = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  const text = readFileSync(join(dirname(COMMAND), file), 'utf8')
  for (const [, name = ''] of text.matchAll(
    /(?:^(?:im|ex)port\b[^'";]*|\b(?:import|require)\()['"]([^'"]+)['"]/gm,
  )) {
    if (seen.has(name)) continue
    seen.add(name)
    if (name.startsWith('./')) importsOf(name, seen)
  }
  return seen
}

test('the entry that verifies and judges loads no Playwright and no autoconsent', () => {
  const found = [...importsOf('judge.js')].filter(name => !name.startsWith('node:'))
  expect(found).toContain('./evidence.js')
  expect(found.join()).not.toMatch(/playwright|autoconsent|audit\.js/)
  expect([...importsOf('index.js')]).toContain('playwright-core')
})

test('the package exports the same functions for judging with Playwright and without', async () => {
  const load = (name: string) => import(join(dirname(COMMAND), name))
  const [offline, whole] = [await load('judge.js'), await load('index.js')]
  expect(Object.keys(whole).sort()).toEqual(['audit', ...Object.keys(offline)].sort())
  expect(offline.verifyEvidence(sealed())).toMatchObject({ isIntact: true })
})
