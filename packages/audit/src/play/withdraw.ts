import { type Given, given } from './answer-banner.ts'
import { press, type Target } from './click.ts'
import { stateOf } from './effect-of.ts'
import { lookAt } from './find-controls.ts'
import { hasOurElement, openOurs, withdrawInOurs } from './our-banner.ts'
import { createScope, SETTINGS_PAGE } from './scope.ts'
import { findSelected } from './selected.ts'
import { settingsControls } from './settings-control.ts'
import { isClosed, refuseIn } from './settings-layer.ts'
import { stopPhase } from './stop-phase.ts'
import type { Visit } from './visit.ts'
import { withdraws } from './words.ts'

/** How long the search for a withdrawal may take, in milliseconds. */
const SEARCH = 60_000

/** How long a page of settings may load, in milliseconds. */
const LOADING = 5000

/** Refuses in the SDK's open preferences. Returns `undefined` if they do not open. */
const withdrawOpened = async (visit: Visit): Promise<Given | undefined> => {
  const done = await withdrawInOurs(visit)
  return done && given({ ...done, steps: 2 })
}

/** Opens the SDK's preferences and refuses there. Returns `undefined` if this does not work. */
const withdrawOurs = async (visit: Visit): Promise<Given | undefined> =>
  (await openOurs(visit)) ? withdrawOpened(visit) : undefined

/** Returns the part of an address before `#`, which names the document. */
const documentOf = (address: string): string => address.split('#')[0] ?? ''

/**
 * Presses a control, and refuses in what the click has opened: a layer, or a page of settings. If
 * the control's label says that it withdraws at once, and nothing opens, the click itself is the
 * withdrawal, provided that it has changed something.
 */
const refuseBehind = async (visit: Visit, target: Target): Promise<Given | undefined> => {
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
  if (done) return given(done)
  const isDone = state !== undefined && (await stateOf(visit)) !== state
  return isDone ? given({ ...click, steps: 1 }) : undefined
}

/**
 * Withdraws: opens the settings by a visible control, and refuses there. Knows the SDK's control by
 * its attribute or id, others by the selectors of the options or by their words. Returns
 * `undefined` if no control leads to a refusal within a minute.
 */
export const withdraw = async (visit: Visit): Promise<Given | undefined> => {
  const { page } = visit
  const end = Date.now() + SEARCH
  const address = documentOf(page.url())
  const selected = await findSelected(visit, 'settings')
  if (selected) return refuseBehind(visit, selected)
  const isOurs = await hasOurElement(page)
  const ours = isOurs ? await withdrawOurs(visit) : undefined
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
    const answer = (await refuseBehind(visit, control)) ?? (isOurs && (await withdrawOpened(visit)))
    if (answer) return answer
    if (documentOf(page.url()) !== address) await page.goBack({ timeout: LOADING }).catch(() => {})
  }
  return undefined
}
