import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { LINKS } from '../packages/consent/src/shared/messages.ts'
import { readmeSnippets } from './support/readme.ts'

/** The time limit for running the TypeScript compiler, in milliseconds. */
const PATIENCE = 60_000

test(
  'the npm snippet of the README compiles against the built package, and a misspelt category in the snippet does not',
  () => {
    const [snippet = ''] = readmeSnippets('ts')
    expect(complaints(snippet)).toEqual([])
    expect(complaints(snippet.replace("isGranted('analytics')", "isGranted('analyics')"))).toEqual([
      expect.stringContaining('"analyics"'),
    ])
  },
  PATIENCE,
)

/** What the framework snippets of the README take as given, besides what its npm snippet has. */
const FRAMEWORKS = `
  declare const consent: import('@spaceone/consent').Consent<'analytics'>
  declare const app: import('vue').App
  declare const createElement: typeof import('react').createElement
  declare const App: () => null
  declare module '@spaceone/consent' { interface Register { consent: typeof consent } }`

test(
  'the snippets for Vue and React compile where the consent is registered, and their typos do not',
  () => {
    const [, ...snippets] = readmeSnippets('ts')
    expect(snippets).toHaveLength(2)
    const whole = snippets.map(text => `${FRAMEWORKS}\n${text}`)
    const typo = (text: string) => text.replace("useGranted('analytics')", "useGranted('analyics')")
    expect(complaints(...whole)).toEqual([])
    expect(complaints(...whole.map(typo))).toEqual([
      expect.stringContaining('"analyics"'),
      expect.stringContaining('"analyics"'),
    ])
    const unregistered = whole.map(text => text.replace('interface Register', 'interface Other'))
    expect(complaints(...unregistered)).toEqual([
      expect.stringContaining('interface Register'),
      expect.stringContaining('interface Register'),
    ])
  },
  PATIENCE,
)

test.each(Object.values(LINKS))('%s, to which messages link, is a heading', link => {
  const [file = '', anchor] = link.split('#')
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
  const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  )
  expect(anchors).toContain(anchor)
})

/** Declarations that the snippets of the package README use without defining them. */
const AROUND = `
  type Sdk = typeof import('@spaceone/consent')
  declare const options: import('@spaceone/consent').ConsentOptions<'analytics'>
  declare const consent: import('@spaceone/consent').Consent<'analytics'>
  declare const record: import('@spaceone/consent').ConsentRecord
  declare const createConsent: Sdk['createConsent']
  declare const request: { headers: Record<string, string | undefined> }
  declare const app: import('vue').App
  declare const createElement: typeof import('react').createElement
  declare const page: import('@spaceone/consent/testing').TestPage
  declare const context: {
    addCookies(cookies: import('@spaceone/consent/testing').TestCookie[]): Promise<void>
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

/** The declarations that the compiler has read, by file name, so that it reads each file once. */
const read = new Map<string, ts.SourceFile | undefined>()

/** Compiles source texts as files of a site that has installed the package. */
const complaints = (...texts: string[]): readonly string[] => {
  const files = new Map(
    texts.map((text, at) => [fileURLToPath(new URL(`host-${at}.ts`, import.meta.url)), text]),
  )
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
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
    if (text !== undefined) return ts.createSourceFile(name, text, ts.ScriptTarget.ES2021, true)
    if (!read.has(name)) read.set(name, getSourceFile(name, ...rest))
    return read.get(name)
  }
  return ts
    .getPreEmitDiagnostics(ts.createProgram([...files.keys()], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}
