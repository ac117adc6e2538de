import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const OPTIONS: ts.CompilerOptions = {
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

/** The declarations that the compiler has read, by file name, so that it reads each file once. */
const read = new Map<string, ts.SourceFile | undefined>()

const HERE = fileURLToPath(new URL('.', import.meta.url))

/**
 * Compiles sites, each of the texts of its files, whose names may stand in a first comment. Returns
 * the complaints about each site. All are in one program, which takes hardly longer than one site
 * alone: what one site declares globally, or for a module, holds for all.
 */
export const complaints = (
  ...sites: readonly (readonly string[])[]
): readonly (readonly string[])[] => {
  // The folders do not exist.
  const folders = sites.map((_, site) => join(HERE, `site-${site}`))
  const files = new Map(
    sites.flatMap((texts, site) =>
      texts.map((text, at) => {
        const [, name = `host-${at}.tsx`] = /^\/\/ ([\w-]+\.tsx?)$/m.exec(text) ?? []
        return [join(`${folders[site]}`, name), text] as const
      }),
    ),
  )
  const host = ts.createCompilerHost(OPTIONS)
  const { getSourceFile, fileExists, directoryExists } = host
  host.fileExists = name => files.has(name) || fileExists(name)
  host.directoryExists = name => folders.includes(name) || !!directoryExists?.(name)
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name)
    if (text !== undefined) return ts.createSourceFile(name, text, ts.ScriptTarget.ES2021, true)
    if (!read.has(name)) read.set(name, getSourceFile(name, ...rest))
    return read.get(name)
  }
  const found = ts.getPreEmitDiagnostics(ts.createProgram([...files.keys()], OPTIONS, host))
  const isIn = (folder: string, { file }: ts.Diagnostic) => file?.fileName.startsWith(folder + sep)
  return folders.map(folder =>
    found
      // A complaint about no file of any site is one about each.
      .filter(one => isIn(folder, one) || !folders.some(other => isIn(other, one)))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  )
}
