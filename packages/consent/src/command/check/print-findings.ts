import { asJsonFile } from '../write-files.ts'
import type { Finding } from './findings.ts'

/** What a printer of the command `check` gets. */
interface Checked {
  readonly findings: readonly Finding[]
  /** Path of the configuration, relative to the current folder. */
  readonly file: string
  /** Whether the command was called with `--write`. */
  readonly isToWrite: boolean
}

/** Says whether what has changed asks for a new material version of the policy. */
const needsVersion = (findings: readonly Finding[]): boolean =>
  findings.some(({ isHarmless, service }) => !isHarmless && service !== undefined)

/** Returns what to do about findings, in English. */
const adviceOn = ({ findings, isToWrite }: Checked): readonly string[] => {
  if (!findings[0]) return ['Nothing has changed.']
  return [
    ...(needsVersion(findings)
      ? [
          `Visitors have not agreed to this. Give policy.version a new version that is material${isToWrite ? '' : ', then run check --write'}.`,
        ]
      : []),
    ...(findings.some(({ service, isHarmless }) => !isHarmless && service === undefined)
      ? ['Correct the declarations first.']
      : []),
    ...(findings.every(({ isHarmless }) => isHarmless)
      ? [`Nothing that visitors have to be asked about.${isToWrite ? '' : ' Run check --write.'}`]
      : []),
  ]
}

const toText = (checked: Checked): string =>
  [
    ...checked.findings.map(
      one => `${one.isHarmless ? 'harmless' : 'finding '} ${one.code}: ${one.message}`,
    ),
    ...adviceOn(checked),
  ].join('\n')

const toJsonText = ({ findings, file }: Checked): string =>
  asJsonFile({ file, needsMaterialVersion: needsVersion(findings), findings }).trimEnd()

/** @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
const escapeData = (text: string): string =>
  text.replace(
    /[%\r\n]/g,
    one => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

const toGithub = ({ findings, file }: Checked): string =>
  findings
    .map(({ code, isHarmless, message }) => {
      const properties = `file=${escapeProperty(file)},title=${escapeProperty(code)}`
      return `::${isHarmless ? 'notice' : 'error'} ${properties}::${escapeData(message)}`
    })
    .join('\n')

/** Functions that return the findings of the command `check` as text, by the name of a format. */
export const PRINTERS = { text: toText, json: toJsonText, github: toGithub } as const
