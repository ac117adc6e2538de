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

/** Compiles a text as a file of a host that has installed the package. */
const complaints = (text: string): readonly string[] => {
  const file = fileURLToPath(new URL('host.ts', import.meta.url))
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
  host.fileExists = name => name === file || fileExists(name)
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2021, true)
      : getSourceFile(name, ...rest)
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}
