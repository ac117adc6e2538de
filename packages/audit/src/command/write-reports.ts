import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Comparison } from '../judge/compare.ts'
import type { Verdict } from '../judge/verdict.ts'
import { toHtml } from '../report/to-html.ts'
import { toJson } from '../report/to-json.ts'
import { toMarkdown } from '../report/to-markdown.ts'
import { toSarif } from '../report/to-sarif.ts'
import type { Language } from '../report/words/words-of.ts'
import type { Format } from './parse.ts'

const NAMES: Readonly<Record<Format, string>> = {
  html: 'consent-audit.html',
  json: 'consent-audit.json',
  markdown: 'consent-audit.md',
  sarif: 'consent-audit.sarif',
}

/** Returns the reports in the formats, by file name. */
export const reportsOf = (
  verdict: Verdict,
  formats: readonly Format[],
  language: Language,
  comparison: Comparison | undefined,
): Readonly<Record<string, string>> => {
  const write: Readonly<Record<Format, () => string>> = {
    html: () => toHtml(verdict, language, { comparison }),
    json: () => toJson(verdict),
    markdown: () => toMarkdown(verdict, { language, comparison }),
    sarif: () => toSarif(verdict, { comparison }),
  }
  return Object.fromEntries(formats.map(format => [NAMES[format], write[format]()]))
}

/** Writes files into a folder, which it creates if it is missing. */
export const writeFiles = (
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): void => {
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
}
