import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PRESETS } from '../scripts/build/file-names.mjs'

const DIST = 'packages/consent/dist'

/** The folders and libraries that each folder may import; after `type` only types. */
const ALLOWED: Record<string, string> = {
  shared: '',
  options: 'shared',
  core: 'options, type inventory, shared, nanostores, js-cookie',
  gate: 'core, inventory, inspect, options, shared',
  words: 'type guide, type inventory, shared',
  inventory: 'words, options, shared',
  inspect: 'type core, gate, shared',
  evidence: 'type core, type inventory, options, shared',
  guide: 'words, shared',
  ui: 'type core, evidence, guide, inventory, words, options, shared, preact',
  services: 'type core, gate, type inventory, words, shared',
  npm: 'core, gate, evidence, guide, inventory, ui, options, shared',
  script: 'npm, services, core, gate, evidence, guide, inventory, ui, options, shared',
  testing: 'npm, core, gate, ui, options, shared',
  command: 'type index.ts, inventory.ts, services.ts, inventory, words, options, shared',
  entries:
    'command, npm, services, testing, core, gate, evidence, guide, inventory, ui, type options, shared, react, vue',
}

/** What each folder of the audit may import: of the SDK, only public entries; also Node's modules. */
const AUDIT: Record<string, string> = {
  collectors: 'seen.ts, @spaceone/consent, @spaceone/consent/inventory, third-party-web, tldts',
  inventory: 'collectors, @spaceone/consent/inventory',
  judge:
    'collectors, inventory, seen.ts, sha256.ts, @spaceone/consent/inventory, get-east-asian-width',
  report: 'collectors, judge, type sources, seen.ts, @spaceone/consent/inventory, type sarif',
  sources:
    'collectors, inventory, first-line.ts, @spaceone/consent/inventory, @babel/parser, type @babel/types, get-tsconfig, htmlparser2',
  suggest:
    'collectors, judge, report, seen.ts, type @spaceone/consent, @spaceone/consent/inventory, @spaceone/consent/services',
  watch: 'collectors, seen.ts, sha256.ts, playwright-core, set-cookie-parser',
  play: 'collectors, watch, first-line.ts, seen.ts, playwright-core, @duckduckgo/autoconsent',
  evidence:
    'inventory, report, first-line.ts, seen.ts, sha256.ts, @spaceone/consent/inventory, fflate, type har-format',
  sitemap: 'collectors, watch, version.ts, playwright-core, fast-xml-parser, robots-parser',
  command:
    'audit.ts, evidence, inventory, judge, report, sitemap, sources, suggest, watch, first-line.ts, seen.ts, version.ts, @spaceone/consent/inventory',
  entries: 'command, evidence, inventory, judge, play, report, watch',
}

/**
 * Code that neither the sources nor the built files may have, to which a bundler could add it: code
 * that runs a text, parses HTML, or costs the host its back/forward cache.
 */
const FORBIDDEN =
  /\beval\(|\bnew Function\b|\bdocument\.write|\.(outerHTML|insertAdjacentHTML)\b|\bset(Timeout|Interval)\(\s*['"`]|\bBroadcastChannel\b|\bunload\b/

/** Matches names that preact's own code has, but to which the SDK never passes anything. */
const PARSES_HTML = /\.innerHTML\b|dangerouslySetInnerHTML/

/**
 * Matches an `import()` whose exports rollup has renamed, such as `import('./preferences.js')
 * .then(function (n) { return n.s; })`.
 */
const RENAMED = /\bimport\([^)]*\)\s*\.then\((?:function ?)?\(?(\w+)\)? ?(?:=> ?|\{ ?return )\1\.\w/

/** Code that a folder must not contain, whatever the folder imports. */
const RESERVED: Record<string, RegExp> = {
  core: /(?<![-\w])document\.(?!cookie)|\bHTML\w*Element\b/,
  // "New Incognito window" is a label in Chrome's menu that the guide quotes.
  guide: /\b(document|(?<!New In\w+ )window)\b|\bHTML\w*Element\b/,
  inventory: /\bdocument\b|\bHTML\w*Element\b/,
  ui: /\bdocument\.cookie\b|\sstyle=[{"]/,
}

/** Matches a module's name, also in `import()` and in the type of a module. */
const IMPORTS =
  /^(?:import|export(?= (?:type )?[{*])) (type )?[^'"=(]*'([^']+)'|(typeof )?\bimport\('([^']+)'\)/gm

const readCode = (file: string) =>
  readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

const filesIn = (root: string, pattern: RegExp) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => pattern.test(file))

/** Returns the folder of a file; `entries` for a file beside the folders. */
const roomOf = (file: string) => (file.includes('/') ? file.replace(/\/.*/, '') : 'entries')

/** Returns the source files of a package, each with its imports: files of ours, or libraries. */
const sourcesOf = (root: string) =>
  filesIn(root, /^(?!.*\.(test|test-d|d)\.).*\.tsx?$/).map(file => {
    const text = readCode(`${root}/${file}`)
    const imports = [...text.matchAll(IMPORTS)].map(([, type, name, typeOf, late = '']) => {
      const from = name ?? late
      const isOurs = from.startsWith('.')
      const path = isOurs ? posix.join(posix.dirname(file), from) : from
      return { file, from: path, isOurs, isType: Boolean(type ?? typeOf) }
    })
    return { file, text, imports, room: roomOf(file) }
  })

const PACKAGES = {
  'packages/consent/src': { rows: ALLOWED, files: sourcesOf('packages/consent/src') },
  'packages/audit/src': { rows: AUDIT, files: sourcesOf('packages/audit/src') },
}
const { files: SDK } = PACKAGES['packages/consent/src']
const BUILT = filesIn(DIST, /\.js$/).map(file => ({ file, text: readCode(`${DIST}/${file}`) }))

/** Returns the files whose code a pattern finds. */
const having = (pattern: RegExp, files: readonly { file: string; text: string }[]) =>
  files.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

describe.each(Object.entries(PACKAGES))('%s', (_, { rows, files }) => {
  test('the table of allowed imports has a row for every folder', () => {
    const rooms = new Set(files.map(({ room }) => room))
    expect([...rooms].sort()).toEqual(Object.keys(rows).sort())
  })

  test.each(Object.entries(rows))(
    '%s imports only what its row in the table allows',
    (name, row) => {
      const isAllowed = (from: string) =>
        row
          .split(', ')
          .some(one => (one.startsWith('@') ? one === from : `${from}/`.startsWith(`${one}/`)))
      const strange = files
        .filter(({ room }) => room === name)
        .flatMap(({ imports }) => imports)
        .filter(({ from, isOurs }) => !(isOurs && roomOf(from) === name))
        .filter(({ from }) => !((rows === AUDIT || name === 'command') && from.startsWith('node:')))
        .filter(({ from, isType }) => !isAllowed(from) && !(isType && isAllowed(`type ${from}`)))
      expect(strange).toEqual([])
    },
  )

  test('each file is imported by the source or named in the rows of the build, so none serves tests alone', () => {
    const built = ['rollup.config.mjs', 'scripts/build/rows.mjs'].map(readCode).join('')
    const imported = files.flatMap(({ imports }) => imports.map(({ from }) => from))
    const isBuilt = (file: string) =>
      PRESETS[/^script\/presets\/(.*)\.ts$/.exec(file)?.[1] ?? ''] ||
      new RegExp(`[/']${file.replace(/\.tsx?$/, '')}[.']`).test(built)
    const names = files.map(({ file }) => file)
    expect(names.filter(file => !imported.includes(file) && !isBuilt(file))).toEqual([])
  })
})

test('nothing runs a text as code, parses HTML or costs the host its back/forward cache, and no folder touches what belongs to another one [46]', () => {
  expect(BUILT.length).toBeGreaterThan(20)
  expect(having(FORBIDDEN, [...SDK, ...BUILT])).toEqual([])
  expect(having(PARSES_HTML, SDK)).toEqual([])
  for (const [name, pattern] of Object.entries(RESERVED)) {
    const files = SDK.filter(({ room }) => room === name)
    expect(having(pattern, files)).toEqual([])
  }
})

// Missing features are detected by looking for the feature, not by the browser's name. Only the
// guide reads the name, to choose the right instructions.
test("no folder but the guide reads the browser's name", () => {
  const files = SDK.filter(({ room }) => room !== 'guide')
  expect(having(/\buserAgent|\bnavigator\.(vendor|platform|appVersion)\b/, files)).toEqual([])
})

test('what blocks Google if consent.js cannot start loads before any library, which a page may have broken [2, 5]', () => {
  const reached = new Set(['script/refuse-first.ts'])
  for (const one of reached)
    for (const { from, isType } of SDK.find(({ file }) => file === one)?.imports ?? [])
      if (!isType) reached.add(from)
  expect(reached).toContain('gate/interceptors/start-interceptors.ts')
  expect([...reached].filter(one => SDK.every(({ file }) => file !== one))).toEqual([])
})

test('each file that is loaded late has its exports under their own names, which Vite 5 and 6, and with them Astro, look for', () => {
  expect(having(RENAMED, BUILT)).toEqual([])
})

// `npm run package` shows which libraries each npm entry imports.
test('no file of the npm package is named for cookies: EasyList Cookie blocks a chunk named js-cookie', () => {
  const names = BUILT.map(({ file }) => file).filter(file => !file.startsWith('script/'))
  expect(names.filter(name => /cookie/.test(name))).toEqual([])
})

test('every code that the source passes to warn has a sentence', () => {
  const messages = readFileSync('packages/consent/src/options/messages.ts', 'utf8')
  const codes = SDK.flatMap(({ text }) => [...text.matchAll(/\bwarn\(\s*'([^']+)'/g)])
  const without = codes.filter(([, code]) => !messages.match(`\n  '?${code}'?: `))
  // The name of an attribute, which has a sentence of its own.
  expect(without.map(([, code]) => code)).toEqual(['policy-version'])
  expect(codes.length).toBeGreaterThan(40)
})
