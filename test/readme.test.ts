import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { readmeSnippets } from './support/readme.ts'

/** A compiler takes its time, in milliseconds. */
const PATIENCE = 60_000

test(
  'the npm snippet of the README compiles against the built package, and its typo does not',
  () => {
    const [snippet = ''] = readmeSnippets('ts')
    expect(complaints(snippet)).toEqual([])
    expect(complaints(snippet.replace("isGranted('analytics')", "isGranted('analyics')"))).toEqual([
      expect.stringContaining('"analyics"'),
    ])
  },
  PATIENCE,
)

test('the composable of the READMEs is the one that the console example is built with', () => {
  const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
  const composable = read('examples/console/src/lib/use-consent.ts').replace(/^\/\*\*.*\n/m, '')
  expect(read('README.md')).toContain(composable)
  expect(read('examples/console/README.md')).toContain(composable)
})

/** What the snippets of the package's README take as given. */
const AROUND = `
  type Sdk = typeof import('@spaceone/consent')
  declare const options: import('@spaceone/consent').ConsentOptions<'analytics'>
  declare const consent: import('@spaceone/consent').Consent<'analytics'>
  declare const record: import('@spaceone/consent').ConsentRecord
  declare const createConsent: Sdk['createConsent']
  declare const request: { headers: Record<string, string | undefined> }
  declare const shallowRef: <T>(value: T) => { value: T }
  declare const onScopeDispose: (undo: () => void) => void
  declare const useSyncExternalStore: <T>(
    subscribe: (changed: () => void) => () => void, now: () => T, server: () => T) => T
  declare const Buffer: { from(text: string): { toString(encoding: 'base64url'): string } }
  declare const context: {
    addCookies(cookies: { name: string; value: string; url: string }[]): Promise<void>
  }
  interface ImportMeta { hot?: { dispose(undo: () => void): void } }`

test(
  "every snippet of the package's README compiles against the built package",
  () => {
    const snippets = readmeSnippets('ts', 'packages/consent/README.md').map(
      text => `${text}export {}`,
    )
    expect(snippets.length).toBeGreaterThan(5)
    expect(complaints(...snippets, AROUND)).toEqual([])
    expect(complaints('nobody.declares(this)', AROUND)).toHaveLength(1)
  },
  PATIENCE,
)

/** Compiles texts as files of a host that has installed the package. */
const complaints = (...texts: string[]): readonly string[] => {
  const files = new Map(
    texts.map((text, at) => [fileURLToPath(new URL(`host-${at}.ts`, import.meta.url)), text]),
  )
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipDefaultLibCheck: true,
    target: ts.ScriptTarget.ES2021,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2021.d.ts', 'lib.dom.d.ts'],
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = name => files.has(name) || fileExists(name)
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name)
    return text === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2021, true)
  }
  return ts
    .getPreEmitDiagnostics(ts.createProgram([...files.keys()], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}
