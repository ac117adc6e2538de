import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const PACKAGES = fileURLToPath(new URL('../packages', import.meta.url))

/** Who may import whom. `type` in front: only types, so that nothing of it is bundled twice. */
const ALLOWED: Record<string, readonly string[]> = {
  core: ['nanostores', 'js-cookie'],
  gate: ['@spaceone/consent-core'],
  evidence: ['type @spaceone/consent-core'],
  guide: [],
  ui: [
    'type @spaceone/consent-core',
    '@spaceone/consent-evidence',
    '@spaceone/consent-guide',
    'preact',
  ],
  sdk: [
    '@spaceone/consent-core',
    '@spaceone/consent-evidence',
    '@spaceone/consent-gate',
    '@spaceone/consent-guide',
    '@spaceone/consent-ui',
  ],
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

/** Parts that stay out of a package, whatever it imports. */
const RESERVED: Record<string, readonly [RegExp, string]> = {
  core: [/(?<![-\w])document\.(?!cookie)|\bHTML\w*Element\b/, 'touches the page beyond its cookie'],
  guide: [/\b(document|window)\b|\bHTML\w*Element\b/, 'touches the page'],
  ui: [/\bdocument\.cookie\b/, 'touches a cookie'],
}

interface Import {
  readonly file: string
  /** What is imported: a package's name, or a relative path. */
  readonly from: string
  readonly isType: boolean
}

const sources = (name: string) =>
  readdirSync(`${PACKAGES}/${name}/src`, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !/\.test(-d)?\.tsx?$/.test(file))
    .map(file => ({
      file: `${name}/src/${file}`,
      text: readFileSync(`${PACKAGES}/${name}/src/${file}`, 'utf8'),
    }))

/** Without comments, which may speak of what code must not do. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

const imports = (name: string): readonly Import[] =>
  sources(name).flatMap(({ file, text }) => {
    const found: Import[] = []
    const add = (specifier: ts.Node | undefined, isType: boolean) => {
      if (!specifier || !ts.isStringLiteral(specifier)) return
      const [scope = '', rest] = specifier.text.split('/')
      const from = /^[.@]/.test(scope) ? specifier.text : scope
      found.push({ file, from: scope.startsWith('@') ? `${scope}/${rest}` : from, isType })
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

test('every package has its row in the table', () => {
  expect(
    readdirSync(PACKAGES)
      .filter(name => !name.includes('.'))
      .sort(),
  ).toEqual(Object.keys(ALLOWED).sort())
})

describe.each(Object.entries(ALLOWED))('packages/%s', (name, allowed) => {
  const foreign = imports(name).filter(({ from }) => !from.startsWith('.'))

  test('imports only what it may', () => {
    const strange = foreign.filter(
      ({ from, isType }) =>
        !(allowed.includes(from) || (isType && allowed.includes(`type ${from}`))),
    )
    expect(strange).toEqual([])
  })

  test('never leaves its own folder by a relative import', () => {
    const outside = imports(name).filter(
      ({ file, from }) =>
        from.startsWith('.') &&
        !new URL(from, `file:///${file}`).pathname.startsWith(`/${name}/src/`),
    )
    expect(outside).toEqual([])
  })

  test('declares each import as a dependency', () => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(`${PACKAGES}/${name}/package.json`, 'utf8'),
    )
    const declared = Object.keys({ ...dependencies, ...devDependencies })
    expect(foreign.filter(({ from }) => !declared.includes(from))).toEqual([])
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

  test('keeps its files short, and says what it is in a README', () => {
    const long = sources(name).filter(({ text }) => text.split('\n').length > 300)
    expect(long.map(({ file }) => file)).toEqual([])
    expect(existsSync(`${PACKAGES}/${name}/README.md`)).toBe(true)
  })
})

test('no built file runs a text or parses mark-up, and no mark-up of ours has a style [46]', () => {
  const built = readdirSync(`${PACKAGES}/sdk/dist`, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.js'))
    .map(file => ({ file, text: readFileSync(`${PACKAGES}/sdk/dist/${file}`, 'utf8') }))
  expect(built.length).toBeGreaterThan(20)
  const found = built.filter(({ text }) => FORBIDDEN_IN_BUILT.test(code(text)))
  expect(found.map(({ file }) => file)).toEqual([])
  const styled = sources('ui').filter(({ text }) => /\sstyle=[{"]/.test(code(text)))
  expect(styled.map(({ file }) => file)).toEqual([])
})
