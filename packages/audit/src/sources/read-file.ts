import { readMarkup } from './markup/read-markup.ts'
import { readManifest } from './read-manifest.ts'
import { readScript } from './script/read-script.ts'
import { createTraces, type FileTraces } from './trace.ts'

type Read = (into: FileTraces, text: string) => void

/** How to read a file, by the end of its name. Earlier rows count first. */
const READERS: readonly (readonly [name: RegExp, read: Read])[] = [
  [/(^|\/)package\.json$/, readManifest],
  [/\.d\.[cm]?ts$/, () => {}],
  [/\.[cm]?jsx?$/, (into, text) => readScript(into, text, { language: 'javascript' })],
  [/\.[cm]?ts$/, (into, text) => readScript(into, text, { language: 'typescript' })],
  [/\.tsx$/, (into, text) => readScript(into, text, { language: 'tsx' })],
  [/\.html?$/, (into, text) => readMarkup(into, text, 'html')],
  [/\.vue$/, (into, text) => readMarkup(into, text, 'vue')],
  [/\.svelte$/, (into, text) => readMarkup(into, text, 'svelte')],
  [/\.astro$/, (into, text) => readMarkup(into, text, 'astro')],
]

const readerOf = (file: string): Read | undefined => READERS.find(([name]) => name.test(file))?.[1]

/** Says whether a file is a source that `readFile` can read. */
export const isSource = (file: string): boolean => readerOf(file) !== undefined

/**
 * Reads what a source stores, contacts and imports.
 *
 * @param file The name of the file, whose end says the language.
 * @throws SyntaxError if the text cannot be parsed.
 */
export const tracesIn = (file: string, text: string): FileTraces => {
  const traces = createTraces()
  readerOf(file)?.(traces, text)
  return traces
}
