import type { SourceReport } from '../sources/source-finding.ts'
import { markdownCode, markdownText } from './markdown-text.ts'
import { printable } from './printable.ts'

/** Returns what was found in sources as lines for the terminal. */
export const sourcesToTerminal = (report: SourceReport): string =>
  printableLines([
    ...report.findings.map(
      ({ file, line, code, message }) => `${file}:${line} ${code}\n  ${printable(message)}`,
    ),
    ...leftOutIn(report),
    ...sumOf(report),
  ])

/** Returns what was found in sources as JSON. */
export const sourcesToJson = (report: SourceReport): string => JSON.stringify(report, null, 2)

/** Returns what was found in sources as Markdown, for a comment or a job's summary. */
export const sourcesToMarkdown = (report: SourceReport): string => {
  const { findings } = report
  const rows = findings.map(
    ({ file, line, code, message }) =>
      `| ${markdownCode(`${file}:${line}`).replaceAll('|', '\\|')} | ${code} | ${markdownText(message)} |`,
  )
  return [
    '## Sources',
    ...(rows.length ? [['| place | code | finding |', '|---|---|---|', ...rows].join('\n')] : []),
    ...[...leftOutIn(report), ...sumOf(report)].map(markdownText),
  ].join('\n\n')
}

/**
 * Returns what was found in sources as annotations of GitHub's jobs.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const sourcesToGithub = (report: SourceReport): string =>
  [
    ...report.findings.map(
      ({ file, line, code, message }) =>
        `::error file=${property(file)},line=${line},title=${code}::${data(message)}`,
    ),
    ...leftOutIn(report).map(one => `::warning::${data(one)}`),
    ...sumOf(report).map(data),
  ].join('\n')

const data = (text: string): string =>
  text.replace(
    /[%\r\n]/g,
    one => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

const printableLines = (lines: readonly string[]): string =>
  lines.map(line => line.split('\n').map(printable).join('\n')).join('\n')

const leftOutIn = ({ leftOut }: SourceReport): readonly string[] =>
  leftOut.map(({ file, reason }) => `${file} ${reason}. It is left out.`)

const sumOf = ({ findings, files, computed }: SourceReport): readonly string[] => {
  const places = computed.map(({ file, line }) => `${file}:${line}`)
  return [
    ...(places.length
      ? [`Not compared, because the source computes the name: ${places.join(', ')}.`]
      : []),
    `${count(files, 'file')} read, ${count(findings.length, 'finding')}.`,
  ]
}

const count = (number: number, thing: string): string =>
  `${number} ${thing}${number === 1 ? '' : 's'}`
