import type { Comparison } from '../judge/compare.ts'
import { PAGE_RULES, PHASES } from '../judge/rule.ts'
import type { Finding, Outcome, RuleName, Verdict } from '../judge/verdict.ts'
import type { PhaseName } from '../seen.ts'
import { changesOf } from './changes.ts'
import { columnsOf, cutColumns, padColumns } from './columns.ts'
import { MATRIX, outcomeIn } from './matrix.ts'
import { mergeRequests } from './merge-requests.ts'
import { printable } from './printable.ts'
import { reasonOf, sentenceOf } from './sentence-of.ts'
import { type TagFindings, tagsIn } from './tags.ts'
import { type Unfinished, unfinishedOf } from './unfinished.ts'
import { wholeOf } from './whole-of.ts'
import { en } from './words/en.ts'
import { fill } from './words/words-of.ts'

const WIDTH = 80
const MARKS: Readonly<Record<Outcome, string>> = { holds: '✓', fails: '✗', 'not-evaluable': '?' }
const COLOURS: Readonly<Record<Outcome, number>> = { holds: 32, fails: 31, 'not-evaluable': 33 }

/** Options of `toTerminal`. */
export interface TerminalOptions {
  /** Whether to add colours. @default `true` if stdout is a terminal and `NO_COLOR` is not set */
  readonly isColoured?: boolean | undefined
  /** What changed since an earlier audit. */
  readonly comparison?: Comparison | undefined
}

/** Returns a verdict as a table for the terminal, in English, at most 80 columns wide. */
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

type Paint = (text: string, outcome: Outcome | undefined) => string

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

/** Returns the lines about one tag: its name, what it breaks in which phases, and its requests. */
const tagLines = ({ tag, findings, evidence }: TagFindings, paint: Paint): readonly string[] => {
  const requests = evidence.flatMap(one => (one.kind === 'request' ? [one] : []))
  const [merged] = mergeRequests(requests)
  const more = merged
    ? [`${requests.length > 1 ? `${requests.length} requests, first ` : ''}${merged.first.url}`]
    : []
  const { initiator, chain = [] } = merged?.first ?? {}
  const by = [initiator, ...chain].flatMap(one => one?.url || [])
  if (by.length) more.push(`${en.evidence.initiator} ${by.join(` ${en.evidence.insertedBy} `)}`)
  return [
    ...item('fails', tag === undefined ? en.topics.banner : printable(tag), paint),
    ...findings.flatMap(one => findingLines(one)),
    ...more.flatMap(one => wrap(printable(one), '      ')),
  ]
}

const findingLines = (finding: Finding): readonly string[] => {
  const phases = PHASES.filter(name => finding.evidence.some(({ phase }) => phase === name))
  const accepted = finding.accepted && acceptedBy(finding.accepted)
  const [first = '', ...rest] = wrap(
    `${sentenceOf(finding, en)} [${phases.map(name => en.phases[name]).join(', ')}]${accepted ? ` ${accepted}` : ''}`,
    '      ',
  )
  return [`    - ${first.trimStart()}`, ...rest]
}

const acceptedBy = ({ author, expires, reason }: NonNullable<Finding['accepted']>): string =>
  fill(en.acceptance.by, {
    author: printable(author),
    reason: printable(reason),
    expires,
  })

/** Returns what changed since an earlier audit, each finding with its id. */
const comparisonLines = (verdict: Verdict, comparison: Comparison): readonly string[] => [
  ...wrap(`${en.comparison.heading}. ${countsOf(comparison)}`, ''),
  ...changesOf(comparison).flatMap(({ change, findings }) => [
    ...wrap(`${en.comparison[change]}:`, '  '),
    ...findings.flatMap(one => {
      const page = verdict.seen.pages.length > 1 ? ` ${printable(one.page)}` : ''
      const [first = '', ...rest] = wrap(`${sentenceOf(one, en)}${page} ${one.id}`, '    ')
      return [`  - ${first.trimStart()}`, ...rest]
    }),
  ]),
  '',
]

const countsOf = (comparison: Comparison): string =>
  fill(en.comparison.counts, {
    new: comparison.new.length,
    same: comparison.same.length,
    gone: comparison.gone.length,
  })

/** Returns the acceptances that accept nothing. */
const idleLines = ({ idle }: Verdict): readonly string[] => {
  const { expired, unused } = en.acceptance
  const lines = [
    ...(idle?.expired ?? []).map(one => fill(expired, { ...one })),
    ...(idle?.unused ?? []).map(one => fill(unused, { ...one })),
  ].flatMap(one => wrap(printable(one), ''))
  return lines.length ? [...lines, ''] : []
}

const unfinishedLines = ({ findings, reasons }: Unfinished, paint: Paint): readonly string[] => {
  const why = reasons.map(
    ({ phases, reason, detail }) =>
      `${phases.map(name => en.phases[name]).join(', ')}: ${reasonOf(reason, phases, en)}${detail ? ` (${printable(detail)})` : ''}`,
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
    const short = cutColumns(word, width)
    const last = lines.at(-1)
    if (last !== undefined && columnsOf(last) + 1 + columnsOf(short) <= width)
      lines[lines.length - 1] = `${last} ${short}`
    else lines.push(short)
  }
  return lines.map(line => `${indent}${line}`)
}
