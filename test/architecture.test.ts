import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const SOURCE = fileURLToPath(new URL('../packages/consent/src', import.meta.url))
const DIST = fileURLToPath(new URL('../packages/consent/dist', import.meta.url))

/**
 * The folders and libraries that each folder may import; `entries` are the files beside the folders.
 * `type` in front: types alone, so that no code of the folder is bundled twice.
 */
const ALLOWED: Record<string, readonly string[]> = {
  shared: [],
  core: ['shared', 'nanostores', 'js-cookie'],
  gate: ['core', 'shared'],
  evidence: ['type core', 'shared'],
  guide: ['shared'],
  ui: ['type core', 'evidence', 'guide', 'shared', 'preact'],
  script: ['entries', 'core', 'gate', 'evidence', 'guide', 'ui', 'shared'],
  entries: ['core', 'gate', 'evidence', 'guide', 'ui', 'shared'],
}

/** What no source of ours may contain, and why. */
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
 * What no built file may contain either: a bundler could bring it in. preact's own core names
 * `innerHTML`, and nothing of ours reaches it.
 */
const FORBIDDEN_IN_BUILT =
  /\beval\(|\bnew Function\b|\bdocument\.write|\.(outerHTML|insertAdjacentHTML)\b|\bset(Timeout|Interval)\(\s*['"`]/

/** What stays out of a folder, whatever it imports. */
const RESERVED: Record<string, readonly [RegExp, string]> = {
  core: [/(?<![-\w])document\.(?!cookie)|\bHTML\w*Element\b/, 'touches the page beyond its cookie'],
  guide: [/\b(document|window)\b|\bHTML\w*Element\b/, 'touches the page'],
  ui: [/\bdocument\.cookie\b/, 'touches a cookie'],
}

interface Import {
  readonly file: string
  /** What is imported: a folder of ours, or a library. */
  readonly from: string
  readonly isType: boolean
}

/** The files of the package, without tests. */
const FILES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  file => /\.tsx?$/.test(file) && !/\.test(-d)?\.tsx?$/.test(file),
)

/** Gives the folder of a file; a file beside the folders is an entry. */
const folderOf = (file: string) => (file.includes('/') ? file.replace(/\/.*/, '') : 'entries')

const sources = (folder: string) =>
  FILES.filter(file => folderOf(file) === folder).map(file => ({
    file,
    text: readFileSync(`${SOURCE}/${file}`, 'utf8'),
  }))

/** Without comments, which may speak of what code must not do. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

const imports = (folder: string): readonly Import[] =>
  sources(folder).flatMap(({ file, text }) => {
    const found: Import[] = []
    const add = (specifier: ts.Node | undefined, isType: boolean) => {
      if (!specifier || !ts.isStringLiteral(specifier)) return
      const [name = ''] = specifier.text.split('/')
      const from = specifier.text.startsWith('.')
        ? folderOf(posix.join(posix.dirname(file), specifier.text))
        : name
      found.push({ file, from, isType })
    }
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node))
      if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
      if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
        add(node.argument.literal, true)
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
        add(node.arguments[0], false)
      ts.forEachChild(node, visit)
    }
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
    return found
  })

const isTypeImport = ({ importClause }: ts.ImportDeclaration) => {
  if (!importClause) return false
  if (importClause.isTypeOnly) return true
  const { name, namedBindings } = importClause
  return (
    !name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  )
}

test('every folder has its row in the table', () => {
  expect([...new Set(FILES.map(folderOf))].sort()).toEqual(Object.keys(ALLOWED).sort())
})

describe.each(Object.entries(ALLOWED))('src/%s', (name, allowed) => {
  test('imports only what its row allows', () => {
    const strange = imports(name).filter(
      ({ from, isType }) =>
        from !== name && !allowed.includes(from) && !(isType && allowed.includes(`type ${from}`)),
    )
    expect(strange).toEqual([])
  })

  test('contains nothing that is forbidden [46]', () => {
    const rules = [...FORBIDDEN, ...(RESERVED[name] ? [RESERVED[name]] : [])]
    const found = sources(name).flatMap(({ file, text }) =>
      rules.filter(([rule]) => rule.test(code(text))).map(([, why]) => `${file} ${why}`),
    )
    expect(found).toEqual([])
  })

  // What an engine lacks is looked for, and not concluded from its name; the guide tells visitors that name.
  if (name !== 'guide')
    test('asks no browser for its name', () => {
      const found = sources(name).filter(({ text }) =>
        /\buserAgent|\bnavigator\.(vendor|platform|appVersion)\b/.test(code(text)),
      )
      expect(found.map(({ file }) => file)).toEqual([])
    })

  test('keeps its files under 300 lines and has a README', () => {
    const long = sources(name).filter(({ text }) => text.split('\n').length > 300)
    expect(long.map(({ file }) => file)).toEqual([])
    if (name !== 'entries') expect(existsSync(`${SOURCE}/${name}/README.md`)).toBe(true)
  })
})

test('no built file runs a text or parses mark-up, and no mark-up of ours has a style [46]', () => {
  const built = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.js'))
    .map(file => ({ file, text: readFileSync(`${DIST}/${file}`, 'utf8') }))
  expect(built.length).toBeGreaterThan(20)
  const found = built.filter(({ text }) => FORBIDDEN_IN_BUILT.test(code(text)))
  expect(found.map(({ file }) => file)).toEqual([])
  const styled = sources('ui').filter(({ text }) => /\sstyle=[{"]/.test(code(text)))
  expect(styled.map(({ file }) => file)).toEqual([])
})

test('the npm entries import no library but nanostores and preact: a chunk named js-cookie is blocked by EasyList Cookie', () => {
  const entries = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter(
    file => file.endsWith('.js') && !file.startsWith('script/'),
  )
  const libraries = entries.flatMap(file =>
    [...readFileSync(`${DIST}/${file}`, 'utf8').matchAll(/\bfrom '([^.'][^']*)'/g)].map(
      ([, name]) => name,
    ),
  )
  expect([...new Set(libraries)].sort()).toEqual(['nanostores', 'preact'])
  expect(entries.filter(file => /cookie/.test(file))).toEqual([])
})
