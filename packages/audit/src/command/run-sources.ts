import { firstLine } from '../first-line.ts'
import {
  sourcesToGithub,
  sourcesToJson,
  sourcesToMarkdown,
  sourcesToTerminal,
} from '../report/sources.ts'
import { readSources } from '../sources/read-sources.ts'
import type { SourceReport } from '../sources/source-finding.ts'
import { fault, usageFault } from './fault.ts'
import { parse } from './parse.ts'
import { inventoryIn } from './read-input.ts'

const OPTIONS = {
  inventory: { type: 'string' },
  json: { type: 'boolean' },
  format: { type: 'string' },
} as const

/** The names of the options of `sources`. */
export const SOURCES_OPTIONS: readonly string[] = Object.keys(OPTIONS)

const FORMATS: Readonly<Record<string, (report: SourceReport) => string>> = {
  ...{ terminal: sourcesToTerminal, json: sourcesToJson },
  ...{ github: sourcesToGithub, markdown: sourcesToMarkdown },
}

/** Reads sources, prints what was found in them, and returns the exit code. */
export const runSources = (args: readonly string[]): number => {
  const { values, positionals } = parse(args, OPTIONS)
  if (!positionals.length)
    throw usageFault('sources needs a folder or a file. Expected consent-audit sources src/.')
  const { format = values.json ? 'json' : 'terminal' } = values
  const print = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
  if (!print || (values.json && format !== 'json'))
    throw usageFault(
      print
        ? 'Both --json and --format are given.'
        : `--format is "${format}". Expected terminal, json, github or markdown.`,
    )
  const inventory = inventoryIn(values.inventory)
  let report: SourceReport
  try {
    report = readSources(positionals, inventory)
  } catch (error) {
    throw fault(`sources: ${firstLine(error)}`)
  }
  const { findings, files, leftOut } = report
  if (!files && !leftOut.length)
    throw fault(`sources: There is no source in ${positionals.join(', ')}. ${EXPECTED}`)
  console.log(print(report))
  if (findings.length) return 1
  return leftOut.length ? 3 : 0
}

const EXPECTED = 'Expected JavaScript, TypeScript, JSX, Vue, Svelte, Astro, HTML or a package.json.'
