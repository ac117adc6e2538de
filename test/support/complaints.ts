import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The declarations that the compiler has read, by file name, so that it reads each file once. */
const read = new Map<string, ts.SourceFile | undefined>()

/** Compiles texts as files of a site, whose names may stand in a first comment. */
export const complaints = (...texts: string[]): readonly string[] => {
  const files = new Map(
    texts.map((text, at) => {
      const [, name = `host-${at}.tsx`] = /^\/\/ ([\w-]+\.tsx?)$/m.exec(text) ?? []
      return [fileURLToPath(new URL(name, import.meta.url)), text]
    }),
  )
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    jsx: ts.JsxEmit.ReactJSX,
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
