import { outcomeOf } from './outcome-of.ts'
import type { Acceptance, Verdict } from './verdict.ts'

const FIELDS = ['id', 'reason', 'author', 'expires'] as const

/**
 * Reads acceptances from the text of a `consent-audit.accept.json`:
 *
 * ```json
 * [{ "id": "no-contact-before-choice.chat.3f9a0c1d52", "reason": "Needed for support calls",
 *    "author": "Kim", "expires": "2027-03-31" }]
 * ```
 *
 * @throws An `Error` that says what is invalid: the JSON, the list, or which entry and why.
 */
export const readAcceptances = (text: string): readonly Acceptance[] => {
  const all: unknown = JSON.parse(text)
  if (!Array.isArray(all))
    throw new Error('The file has no list. Expected [{ id, reason, author, expires }, …].')
  const read = all.map(acceptanceOf)
  const twice = read.find(({ id }, at) => read.findIndex(one => one.id === id) !== at)
  if (twice)
    throw new Error(`The id "${twice.id}" has two entries. Expected one entry for each id.`)
  return read
}

const acceptanceOf = (value: unknown, at: number): Acceptance => {
  const where = `Entry ${at + 1}`
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${where} is no object. Expected { id, reason, author, expires }.`)
  const given = value as Readonly<Record<string, unknown>>
  const [id, reason, author, expires] = FIELDS.map(field => {
    const text = given[field]
    if (typeof text !== 'string' || !text.trim())
      throw new Error(`${where}: ${field} is missing. Expected a text that is not empty.`)
    return text.trim()
  }) as [string, string, string, string]
  const unknown = Object.keys(given).find(key => !FIELDS.some(field => field === key))
  if (unknown !== undefined)
    throw new Error(`${where}: ${unknown} is not known. Expected only ${FIELDS.join(', ')}.`)
  if (!isDay(expires))
    throw new Error(`${where}: expires is "${expires}". Expected a day such as "2027-03-31".`)
  return { id, reason, author, expires }
}

/** Says whether a text is a day of the calendar. `Date` moves February 30 to March. */
const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/**
 * Marks the findings that somebody accepted. An expired acceptance accepts nothing. Findings that
 * hold, and notes, need no acceptance.
 *
 * @param now Milliseconds since the epoch. An acceptance counts to the end of its last day in UTC.
 */
export const acceptFindings = (
  verdict: Verdict,
  acceptances: readonly Acceptance[],
  now: number,
): Verdict => {
  const today = new Date(now).toISOString().slice(0, 10)
  const expired = acceptances.filter(({ expires }) => expires < today)
  const valid = acceptances.filter(one => !expired.includes(one))
  const findings = verdict.findings.map(({ accepted: _, ...one }) => {
    const accepted = one.outcome === 'holds' ? undefined : valid.find(({ id }) => id === one.id)
    return accepted ? { ...one, accepted } : one
  })
  const unused = valid.filter(
    one => !findings.some(finding => 'accepted' in finding && finding.accepted === one),
  )
  return {
    ...verdict,
    findings,
    outcome: outcomeOf(findings, verdict.seen),
    idle: { expired, unused },
  }
}
