import type { Act } from '../../seen.ts'
import { within } from '../../watch/within.ts'
import type { Target } from '../answer/press.ts'
import { stopPhase } from '../stop-phase.ts'
import type { PhaseVisit } from '../visit.ts'
import { lookUntil } from './look-until.ts'

/** How long all frames together may take to answer, in milliseconds. */
const PATIENCE = 2000

/** Returns the first visible match of a selector, in the frame that answers first with one. */
const find = async ({ page }: PhaseVisit, selector: string): Promise<Target | undefined> => {
  const found = page.frames().map(async frame => {
    // A selector of Playwright looks through open shadow roots.
    const all = frame.locator(selector).filter({ visible: true })
    if (!(await all.count())) throw new Error('not in this frame')
    // biome-ignore lint/performance/useDomNodeTextContent: hidden text must not count
    const words = (await all.first().innerText()).trim().slice(0, 60)
    const element = async () => {
      const handle = await all.first().elementHandle()
      if (!handle) throw new Error('The control is gone.')
      return handle as Awaited<ReturnType<Target['element']>>
    }
    return { frame, words, element }
  })
  return within(PATIENCE, Promise.any(found)).catch(() => undefined)
}

/**
 * Finds the control that the options name for `act`. Returns `undefined` if the options name none.
 * Ends the phase if the selector matches nothing visible in time.
 */
export const findSelected = async (visit: PhaseVisit, act: Act): Promise<Target | undefined> => {
  const selector = visit.selectors[act]
  if (!selector) return undefined
  const target = await lookUntil(
    visit.page,
    visit.patience,
    () => find(visit, selector),
    one => one !== undefined,
  )
  if (target) return target
  const option = `--${act} ${JSON.stringify(selector)}`
  throw stopPhase('no-control', `${option} matched nothing on the page`)
}

/** Says whether the control that the options name for `act` is visible now. */
export const isSelectedVisible = async (visit: PhaseVisit, act: Act): Promise<boolean> => {
  const selector = visit.selectors[act]
  return selector !== undefined && (await find(visit, selector)) !== undefined
}
