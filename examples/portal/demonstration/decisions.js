import { isOfGoogle, readCookies } from './cookies.js'
import { forgetDecisions, noteDecision, readTab } from './tab.js'

const keyOf = ({ n, t }) => `${n}:${t}`

const isGrant = ({ c }) => c.analytics === 1

/** Below this age, in milliseconds, a record counts as the decision of this moment. */
const FRESH_MS = 2000

/**
 * Notes the decision of a record. A record has only the second of a decision, so a decision of this
 * moment is noted with the present millisecond.
 *
 * @param record The record of the present state; `undefined` if there is none.
 * @param before The cookies before the decision.
 */
export const noteRecord = (record, before) => {
  if (!record) return forgetDecisions()
  const now = Date.now()
  const left = readCookies().map(({ name }) => name)
  noteDecision(keyOf(record), {
    at: now - record.t * 1000 < FRESH_MS ? now : record.t * 1000,
    deleted: before
      .filter(isOfGoogle)
      .map(({ name }) => name)
      .filter(name => !left.includes(name)),
  })
}

/**
 * Returns the decisions, newest first, each with the requests of this tab from the decision until
 * the next one.
 *
 * @param history The records of the browser, newest first.
 * @param requests The requests of this tab; `undefined` if they are not known.
 */
export const decisionsOf = (history, requests) => {
  const seen = readTab().decisions
  const decisions = history.map(record => {
    const { at, deleted } = seen[keyOf(record)] ?? { at: record.t * 1000, deleted: [] }
    return { record, at, deleted, isGrant: isGrant(record) }
  })
  return decisions.map((decision, index) => {
    const end = decisions[index - 1]?.at ?? Number.POSITIVE_INFINITY
    const wasGranted = decisions[index + 1]?.isGrant === true
    return {
      ...decision,
      isWithdrawal: wasGranted && !decision.isGrant,
      requests: requests?.filter(({ at }) => at >= decision.at && at < end),
    }
  })
}
