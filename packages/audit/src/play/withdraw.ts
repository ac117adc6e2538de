import { type Given, refuseInSettings } from './answer-banner.ts'
import { click } from './click.ts'
import { findControls } from './find-controls.ts'
import { findOurOpener, hasOurElement, withdrawInOurs } from './our-banner.ts'
import type { Visit } from './visit.ts'
import { opensSettings } from './words.ts'

/** Opens the SDK's preferences and refuses there. Returns `undefined` if this does not work. */
const withdrawOurs = async ({ page }: Visit): Promise<Given | undefined> => {
  const opener = await findOurOpener(page)
  if (!opener) return undefined
  await click(page.mainFrame(), opener)
  const done = await withdrawInOurs(page)
  return done && { time: done.time, answer: { steps: 2, width: done.width, height: done.height } }
}

/** Returns the part of an address before `#`, which names the document. */
const documentOf = (address: string): string => address.split('#')[0] ?? ''

/**
 * Withdraws in the same page: opens the settings by a visible control, and refuses there. Knows the
 * SDK's control by its attribute or id, others by their words. Returns `undefined` if no control
 * leads to a refusal in this page.
 */
export const withdraw = async (visit: Visit): Promise<Given | undefined> => {
  const { page } = visit
  const isOurs = await hasOurElement(page)
  const ours = isOurs ? await withdrawOurs(visit) : undefined
  if (ours) return ours
  const before = documentOf(page.url())
  for (const control of await findControls(page)) {
    if (!opensSettings(control.words)) continue
    await click(control.frame, await control.element())
    if (documentOf(page.url()) !== before) return undefined
    const done = isOurs ? await withdrawInOurs(page) : undefined
    const { time, width = 0, height = 0 } = done ?? {}
    const given = time
      ? { time, answer: { steps: 2, width, height } }
      : await refuseInSettings(visit, 1)
    if (given) return given
  }
  return undefined
}
