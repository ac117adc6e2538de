import { siteOf } from '../../collectors/site-of.ts'
import type { Declarations } from '../../inventory/declarations.ts'
import { PHASES } from '../../seen.ts'
import type { RuleName } from '../verdict.ts'
import { collectorIn } from './asked-for.ts'
import { type Breach, conclude, type JudgedPage, notPlayed, type Rule } from './rule.ts'
import { type EvidenceIn, type SeenList, seenIn } from './seen-in.ts'

/** Creates a rule that needs an inventory; `breachOf` returns how an item of a list breaks it. */
const createRule =
  <List extends SeenList>(
    rule: RuleName,
    list: List,
    breachOf: (
      seen: EvidenceIn<List>,
      declared: Declarations,
      page: JudgedPage,
    ) => Breach | undefined,
  ): Rule =>
  page => {
    const { declared } = page
    if (!declared) return []
    const breaches = seenIn(page, list).flatMap(one => breachOf(one, declared, page) ?? [])
    return conclude(page, rule, breaches, PHASES)
  }

/** Judges whether the inventory declares every cookie that was set during the audit. */
export const cookiesDeclared: Rule = createRule(
  'cookies-declared',
  'cookies',
  (evidence, declared) => {
    const { name } = evidence.cookie
    return declared.cookie(name) ? undefined : { what: name, evidence }
  },
)

/**
 * How much longer than declared a cookie may live, in seconds: the clock of a server that sends
 * `Expires` can differ from the browser's clock.
 */
const LIFETIME_TOLERANCE = 3600

/** Judges whether every declared cookie lives at most an hour longer than declared. */
export const lifetimesAsDeclared: Rule = createRule(
  'lifetimes-as-declared',
  'cookies',
  (evidence, declared) => {
    const { name, lifetime = 0 } = evidence.cookie
    const seconds = declared.cookie(name)?.row.seconds
    const longest = seconds === 'session' ? 0 : seconds
    return typeof longest === 'number' && lifetime > longest + LIFETIME_TOLERANCE
      ? { what: name, evidence: { ...evidence, declared: longest } }
      : undefined
  },
)

/** Judges whether the inventory names every contacted registrable domain except the page's. */
export const recipientsDeclared: Rule = createRule(
  'recipients-declared',
  'requests',
  (evidence, declared, page) => {
    const { url } = evidence.request
    const site = /^(https?|wss?):/.test(url) ? siteOf(url) : ''
    return !site || site === page.site || declared.isNamed(url)
      ? undefined
      : { what: site, evidence }
  },
)

/**
 * Judges whether every collector and every service of the inventory that is contacted after an
 * acceptance is declared as necessary or under a purpose. An acceptance grants every purpose of the
 * inventory.
 */
export const onlyDeclaredAfterAcceptance: Rule = page => {
  const rule = 'only-declared-after-acceptance'
  const { declared } = page
  // Without an inventory nothing can break the rule, but a phase that was not played is reported.
  if (!declared && !notPlayed(page, 'accept').length) return []
  const breaches = seenIn(page, 'requests', 'accepted').flatMap(evidence => {
    const service = declared?.serviceAt(evidence.request.url)
    if (!declared || service?.necessary || service?.category) return []
    const what = service?.name ?? collectorIn(page, evidence.request)?.name
    return what ? [{ what, evidence }] : []
  })
  return conclude(page, rule, breaches, ['accept'], 'accept')
}
