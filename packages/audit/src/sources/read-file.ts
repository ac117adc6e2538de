import { readMarkup } from './markup/read-markup.ts'
import { readManifest } from './read-manifest.ts'
import { type ModuleAt, UNKNOWN } from './script/constants.ts'
import { languageOfFile } from './script/parse-script.ts'
import { readScript } from './script/read-script.ts'
import { createTraces, type FileTraces } from './trace.ts'

type Read = (into: FileTraces, text: string, file: string) => void

/** How to read a file, by the end of its name. Earlier rows count first. */
const READERS: readonly (readonly [name: RegExp, read: Read])[] = [
  [/(^|\/)package\.json$/, readManifest],
  [/\.d\.[cm]?ts$/, () => {}],
  [
    /\.[cm]?[jt]sx?$/,
    (into, text, file) => readScript(into, text, { language: languageOfFile(file) }),
  ],
  [/\.html?$/, (into, text) => readMarkup(into, text, 'html')],
  [/\.vue$/, (into, text) => readMarkup(into, text, 'vue')],
  [/\.svelte$/, (into, text) => readMarkup(into, text, 'svelte')],
  [/\.astro$/, (into, text) => readMarkup(into, text, 'astro')],
]

const readerOf = (file: string): Read | undefined => READERS.find(([name]) => name.test(file))?.[1]

/** Says by its name whether a file is a source; a `.d.ts` is one, but nothing in it is read. */
export const isSource = (file: string): boolean => readerOf(file) !== undefined

/**
 * Reads what a source stores, contacts and imports.
 *
 * @param file The name of the file, whose end says the language.
 * @param moduleAt Reads the constants of modules that the file imports. @default reads none
 * @throws SyntaxError if the text cannot be parsed.
 */
export const tracesIn = (
  file: string,
  text: string,
  moduleAt: ModuleAt = () => undefined,
): FileTraces => {
  const traces = createTraces(moduleAt)
  readerOf(file)?.(traces, text, file)
  // Reading a text can add others, such as the markup in a script in markup.
  for (const one of traces.inline) readInline(traces, one)
  return traces
}

/** Reads a text of a script as markup or as a script. Skips what cannot be parsed. */
const readInline = (into: FileTraces, { kind, text, line }: FileTraces['inline'][number]): void => {
  // What is known only at run time becomes a number, which may stand in a text and in code.
  const known = text.replaceAll(UNKNOWN, '0')
  try {
    if (kind === 'markup') readMarkup(into, known, 'html', line)
    else readScript(into, known, { language: 'javascript', line })
  } catch {
    // The text is shown to people, or is a part of a script.
  }
}
