import { bannersIn, type FoundBanner, waitForBanner } from '../look/find-banner.ts'
import { lookAt } from '../look/find-controls.ts'
import { isSelectedVisible } from '../look/find-selected.ts'
import type { PhaseVisit } from '../visit.ts'
import { findAutoconsent } from './autoconsent.ts'

/**
 * Says whether a banner asks again after a refusal, on a page that was loaded just now. Waits until
 * a banner appears, for up to twice the time that the refused banner took to appear; this limit is
 * at least 1.5 s and at most `patience`.
 */
export const asksAgain = async (visit: PhaseVisit, banner: FoundBanner): Promise<boolean> => {
  const { kind, appearing } = banner
  const limit = Math.min(visit.patience, Math.max(2 * appearing, MINIMUM))
  const look = await waitForBanner(visit, limit)
  // The SDK's banner alone is found by its ids.
  if (!look) return true
  if (kind === 'selectors') return isSelectedVisible(visit, 'accept')
  if (bannersIn(look).length) return true
  // A banner in a language whose words the audit does not know is known by its rule alone.
  const isByRuleAlone = kind === 'rule' && banner.scope.roots.size === 0
  return (
    isByRuleAlone && (await findAutoconsent(visit.page, await lookAt(visit.page))) !== undefined
  )
}

/** The shortest wait after which the audit says that no banner asks again, in milliseconds. */
const MINIMUM = 1500
