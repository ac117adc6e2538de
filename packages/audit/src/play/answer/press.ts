import type { ElementHandle, Frame } from 'playwright-core'
import type { Act, SeenAnswer } from '../../seen.ts'
import { within } from '../../watch/within.ts'
import type { PhaseVisit } from '../visit.ts'

/** A control to press. */
export interface Target {
  readonly frame: Frame
  readonly words: string
  element(): Promise<ElementHandle<HTMLElement | SVGElement>>
}

/** When and how the audit has accepted, refused or withdrawn in place of a visitor. */
export interface GivenAnswer {
  /**
   * The time of the click, see `timeOf`, in milliseconds since the epoch. If the audit heard no
   * click of autoconsent, the time at which autoconsent began to answer.
   */
  readonly time: number
  /**
   * The number of clicks and the size of the last control. Missing if the audit heard no click of
   * autoconsent, as when a rule calls the banner's own script.
   */
  readonly answer?: SeenAnswer | undefined
  /** Whether the last control saves: the answer counts even if a layer stays. @default false */
  readonly isSaved?: boolean
}

/** How long scrolling to a control, and each try to click it, may take, in milliseconds. */
const PATIENCE = 3000

/**
 * Returns the time that counts for a click. An acceptance counts from the time before the click, so
 * that no request of the page after the acceptance seems to be older. Any other click counts from
 * the time at which the page has got it, if this is known, so that no request of an earlier grant
 * seems to be younger.
 *
 * @param heard The page's own time of the click, which counts only from `before` to `after`.
 */
export const timeOf = (
  isAcceptance: boolean,
  before: number,
  after: number,
  heard: number | undefined,
): number =>
  !isAcceptance && heard !== undefined && heard >= before && heard <= after ? heard : before

/**
 * Runs in a frame. Allows the page to submit the form of a control that the audit will press, which
 * `preparePage` otherwise prevents. Returns whether there is a form.
 */
const allowForm = (control: Element): boolean => {
  const form = window.consentAudit?.formOf(control)
  if (form) window.consentAudit?.forms.add(form)
  return form !== undefined
}

/**
 * Presses a control, and notes the click, with a picture from just before. Clicks with the mouse as
 * a visitor does, or by script if the mouse cannot reach the control.
 *
 * @param steps The number of clicks of the answer so far, with this one. @default 1
 */
export const press = async (
  visit: PhaseVisit,
  target: Target,
  act: Act,
  steps = 1,
): Promise<GivenAnswer> => {
  const { frame, words } = target
  const element = await target.element()
  const options = { timeout: PATIENCE }
  await element.scrollIntoViewIfNeeded(options).catch(() => {})
  const isFree = await element.click({ ...options, trial: true }).then(
    () => true,
    () => false,
  )
  const box = (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  if (await element.evaluate(allowForm)) visit.allowPost()
  const seen = { act, words, box, time: Date.now() }
  await visit.photograph(seen)
  visit.recording.noteClick(seen)
  const listener = await frame.evaluateHandle(() => ({
    time: new Promise<number>(resolve => {
      window.addEventListener('click', () => resolve(Date.now()), { capture: true, once: true })
    }),
  }))
  // Waits for the time from before the click, because the click can navigate away from the page.
  const heard = listener.evaluate(({ time }) => time).catch(() => undefined)
  // Clicks a covered control too, because the audit judges the banner and not what covers it.
  const clickByScript = () =>
    element.evaluate(one => {
      if (one instanceof HTMLElement) one.click()
    })
  const before = Date.now()
  await (isFree ? element.click(options).catch(clickByScript) : clickByScript())
  const after = Date.now()
  const time = timeOf(act === 'accept', before, after, await within(500, heard))
  return { time, answer: { steps, width: box.width, height: box.height } }
}
