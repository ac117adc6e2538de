import { phasesOf } from '../../judge/phase-in.ts'
import type { Finding } from '../../judge/verdict.ts'
import { mergeRequests } from '../merge-requests.ts'
import { printable } from '../printable.ts'
import { causeOf, namesOf, reasonIn, sentenceOf } from '../sentences.ts'
import type { TagFindings } from '../tags.ts'
import type { Unfinished } from '../unfinished.ts'
import { en } from '../words/en.ts'
import { fill } from '../words/words-of.ts'
import { item, type Paint, wrap } from './lines.ts'

/** Returns the lines about a tag: its name, what it breaks in which phases, its first request. */
export const tagLines = (
  { tag, findings, evidence }: TagFindings,
  paint: Paint,
): readonly string[] => {
  const requests = evidence.flatMap(one => (one.kind === 'request' ? [one] : []))
  const [merged] = mergeRequests(requests)
  const more = merged
    ? [`${requests.length > 1 ? `${requests.length} requests, first ` : ''}${merged.first.url}`]
    : []
  const cause = merged && causeOf(merged.first)
  if (cause) more.push(cause)
  return [
    ...item('fails', tag === undefined ? en.topics.banner : printable(tag), paint),
    ...findings.flatMap(one => findingLines(one)),
    ...more.flatMap(one => wrap(printable(one), '      ')),
  ]
}

const findingLines = (finding: Finding): readonly string[] => {
  const phases = namesOf(phasesOf(finding.evidence), en)
  const accepted = finding.accepted && acceptedBy(finding.accepted)
  const [first = '', ...rest] = wrap(
    `${sentenceOf(finding, en)} [${phases}]${accepted ? ` ${accepted}` : ''}`,
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

/** Returns the lines about rules that could not be judged for the same reasons. */
export const unfinishedLines = (
  { findings, reasons }: Unfinished,
  paint: Paint,
): readonly string[] => {
  const why = reasons.map(
    one => `${reasonIn(one, en)}${one.detail ? ` (${printable(one.detail)})` : ''}`,
  )
  const n = findings.length
  const accepted = findings.flatMap(one => (one.accepted ? [acceptedBy(one.accepted)] : []))
  return item(
    'not-evaluable',
    [
      ...[...why, fill('{n} {n:rule|rules} could not be judged.', { n })],
      ...new Set(accepted),
    ].join(' '),
    paint,
  )
}
