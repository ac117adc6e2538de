import type { ReportOptions } from '../judge/compare.ts'
import { PAGE_RULES } from '../judge/rules/rule.ts'
import type { Finding, Outcome, RuleName, Verdict } from '../judge/verdict.ts'
import { PHASES, type PhaseName } from '../seen.ts'
import { MATRIX, outcomeIn } from './matrix.ts'
import { printable } from './printable.ts'
import { tagsIn } from './tags.ts'
import { comparisonLines, idleLines } from './terminal/change-lines.ts'
import { MARKS, type Paint, padColumns, wrap } from './terminal/lines.ts'
import { tagLines, unfinishedLines } from './terminal/tag-lines.ts'
import { unfinishedOf } from './unfinished.ts'
import { wholeOf } from './whole-of.ts'
import { en } from './words/en.ts'

const COLOURS: Readonly<Record<Outcome, number>> = { holds: 32, fails: 31, 'not-evaluable': 33 }

/** Options of `toTerminal`. */
export interface TerminalOptions extends ReportOptions {
  /**
   * Whether to add colours. @default `true` if stdout is a terminal and `NO_COLOR` is empty or not
   * set
   */
  readonly isColoured?: boolean | undefined
}

/** Returns a verdict for the terminal, in English: for each page a table and what fails. */
export const toTerminal = (
  verdict: Verdict,
  {
    isColoured = process.stdout.isTTY === true && !process.env['NO_COLOR'],
    comparison,
  }: TerminalOptions = {},
): string => {
  const paint: Paint = (text, outcome) =>
    isColoured && outcome ? `\u001b[${COLOURS[outcome]}m${text}\u001b[0m` : text
  const { outcome, findings, seen } = verdict
  const notes = findings.filter(({ isNote }) => isNote)
  const whole = wholeOf(verdict, en, String)
  return [
    ...seen.pages.flatMap(({ url }) => pageLines(url, findings, paint)),
    ...(notes.length
      ? [en.headings.notes, ...notes.flatMap(({ what }) => wrap(`- ${printable(what)}`, '  ')), '']
      : []),
    ...(comparison ? comparisonLines(verdict, comparison) : []),
    ...idleLines(verdict),
    paint(`${MARKS[outcome]} ${whole.sentence}`, outcome),
    ...whole.next.flatMap(one => wrap(one, '  ')),
    ...wrap(
      `${seen.browser.name} ${seen.browser.version}, ${Math.round(seen.duration / 1000)} s, ` +
        `${seen.options.isLive ? 'live' : 'held'}; SHA-256 of the evidence ${verdict.sha256.slice(0, 16)}…`,
      '  ',
    ),
    '',
  ].join('\n')
}

const pageLines = (url: string, all: readonly Finding[], paint: Paint): readonly string[] => {
  const findings = all.filter(one => one.page === url)
  const cell = (rule: RuleName | undefined, phase: PhaseName) => {
    const outcome = outcomeIn(findings, rule, phase)
    const text = outcome ? `${MARKS[outcome]} ${en.outcomes[outcome].toLowerCase()}` : '-'
    return paint(padColumns(text, COLUMN), outcome)
  }
  const details = [
    ...tagsIn(findings).flatMap(one => tagLines(one, paint)),
    ...unfinishedOf(findings).flatMap(one => unfinishedLines(one, paint)),
  ]
  return [
    ...wrap(printable(url), ''),
    `${' '.repeat(LABEL)}${PHASES.map(name => en.phases[name].padEnd(COLUMN)).join('')}`.trimEnd(),
    ...MATRIX.map(({ topic, rules }) =>
      `  ${TOPICS[topic].padEnd(LABEL - 2)}${PHASES.map(name => cell(rules[name], name)).join('')}`.trimEnd(),
    ),
    ...PAGE_RULES.flatMap(rule => {
      const outcome = outcomeIn(findings, rule)
      const text = outcome && `${MARKS[outcome]} ${en.outcomes[outcome].toLowerCase()}`
      return text
        ? [`  ${en.pageRules[rule].padEnd(LABEL + COLUMN - 2)}${paint(text, outcome)}`]
        : []
    }),
    '',
    ...details,
    ...(details.length ? [''] : []),
  ]
}

const LABEL = 15
const COLUMN = 16
const TOPICS = { contacted: 'Contacts', stored: 'Storage', state: 'Google state' } as const
