import { readEvidence } from '../evidence/read.ts'
import { verifyEvidence } from '../evidence/verify.ts'
import { firstLine } from '../first-line.ts'
import { exitCodeOf } from '../judge/outcome-of.ts'
import { toTerminal } from '../report/to-terminal.ts'
import { fault, usageFault } from './fault.ts'
import { judgeEvidence } from './judge-evidence.ts'
import { formatsOf, languageOf, parse } from './parse.ts'
import { acceptancesIn, inventoryIn, publicKeyIn, readInput } from './read-input.ts'
import { reportsOf, writeFiles } from './write-reports.ts'
import { checkSuggestionFile, writeSuggestion } from './write-suggestion.ts'

const OPTIONS = {
  inventory: { type: 'string' },
  baseline: { type: 'string' },
  'accept-file': { type: 'string' },
  output: { type: 'string' },
  format: { type: 'string' },
  language: { type: 'string' },
  key: { type: 'string' },
  suggest: { type: 'string' },
  force: { type: 'boolean' },
} as const

/** The names of the options of `judge`. */
export const JUDGE_OPTIONS: readonly string[] = Object.keys(OPTIONS)

/** Verifies a sealed file, judges it if intact, prints the verdict, and returns the exit code. */
export const runJudge = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parse(args, OPTIONS)
  const [path, more] = positionals
  if (path === undefined || more !== undefined)
    throw usageFault('judge needs one file. Expected consent-audit judge consent-audit.zip.')
  const [formats, language] = [formatsOf(values.format), languageOf(values.language)]
  checkSuggestionFile(values)
  const inventory = inventoryIn(values.inventory)
  const acceptances = acceptancesIn(values['accept-file'])
  const key = publicKeyIn(values.key)
  const verified = [path, ...(values.baseline === undefined ? [] : [values.baseline])].map(
    file => ({
      ...{ file, ...readInput('judge', file, bytes => verifyEvidence(bytes, { key })) },
    }),
  )
  const altered = verified.filter(({ isIntact }) => !isIntact)
  for (const { file, faults } of altered)
    console.error(
      `${file} is not intact, so nothing is judged.\n${faults.map(one => `- ${one}`).join('\n')}`,
    )
  if (altered.length) return 1
  const [now, before] = verified.map(({ file, files }) => {
    const evidence = readInput('judge', file, () => readEvidence(files))
    return { seen: evidence.seen, inventory: inventory ?? evidence.inventory }
  })
  if (!now) return 2
  const { verdict, comparison } = judgeEvidence(now, before, acceptances)
  if (values.output !== undefined)
    try {
      writeFiles(values.output, reportsOf(verdict, formats, language, comparison))
    } catch (error) {
      throw fault(`--output ${values.output}: ${firstLine(error)}`)
    }
  console.log(toTerminal(verdict, { comparison }))
  await writeSuggestion(values, now.seen, now.inventory)
  return exitCodeOf(verdict, comparison)
}
