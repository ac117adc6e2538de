import { createHash } from 'node:crypto'
import type { Inventory } from '@spaceone/consent/inventory'
import { siteOf } from '../collectors/site-of.ts'
import { declarationsOf } from '../inventory/declarations.ts'
import type { Seen, SeenPage } from '../seen.ts'
import { consentStateConsistent } from './consent-state-consistent.ts'
import { cookiesDeclared } from './cookies-declared.ts'
import { declaredSeen } from './declared-seen.ts'
import { lifetimesAsDeclared } from './lifetimes-as-declared.ts'
import { listContacts } from './list-contacts.ts'
import { listStored } from './list-stored.ts'
import {
  noContactAfterRefusal,
  noContactAfterWithdrawal,
  noContactBeforeChoice,
} from './no-contact.ts'
import {
  nothingStoredAfterRefusal,
  nothingStoredAfterWithdrawal,
  nothingStoredBeforeChoice,
} from './nothing-stored.ts'
import { onlyDeclaredAfterAcceptance } from './only-declared-after-acceptance.ts'
import { recipientsDeclared } from './recipients-declared.ts'
import { refusalAsEasy } from './refusal-as-easy.ts'
import { notPlayed, type Page, PHASES, type Rule } from './rule.ts'
import type { Finding, Outcome, Verdict } from './verdict.ts'

const RULES: readonly Rule[] = [
  noContactBeforeChoice,
  noContactAfterRefusal,
  onlyDeclaredAfterAcceptance,
  noContactAfterWithdrawal,
  nothingStoredBeforeChoice,
  nothingStoredAfterRefusal,
  nothingStoredAfterWithdrawal,
  consentStateConsistent,
  refusalAsEasy,
  recipientsDeclared,
  cookiesDeclared,
  lifetimesAsDeclared,
]

/**
 * Judges what an audit has seen. Without an inventory, only known collectors and their cookies and
 * keys need a grant, and the rules about declarations find no breach.
 */
export const judge = (seen: Seen, inventory?: Inventory): Verdict => {
  const pages = seen.pages.map(one => pageOf(one, inventory))
  const findings: readonly Finding[] = [
    ...pages.flatMap(page =>
      RULES.flatMap(rule => rule(page)).map(one => ({ ...one, page: page.seen.url })),
    ),
    ...declaredSeen(inventory, pages),
  ]
  const isWhole =
    pages.length > 0 && pages.every(page => PHASES.every(name => !notPlayed(page, name).length))
  return {
    outcome: outcomeOf(findings, isWhole),
    findings,
    contacts: pages.flatMap(listContacts),
    stored: pages.flatMap(listStored),
    seen,
    inventoryHash: inventory?.hash,
    policy: inventory?.policy,
    sha256: createHash('sha256').update(JSON.stringify(seen)).digest('hex'),
  }
}

const pageOf = (seen: SeenPage, inventory: Inventory | undefined): Page => {
  const url = seen.loaded ?? seen.url
  return { seen, url, site: siteOf(url), declared: inventory && declarationsOf(inventory, url) }
}

/** Returns the audit's outcome: `holds` only if all four phases of all pages were played. */
const outcomeOf = (findings: readonly Finding[], isWhole: boolean): Outcome => {
  const has = (outcome: Outcome) => findings.some(one => one.outcome === outcome)
  return has('fails') ? 'fails' : has('not-evaluable') || !isWhole ? 'not-evaluable' : 'holds'
}
