import { isOfGoogle, readCookies } from './page.js'
import { forgetDecisions, noteDecision, readTab } from './tab.js'

const keyOf = ({ n, t }) => `${n}:${t}`

/** Below this age, in milliseconds, a record counts as the decision of this moment. */
const FRESH_MS = 2000

/**
 * Notes the decision of a record. A record has only the second of a decision, so a decision of this
 * moment is noted with the present millisecond. `before` has the cookies before the decision.
 */
export const noteRecord = (record, before) => {
  if (!record) return forgetDecisions()
  const now = Date.now()
  const left = readCookies().map(({ name }) => name)
  const names = before.filter(isOfGoogle).map(({ name }) => name)
  noteDecision(keyOf(record), {
    at: now - record.t * 1000 < FRESH_MS ? now : record.t * 1000,
    deleted: names.filter(name => !left.includes(name)),
  })
}

/**
 * Returns the decisions, newest first, each with the requests of this tab until the next one;
 * without them if the requests are not known.
 */
export const decisionsOf = (history, requests) => {
  const seen = readTab().decisions
  const decisions = history.map(record => ({
    ...{ record, at: record.t * 1000, deleted: [], isGrant: record.c.analytics === 1 },
    ...seen[keyOf(record)],
  }))
  return decisions.map((decision, index) => {
    const end = decisions[index - 1]?.at ?? Number.POSITIVE_INFINITY
    return {
      ...decision,
      isWithdrawal: !decision.isGrant && decisions[index + 1]?.isGrant === true,
      requests: requests?.filter(({ at }) => at >= decision.at && at < end),
    }
  })
}
