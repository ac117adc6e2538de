import type { Log, Notification, Result } from 'sarif'
import type { Comparison, ReportOptions } from '../judge/compare.ts'
import { phasesOf } from '../judge/phase-in.ts'
import type { Finding, RuleName, Verdict } from '../judge/verdict.ts'
import { mergeRequests } from './merge-requests.ts'
import { printable } from './printable.ts'
import { causeOf, reasonIn, sentenceOf } from './sentences.ts'
import { tagsIn } from './tags.ts'
import { unfinishedOf } from './unfinished.ts'
import { en } from './words/en.ts'

/**
 * Returns a verdict as SARIF 2.1.0, in English: a result for each finding that fails, by tag, and
 * with a comparison for each that is gone. What could not be judged is a notification, because
 * tools such as GitHub show every result as an alert. With a comparison each result has a
 * `baselineState`.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const toSarif = (verdict: Verdict, { comparison }: ReportOptions = {}): string => {
  const { seen, findings } = verdict
  const results = tagsIn(findings).flatMap(({ findings: all }) =>
    all.map(one => resultOf(one, comparison && baselineOf(one, comparison))),
  )
  const gone = comparison?.gone.map(one => resultOf(one, 'absent')) ?? []
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: seen.tool.name,
            semanticVersion: seen.tool.version,
            rules: RULES.map(id => ({
              ...{ id, shortDescription: { text: en.holds[id] } },
              defaultConfiguration: { level: 'error' },
            })),
          },
        },
        automationDetails: { id: 'consent-audit/' },
        invocations: [
          {
            executionSuccessful: true,
            startTimeUtc: seen.began,
            toolExecutionNotifications: notificationsOf(findings),
          },
        ],
        results: [...results, ...gone],
        properties: { outcome: verdict.outcome, sha256: verdict.sha256 },
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

const RULES = Object.keys(en.holds) as readonly RuleName[]

const baselineOf = ({ id }: Finding, comparison: Comparison): Result.baselineState =>
  comparison.new.some(one => one.id === id) ? 'new' : 'unchanged'

const resultOf = (finding: Finding, state: Result.baselineState | undefined): Result => {
  const { id, rule, page, tag, evidence, accepted } = finding
  return {
    ruleId: rule,
    ruleIndex: RULES.indexOf(rule),
    kind: 'fail',
    level: 'error',
    message: { text: messageOf(finding) },
    locations: locationsOf(page),
    partialFingerprints: { 'consentAudit/v1': id },
    ...(state ? { baselineState: state } : {}),
    // With an empty list a reader knows that the result is not suppressed.
    suppressions: accepted
      ? [
          {
            ...{ kind: 'external', status: 'accepted' },
            justification: printable(
              `${accepted.reason} (${accepted.author}, until ${accepted.expires})`,
            ),
          },
        ]
      : [],
    properties: {
      ...{ id, tag: tag === undefined ? en.topics.banner : printable(tag) },
      phases: phasesOf(evidence),
    },
  }
}

const locationsOf = (page: string): NonNullable<Result['locations']> =>
  URL.canParse(page)
    ? [{ physicalLocation: { artifactLocation: { uri: new URL(page).href } } }]
    : []

/** Returns the sentence of a finding, and its requests without repetitions and queries. */
const messageOf = (finding: Finding): string => {
  const requests = finding.evidence.flatMap(one => (one.kind === 'request' ? [one] : []))
  const lines = mergeRequests(requests).map(({ phase, address, first, count }) => {
    const cause = causeOf(first).replace(/^./, letter => `, ${letter.toLowerCase()}`)
    return `${en.phases[phase]}: ${count} × ${first.method} ${address}${cause}`
  })
  return [sentenceOf(finding, en), ...new Set(lines.map(printable))].join('\n')
}

const notificationsOf = (findings: readonly Finding[]): Notification[] =>
  unfinishedOf(findings).map(({ page, findings: open, reasons }) => ({
    level: 'warning',
    message: {
      text: reasons
        .map(one => `${reasonIn(one, en)} ${printable(one.detail ?? '')}`.trim())
        .concat(open.map(one => sentenceOf(one, en)))
        .join('\n'),
    },
    locations: locationsOf(page),
  }))
