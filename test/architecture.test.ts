import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const SOURCE = fileURLToPath(new URL('../packages/consent/src', import.meta.url))
const DIST = fileURLToPath(new URL('../packages/consent/dist', import.meta.url))
const AUDIT_SOURCE = fileURLToPath(new URL('../packages/audit/src', import.meta.url))

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
  npm: 'core, gate, evidence, guide, inventory, ui, options, shared',
  script: 'npm, core, gate, evidence, guide, inventory, ui, options, shared',
  testing: 'npm, core, gate, ui, options, shared',
  entries:
    'npm, testing, core, gate, evidence, guide, inventory, ui, type options, shared, react, vue',
}

/** What each folder of the audit may import: of the SDK, only public entries. */
const AUDIT: Record<string, string> = {
  collectors: 'seen.ts, @spaceone/consent, @spaceone/consent/inventory, third-party-web, tldts',
  inventory: 'collectors, @spaceone/consent/inventory',
  judge:
    'collectors, inventory, seen.ts, sha256.ts, @spaceone/consent/inventory, get-east-asian-width',
  report: 'collectors, judge, seen.ts, @spaceone/consent/inventory, type sarif',
  watch: 'collectors, seen.ts, sha256.ts, playwright-core, set-cookie-parser',
  play: 'collectors, watch, first-line.ts, seen.ts, playwright-core, @duckduckgo/autoconsent',
  evidence:
    'inventory, report, first-line.ts, seen.ts, sha256.ts, @spaceone/consent/inventory, fflate, type har-format',
  sitemap: 'collectors, watch, version.ts, playwright-core, fast-xml-parser, robots-parser',
  command:
    'audit.ts, evidence, inventory, judge, report, sitemap, watch, first-line.ts, seen.ts, version.ts, @spaceone/consent/inventory',
}

const FORBIDDEN = [
  [/\beval\(|new Function\b/, 'runs text as code'],
  [
    /\.(inner|outer)HTML\b|\.insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/,
    'parses HTML',
  ],
  [/\bset(Timeout|Interval)\(\s*['"`]/, 'runs text as code'],
  [/\bBroadcastChannel\b/, 'can cost the host its back/forward cache'],
  [/\bunload\b/, 'costs the host its back/forward cache'],
] as const

/**
 * Code that is forbidden in built files too, because a bundler could add it. `innerHTML` is not
 * listed: preact's own code contains the name, but the SDK never passes such a property.
 */
const FORBIDDEN_IN_BUILT =
  /\beval\(|\bnew Function\b|\bdocument\.write|\.(outerHTML|insertAdjacentHTML)\b|\bset(Timeout|Interval)\(\s*['"`]/

/**
 * Matches an `import()` whose exports rollup has renamed, such as `import('./preferences.js')
 * .then(function (n) { return n.s; })`.
 */
const RENAMED = /\bimport\([^)]*\)\s*\.then\((?:function ?)?\(?(\w+)\)? ?(?:=> ?|\{ ?return )\1\.\w/

/** Code that a folder must not contain, whatever the folder imports. */
const RESERVED: Record<string, readonly [RegExp, string]> = {
  core: [/(?<![-\w])document\.(?!cookie)|\bHTML\w*Element\b/, 'touches the page beyond its cookie'],
  // "New Incognito window" is a label in Chrome's menu that the guide quotes.
  guide: [/\b(document|(?<!New In\w+ )window)\b|\bHTML\w*Element\b/, 'touches the page'],
  inventory: [/\bdocument\b|\bHTML\w*Element\b/, 'touches the page'],
  ui: [/\bdocument\.cookie\b/, 'touches a cookie'],
}

interface Import {
  readonly file: string
  /** A file of the package, such as `core/index.ts`, or the name of a library. */
  readonly from: string
  readonly isOurs: boolean
  readonly isType: boolean
}

const filesIn = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    file => /\.tsx?$/.test(file) && !/\.(test|test-d|d)\.tsx?$/.test(file),
  )

const FILES = filesIn(SOURCE)

const BUILT = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter(file =>
  file.endsWith('.js'),
)

/** Matches the functions of a module, by name, outside other functions. */
const FUNCTIONS =
  /^(?:export )?(?:(?:async )?function|const(?= \w+(?:: .*)? = (?:async )?(?:[(<]|\w+ =>))) (\w+)/gm

/** Returns the folder of a file; `entries` for a file beside the folders. */
const folderOf = (file: string) => (file.includes('/') ? file.replace(/\/.*/, '') : 'entries')

const sources = (folder: string) =>
  FILES.filter(file => folderOf(file) === folder).map(file => ({
    file,
    text: readFileSync(`${SOURCE}/${file}`, 'utf8'),
  }))

const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

const importsOf = (root: string, file: string): readonly Import[] => {
  const found: Import[] = []
  const add = (specifier: ts.Node | undefined, isType: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return
    const isOurs = specifier.text.startsWith('.')
    const from = isOurs ? posix.join(posix.dirname(file), specifier.text) : specifier.text
    found.push({ file, from, isOurs, isType })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.isTypeOnly === true)
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true)
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  const text = readFileSync(`${root}/${file}`, 'utf8')
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return found
}

/** Returns the imports of a folder that its row in a table does not allow. */
const strangeImports = (root: string, folder: string, row: string) => {
  const isAllowed = (name: string) => row.split(', ').some(one => `${name}/`.startsWith(`${one}/`))
  return filesIn(root)
    .filter(file => folderOf(file) === folder)
    .flatMap(file => importsOf(root, file))
    .filter(({ from, isOurs }) => !(isOurs && folderOf(from) === folder))
    .filter(({ from, isType }) => !isAllowed(from) && !(isType && isAllowed(`type ${from}`)))
}

test('the table of allowed imports has a row for every folder', () => {
  expect([...new Set(FILES.map(folderOf))].sort()).toEqual(Object.keys(ALLOWED).sort())
})

describe.each(Object.entries(ALLOWED))('src/%s', (name, row) => {
  test('a folder imports only what its row in the table allows', () => {
    expect(strangeImports(SOURCE, name, row)).toEqual([])
  })

  test('a folder contains no forbidden code [46]', () => {
    const rules = [...FORBIDDEN, ...(RESERVED[name] ? [RESERVED[name]] : [])]
    const found = sources(name).flatMap(({ file, text }) =>
      rules.filter(([rule]) => rule.test(code(text))).map(([, why]) => `${file} ${why}`),
    )
    expect(found).toEqual([])
  })

  // Missing features are detected by looking for the feature, not by the browser's name. Only the
  // guide reads the name, to choose the right instructions.
  if (name !== 'guide')
    test("no folder but the guide reads the browser's name", () => {
      const found = sources(name).filter(({ text }) =>
        /\buserAgent|\bnavigator\.(vendor|platform|appVersion)\b/.test(code(text)),
      )
      expect(found.map(({ file }) => file)).toEqual([])
    })

  test('a folder has a README, and its files have fewer than 300 lines', () => {
    const long = sources(name).filter(({ text }) => text.split('\n').length > 300)
    expect(long.map(({ file }) => file)).toEqual([])
    if (name !== 'entries') expect(existsSync(`${SOURCE}/${name}/README.md`)).toBe(true)
  })
})

test('what blocks Google if consent.js cannot start loads before any library, which a page may have broken [2, 5]', () => {
  const reached = new Set(['script/refuse-first.ts'])
  for (const file of reached)
    for (const { from, isType } of importsOf(SOURCE, file)) if (!isType) reached.add(from)
  expect(reached).toContain('gate/interceptors/start-interceptors.ts')
  expect([...reached].filter(file => !FILES.includes(file))).toEqual([])
})

test('no code but inventory and words names the company of Google, its cookies, and how long they last, apart from one default', () => {
  const found = FILES.filter(file => !['inventory', 'words'].includes(folderOf(file))).flatMap(
    file => {
      const texts: string[] = []
      const visit = (node: ts.Node): void => {
        if (ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node)) texts.push(node.text)
        ts.forEachChild(node, visit)
      }
      const text = readFileSync(`${SOURCE}/${file}`, 'utf8')
      visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
      return texts
        .filter(one => /_ga(?!UserPrefs)|Google LLC|^34128000$/.test(one))
        .map(one => `${file}: ${one}`)
    },
  )
  expect(found).toEqual(['shared/defaults.ts: 34128000'])
})

test('no built file runs a text as code or parses markup, and no markup of the SDK has a style [46]', () => {
  expect(BUILT.length).toBeGreaterThan(20)
  const found = BUILT.filter(file =>
    FORBIDDEN_IN_BUILT.test(code(readFileSync(`${DIST}/${file}`, 'utf8'))),
  )
  expect(found).toEqual([])
  const styled = sources('ui').filter(({ text }) => /\sstyle=[{"]/.test(code(text)))
  expect(styled.map(({ file }) => file)).toEqual([])
})

test('each file that is loaded late has its exports under their own names, which Vite 5 and 6, and with them Astro, look for', () => {
  const found = BUILT.filter(file => RENAMED.test(readFileSync(`${DIST}/${file}`, 'utf8')))
  expect(found).toEqual([])
})

test('the npm entries import no library but nanostores and preact, and the entry for a framework imports that framework alone: a chunk named js-cookie is blocked by EasyList Cookie', () => {
  const entries = BUILT.filter(file => !file.startsWith('script/'))
  for (const name of ['vue', 'react'])
    expect(importsOf(DIST, `${name}.js`).map(({ from }) => from)).toEqual([name])
  const libraries = entries
    .filter(file => !/^(vue|react)\.js$/.test(file))
    .flatMap(file => importsOf(DIST, file))
    .filter(({ isOurs }) => !isOurs)
  expect([...new Set(libraries.map(({ from }) => from))].sort()).toEqual(['nanostores', 'preact'])
  expect(entries.filter(file => /cookie/.test(file))).toEqual([])
})

describe('packages/audit/src', () => {
  test.each(Object.entries(AUDIT))('%s imports only what its row allows', (name, row) => {
    const strange = strangeImports(AUDIT_SOURCE, name, row)
    expect(strange.filter(({ from }) => !from.startsWith('node:'))).toEqual([])
  })

  test('the table has a row for every folder, and imports of the SDK are public entries', () => {
    const files = filesIn(AUDIT_SOURCE)
    const folders = new Set(files.map(folderOf))
    expect([...folders].sort()).toEqual([...Object.keys(AUDIT), 'entries'].sort())
    const found = files.flatMap(file => importsOf(AUDIT_SOURCE, file).map(({ from }) => from))
    const ofSdk = found.filter(from => /consent\/src|^@spaceone/.test(from))
    const entries = ['@spaceone/consent', '@spaceone/consent/inventory']
    expect([...new Set(ofSdk)].sort()).toEqual(entries)
  })
})

describe.each([
  ['packages/consent/src', SOURCE],
  ['packages/audit/src', AUDIT_SOURCE],
])('%s', (_, root) => {
  const files = filesIn(root).map(file => ({
    file,
    text: readFileSync(`${root}/${file}`, 'utf8'),
    folder: posix.dirname(file),
  }))

  /** Returns the names that a pattern finds in more than one place, each with its places. */
  const twice = (pattern: RegExp, placeOf: (file: (typeof files)[number]) => string) => {
    const places = new Map<string, Set<string>>()
    for (const file of files)
      for (const [, name = ''] of file.text.matchAll(pattern))
        places.set(name, (places.get(name) ?? new Set()).add(placeOf(file)))
    return [...places]
      .filter(([, found]) => found.size > 1)
      .map(([name, found]) => [name, ...found])
  }

  test('no folder has more than 18 files', () => {
    const folders = [...new Set(files.map(({ folder }) => folder))]
    const large = folders.filter(one => files.filter(({ folder }) => folder === one).length > 18)
    expect(large).toEqual([])
  })

  test('no two folders have functions of the same name', () => {
    expect(twice(FUNCTIONS, ({ folder }) => folder)).toEqual([])
  })

  test('no two files declare a type of the same name', () => {
    expect(twice(/^(?:export )?(?:interface|type) (\w+)/gm, ({ file }) => file)).toEqual([])
  })

  test('each file is imported by the source or named in the rows of the build, so none serves tests alone', () => {
    const rows = ['rollup.config.mjs', 'scripts/build/rows.mjs']
      .map(file => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))
      .join('')
    const imported = files.flatMap(({ file }) => importsOf(root, file).map(({ from }) => from))
    const isBuilt = (file: string) =>
      new RegExp(`[/']${file.replace(/\.tsx?$/, '')}[.']`).test(rows)
    const names = files.map(({ file }) => file)
    expect(names.filter(file => !imported.includes(file) && !isBuilt(file))).toEqual([])
  })
})

test('every code that the source passes to warn has a sentence', () => {
  const messages = readFileSync(`${SOURCE}/options/messages.ts`, 'utf8')
  const codes = FILES.flatMap(file => [
    ...readFileSync(`${SOURCE}/${file}`, 'utf8').matchAll(/\bwarn\(\s*'([^']+)'/g),
  ]).map(([, found]) => `${found}`)
  const without = new Set(codes.filter(one => !messages.match(`\n  '?${one}'?: `)))
  // The name of an attribute, which has a sentence of its own.
  expect([...without]).toEqual(['policy-version'])
  expect(codes.length).toBeGreaterThan(40)
})
