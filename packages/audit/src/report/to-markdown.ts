import type { Comparison, ReportOptions } from '../judge/compare.ts'
import { phasesOf } from '../judge/phase-in.ts'
import { PAGE_RULES } from '../judge/rules/rule.ts'
import type { Finding, Outcome, Verdict } from '../judge/verdict.ts'
import { PHASES } from '../seen.ts'
import { changesOf } from './changes.ts'
import { formattersOf } from './html/format.ts'
import { markdownCode, markdownText } from './markdown-text.ts'
import { MATRIX, outcomeIn } from './matrix.ts'
import { countsOf, idleSentences, namesOf, reasonIn, sentenceOf } from './sentences.ts'
import { type TagFindings, tagsIn } from './tags.ts'
import { unfinishedOf } from './unfinished.ts'
import { wholeOf } from './whole-of.ts'
import type { ReportWords } from './words/en.ts'
import type { Language } from './words/words-of.ts'
import { fill, wordsOf } from './words/words-of.ts'

/** Options of `toMarkdown`. */
export interface MarkdownOptions extends ReportOptions {
  /** @default 'en' */
  readonly language?: Language | undefined
}

const SIGNS: Readonly<Record<Outcome, string>> = { holds: '✅', fails: '❌', 'not-evaluable': '❔' }

/**
 * Returns a verdict as Markdown for a comment on a pull request: the outcome, what changed, the
 * outcomes by phase, what failed by tag, and what could not be judged, without evidence.
 */
export const toMarkdown = (
  verdict: Verdict,
  { language = 'en', comparison }: MarkdownOptions = {},
): string => {
  const words = wordsOf(language)
  const { sentence, next } = wholeOf(verdict, words, formattersOf(language).number)
  const lines = [
    `## ${words.title}`,
    `${SIGNS[verdict.outcome]} **${sentence}** ${next.join(' ')}`,
    ...(comparison ? changeLines(comparison, words) : []),
    ...verdict.seen.pages.flatMap(({ url }) => pageLines(verdict, url, words, comparison)),
    ...idleSentences(verdict, words).map(markdownText),
    `<sub>${markdownText(`${verdict.seen.tool.name} ${verdict.seen.tool.version}`)} · SHA-256 ${markdownCode(verdict.sha256)}</sub>`,
  ]
  return `${lines.join('\n\n')}\n`
}

const changeLines = (comparison: Comparison, words: ReportWords): readonly string[] => [
  `### ${words.comparison.heading}`,
  countsOf(comparison, words),
  ...changesOf(comparison).flatMap(({ change, findings }) => [
    `**${words.comparison[change]}**`,
    findings.map(one => `- ${findingText(one, words)} ${markdownCode(one.page)}`).join('\n'),
  ]),
]

const findingText = (finding: Finding, words: ReportWords): string =>
  `${markdownText(sentenceOf(finding, words))} ${markdownCode(finding.id)}`

const pageLines = (
  { findings: all, seen }: Verdict,
  url: string,
  words: ReportWords,
  comparison: Comparison | undefined,
): readonly string[] => {
  const findings = all.filter(({ page }) => page === url)
  const loaded = seen.pages.find(one => one.url === url)?.loaded ?? url
  const tags = tagsIn(findings)
  const open = unfinishedOf(findings)
  return [
    `### ${markdownCode(loaded)}`,
    tableOf(findings, words),
    ...(tags.length ? [tags.map(one => tagText(one, words, comparison)).join('\n')] : []),
    ...(open.length ? [`**${words.headings.unfinished}**`] : []),
    ...open.map(({ findings: rules, reasons }) =>
      [
        ...reasons.map(
          one => `- ${reasonIn(one, words)} ${one.detail ? markdownCode(one.detail) : ''}`,
        ),
        ...rules.map(
          one => `  - ${[findingText(one, words), ...acceptedText(one, words)].join(' · ')}`,
        ),
      ].join('\n'),
    ),
  ]
}

/** Returns the outcomes by phase, and those of the rules about the whole page. */
const tableOf = (findings: readonly Finding[], words: ReportWords): string => {
  const cell = (outcome: Outcome | undefined) =>
    outcome ? `${SIGNS[outcome]} ${words.outcomes[outcome]}` : '–'
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    row(['', ...PHASES.map(name => words.phases[name])]),
    row(['---', ...PHASES.map(() => '---')]),
    ...MATRIX.map(({ topic, rules }) =>
      row([
        words.topics[topic],
        ...PHASES.map(name => cell(outcomeIn(findings, rules[name], name))),
      ]),
    ),
    ...PAGE_RULES.filter(rule => outcomeIn(findings, rule)).map(rule =>
      row([words.pageRules[rule], cell(outcomeIn(findings, rule)), '', '', '']),
    ),
  ].join('\n')
}

const tagText = (
  { tag, findings }: TagFindings,
  words: ReportWords,
  comparison: Comparison | undefined,
): string =>
  [
    `- **${tag === undefined ? words.topics.banner : markdownText(tag)}**`,
    ...findings.map(one => {
      const isNew = comparison?.new.some(({ id }) => id === one.id)
      return [
        `  - ${isNew ? `**${words.comparison.new}:** ` : ''}${findingText(one, words)}`,
        namesOf(phasesOf(one.evidence), words),
        ...acceptedText(one, words),
      ].join(' · ')
    }),
  ].join('\n')

const acceptedText = ({ accepted }: Finding, { acceptance }: ReportWords): readonly string[] =>
  accepted ? [markdownText(fill(acceptance.by, { ...accepted }))] : []
