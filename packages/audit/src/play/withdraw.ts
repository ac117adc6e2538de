import { type Given, given } from './answer-banner.ts'
import { press } from './click.ts'
import { type Look, lookAt } from './find-controls.ts'
import { hasOurElement, openOurs, withdrawInOurs } from './our-banner.ts'
import { createScope } from './scope.ts'
import { findSelected } from './selected.ts'
import { settingsControls } from './settings-control.ts'
import { refuseIn } from './settings-layer.ts'
import type { Visit } from './visit.ts'

/** How long the search for a withdrawal may take, in milliseconds. */
const SEARCH = 60_000

/** How long a page of settings may load, in milliseconds. */
const LOADING = 5000

/** Opens the SDK's preferences and refuses there. Returns `undefined` if this does not work. */
const withdrawOurs = async (visit: Visit): Promise<Given | undefined> => {
  const done = (await openOurs(visit)) ? await withdrawInOurs(visit) : undefined
  return done && given({ ...done, steps: 2 })
}

/** Returns the part of an address before `#`, which names the document. */
const documentOf = (address: string): string => address.split('#')[0] ?? ''

/** Refuses in what the last click has opened: a layer, or a page of settings. */
const refuseInOpened = async (visit: Visit, before: Look, address: string) => {
  const { page } = visit
  await page.waitForLoadState('load', { timeout: LOADING }).catch(() => {})
  const hasLeft = documentOf(page.url()) !== address
  // On a page of settings all parts are new, and none was visible before.
  const scope = createScope(hasLeft ? { ...before, layers: [] } : before)
  const done = await refuseIn(visit, scope, 1)
  return done && given(done)
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
  if (selected) {
    const before = await lookAt(page)
    await press(visit, selected, 'settings')
    return refuseInOpened(visit, before, address)
  }
  const isOurs = await hasOurElement(page)
  const ours = isOurs ? await withdrawOurs(visit) : undefined
  if (ours) return ours
  for (const { words, href } of settingsControls(await lookAt(page), page.url())) {
    if (Date.now() > end) return undefined
    // Looks again, because an earlier attempt may have changed the page.
    const before = await lookAt(page)
    const control = settingsControls(before, page.url()).find(
      one => one.words === words && one.href === href,
    )
    if (!control) continue
    await press(visit, control, 'settings')
    const done = isOurs ? await withdrawInOurs(visit) : undefined
    if (done) return given({ ...done, steps: 2 })
    const answer = await refuseInOpened(visit, before, address)
    if (answer) return answer
    if (documentOf(page.url()) !== address) await page.goBack({ timeout: LOADING }).catch(() => {})
  }
  return undefined
}
