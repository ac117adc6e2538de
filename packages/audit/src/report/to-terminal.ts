import { PHASES } from '../judge/rule.ts'
import type { Finding, Outcome, RuleName, Verdict } from '../judge/verdict.ts'
import type { PhaseName } from '../seen.ts'
import { MATRIX, outcomeIn, PAGE_RULES } from './matrix.ts'
import { printable } from './printable.ts'
import { sentenceOf } from './sentence-of.ts'
import { type Unfinished, unfinishedOf } from './unfinished.ts'
import { en } from './words/en.ts'
import { fill } from './words/words-of.ts'

const WIDTH = 80
const MARKS: Readonly<Record<Outcome, string>> = { holds: '✓', fails: '✗', 'not-evaluable': '?' }
const COLOURS: Readonly<Record<Outcome, number>> = { holds: 32, fails: 31, 'not-evaluable': 33 }

/** Options of `toTerminal`. */
export interface TerminalOptions {
  /** Whether to add colours. @default `true` if stdout is a terminal and `NO_COLOR` is not set */
  readonly isColoured?: boolean | undefined
}

/** Returns a verdict as a table for the terminal, in English, at most 80 columns wide. */
export const toTerminal = (
  verdict: Verdict,
  { isColoured = process.stdout.isTTY === true && !process.env['NO_COLOR'] }: TerminalOptions = {},
): string => {
  const paint: Paint = (text, outcome) =>
    isColoured && outcome ? `\u001b[${COLOURS[outcome]}m${text}\u001b[0m` : text
  const { outcome, findings, seen, inventoryHash } = verdict
  const failed = findings.filter(one => one.outcome === 'fails')
  const unfinished = findings.filter(one => one.outcome === 'not-evaluable')
  const whole = fill(en.whole[outcome], { n: failed.length })
  const notes = findings.filter(({ isNote }) => isNote)
  return [
    ...seen.pages.flatMap(({ url }) => pageLines(url, findings, paint)),
    ...(notes.length
      ? [en.headings.notes, ...notes.flatMap(({ what }) => wrap(`- ${printable(what)}`, '  ')), '']
      : []),
    paint(`${MARKS[outcome]} ${whole}`, outcome),
    ...(unfinished.length
      ? wrap(
          fill(outcome === 'fails' ? en.next.alsoUnfinished : en.next.unfinished, {
            n: unfinished.length,
          }),
          '  ',
        )
      : []),
    ...(inventoryHash ? [] : wrap(en.next.noInventory, '  ')),
    ...wrap(
      `${seen.browser.name} ${seen.browser.version}, ${Math.round(seen.duration / 1000)} s, ` +
        `${seen.options.isLive ? 'live' : 'held'}; SHA-256 of the evidence ${verdict.sha256.slice(0, 16)}…`,
      '  ',
    ),
    '',
  ].join('\n')
}

type Paint = (text: string, outcome: Outcome | undefined) => string

const pageLines = (url: string, all: readonly Finding[], paint: Paint): readonly string[] => {
  const findings = all.filter(one => one.page === url)
  const cell = (rule: RuleName | undefined, phase: PhaseName) => {
    const outcome = outcomeIn(findings, rule, phase)
    const text = outcome ? `${MARKS[outcome]} ${en.outcomes[outcome].toLowerCase()}` : '-'
    return paint(text.padEnd(COLUMN), outcome)
  }
  const failed = findings.filter(({ outcome }) => outcome === 'fails')
  const details = [
    ...failed.flatMap(one => findingLines(one, paint)),
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

const findingLines = (finding: Finding, paint: Paint): readonly string[] => {
  const [first] = finding.evidence
  const count = finding.evidence.filter(({ kind }) => kind === 'request').length
  const more =
    first?.kind === 'request'
      ? ` ${count > 1 ? `${count} requests, first ` : ''}${printable(first.request.url)}`
      : ''
  return item('fails', `${sentenceOf(finding, en)}${more}`, paint)
}

const unfinishedLines = ({ findings, reasons }: Unfinished, paint: Paint): readonly string[] => {
  const why = reasons.map(
    ({ phases, reason, detail }) =>
      `${phases.map(name => en.phases[name]).join(', ')}: ${en.reasons[reason]}${detail ? ` (${printable(detail)})` : ''}`,
  )
  const n = findings.length
  return item(
    'not-evaluable',
    `${why.join(' ')} ${fill('{n} {n:rule|rules} could not be judged.', { n })}`,
    paint,
  )
}

const item = (outcome: Outcome, text: string, paint: Paint): readonly string[] => {
  const [line = '', ...rest] = wrap(text, '    ')
  return [`  ${paint(MARKS[outcome], outcome)} ${line.trimStart()}`, ...rest]
}

/** Breaks a text into lines of at most 80 columns; a word that is too long is cut with `…`. */
const wrap = (text: string, indent: string): readonly string[] => {
  const width = WIDTH - indent.length
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const short = word.length > width ? `${word.slice(0, width - 1)}…` : word
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + short.length <= width)
      lines[lines.length - 1] = `${last} ${short}`
    else lines.push(short)
  }
  return lines.map(line => `${indent}${line}`)
}
