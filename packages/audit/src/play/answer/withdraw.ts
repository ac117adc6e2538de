import { withdraws } from '../labels/act-of.ts'
import { lookAt } from '../look/find-controls.ts'
import { findSelected } from '../look/find-selected.ts'
import { createScope, SETTINGS_PAGE } from '../look/scope.ts'
import { stateOf } from '../page/state-of.ts'
import { stopPhase } from '../stop-phase.ts'
import type { PhaseVisit } from '../visit.ts'
import { hasOurElement, openOurs, withdrawInOurs } from './our-banner.ts'
import { type GivenAnswer, press, type Target } from './press.ts'
import { settingsControls } from './settings-controls.ts'
import { isClosed, refuseIn } from './settings-layer.ts'

/** The time after which the audit tries no further control to withdraw, in milliseconds. */
const SEARCH = 60_000

/** How long a page of settings may load, in milliseconds. */
const LOADING = 5000

/** Returns the part of an address before `#`, which names the document. */
const documentOf = (address: string): string => address.split('#')[0] ?? ''

/**
 * Presses a control, and refuses in what the click has opened: a layer, or a page of settings. If
 * the control's words say that it withdraws at once, and no refusal is found behind it, the click
 * itself is the withdrawal, provided that it has changed cookies or storage, or caused a request.
 */
const refuseBehind = async (
  visit: PhaseVisit,
  target: Target,
): Promise<GivenAnswer | undefined> => {
  const { page } = visit
  const before = await lookAt(page)
  const address = documentOf(page.url())
  const state = withdraws(target.words) ? await stateOf(visit) : undefined
  const click = await press(visit, target, state ? 'refuse' : 'settings')
  await page.waitForLoadState('load', { timeout: LOADING }).catch(() => {})
  const hasLeft = documentOf(page.url()) !== address
  const scope = hasLeft ? SETTINGS_PAGE : createScope(before)
  const done = await refuseIn(visit, scope, 1)
  if (done && !done.isSaved && !(await isClosed(visit, scope))) throw stopPhase('stays')
  if (done) return done
  return state !== undefined && (await stateOf(visit)) !== state ? click : undefined
}

/**
 * Withdraws by a visible control: one that opens settings with a refusal, or withdraws at once.
 * Knows the SDK's control by its attribute or id, others by the selectors of the options or by
 * their words. Returns `undefined` if no control leads to a withdrawal. After a minute tries no
 * other control.
 */
export const withdraw = async (visit: PhaseVisit): Promise<GivenAnswer | undefined> => {
  const { page } = visit
  const end = Date.now() + SEARCH
  const address = documentOf(page.url())
  const selected = await findSelected(visit, 'settings')
  if (selected) return refuseBehind(visit, selected)
  const isOurs = await hasOurElement(page)
  const ours = isOurs && (await openOurs(visit)) ? await withdrawInOurs(visit) : undefined
  if (ours) return ours
  const all = settingsControls(await lookAt(page), page.url())
  for (const { words, href } of all) {
    if (Date.now() > end) return undefined
    // Looks again, because an earlier attempt may have changed the page.
    const control = settingsControls(await lookAt(page), page.url()).find(
      one => one.words === words && one.href === href,
    )
    if (!control) continue
    // The site's own control can open the SDK's preferences, too.
    const answer = (await refuseBehind(visit, control)) ?? (isOurs && (await withdrawInOurs(visit)))
    if (answer) return answer
    if (documentOf(page.url()) !== address) await page.goBack({ timeout: LOADING }).catch(() => {})
  }
  return undefined
}
