import type { Inventory } from '@spaceone/consent/inventory'
import { siteOf } from '../collectors/site-of.ts'
import { declarationsOf } from '../inventory/declarations.ts'
import type { Seen, SeenPage } from '../seen.ts'
import { sha256 } from '../sha256.ts'
import { idsFor } from './id-of.ts'
import { listContacts } from './list-contacts.ts'
import { listStored } from './list-stored.ts'
import { outcomeOf } from './outcome-of.ts'
import {
  cookiesDeclared,
  lifetimesAsDeclared,
  onlyDeclaredAfterAcceptance,
  recipientsDeclared,
} from './rules/as-declared.ts'
import { consentStateConsistent } from './rules/consent-state-consistent.ts'
import { declaredSeen } from './rules/declared-seen.ts'
import { refusalAsEasy } from './rules/refusal-as-easy.ts'
import { refusalKept } from './rules/refusal-kept.ts'
import { refusalPossible } from './rules/refusal-possible.ts'
import type { JudgedPage, Rule } from './rules/rule.ts'
import {
  noContactAfterRefusal,
  noContactAfterWithdrawal,
  noContactBeforeChoice,
  nothingStoredAfterRefusal,
  nothingStoredAfterWithdrawal,
  nothingStoredBeforeChoice,
} from './rules/without-grant.ts'
import type { Finding, Verdict } from './verdict.ts'

const RULES: readonly Rule[] = [
  noContactBeforeChoice,
  noContactAfterRefusal,
  onlyDeclaredAfterAcceptance,
  noContactAfterWithdrawal,
  nothingStoredBeforeChoice,
  nothingStoredAfterRefusal,
  nothingStoredAfterWithdrawal,
  consentStateConsistent,
  refusalPossible,
  refusalAsEasy,
  refusalKept,
  recipientsDeclared,
  cookiesDeclared,
  lifetimesAsDeclared,
]

/**
 * Judges what an audit has seen. Without an inventory, only known collectors and their cookies and
 * keys need a grant, and the rules about declarations find no breach.
 */
export const judge = (seen: Seen, inventory?: Inventory): Verdict => {
  const pages = seen.pages.map(one => judgedPage(one, inventory))
  const idOf = idsFor(seen.pages.map(({ url }) => url))
  const findings = [
    ...pages.flatMap(page =>
      RULES.flatMap(rule => rule(page)).map(one => ({ ...one, page: page.seen.url })),
    ),
    ...declaredSeen(inventory, pages),
  ].map((one): Finding => ({ id: idOf(one), ...one }))
  return {
    outcome: outcomeOf(findings, seen),
    findings,
    contacts: pages.flatMap(listContacts),
    stored: pages.flatMap(listStored),
    seen,
    inventoryHash: inventory?.hash,
    policy: inventory?.policy,
    sha256: sha256(JSON.stringify(seen)),
  }
}

/** Returns a page as the rules judge it: with its site, and what the inventory declares for it. */
export const judgedPage = (seen: SeenPage, inventory: Inventory | undefined): JudgedPage => {
  const url = seen.loaded ?? seen.url
  return { seen, url, site: siteOf(url), declared: inventory && declarationsOf(inventory, url) }
}
