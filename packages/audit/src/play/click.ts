import type { ElementHandle, Frame } from 'playwright-core'
import type { Act } from '../seen.ts'
import { within } from '../watch/within.ts'
import type { Visit } from './visit.ts'

/** A control to press. */
export interface Target {
  readonly frame: Frame
  readonly words: string
  element(): Promise<ElementHandle<HTMLElement | SVGElement>>
}

/** A click, and the size of the clicked element in CSS pixels. */
export interface Click {
  /** The time of the click, in milliseconds since the epoch. */
  readonly time: number
  readonly width: number
  readonly height: number
}

/** How long a click may take, in milliseconds. */
const PATIENCE = 3000

/**
 * Returns the time that counts for a click. An acceptance counts from the time before the click, so
 * that no request of the page after the acceptance seems to be older. A refusal or a withdrawal
 * counts from the time at which the page has got the click, so that no request of an earlier grant
 * seems to be younger.
 *
 * @param heard The page's own time of the click, which counts only if it can be right.
 */
export const timeOf = (
  isAcceptance: boolean,
  before: number,
  after: number,
  heard: number | undefined,
): number =>
  !isAcceptance && heard !== undefined && heard >= before && heard <= after ? heard : before

/** Runs in the page. Lets the form of a control be submitted. Returns whether there is a form. */
const allowForm = (control: Element): boolean => {
  const form = (control as HTMLButtonElement).form ?? control.closest('form')
  if (form instanceof Element) window.consentAudit?.forms.add(form)
  return form instanceof Element
}

/**
 * Presses a control as a visitor does, and notes the click, with a picture from just before. First
 * prepares everything, then takes the time, then clicks.
 */
export const press = async (visit: Visit, target: Target, act: Act): Promise<Click> => {
  const { frame, words } = target
  const element = await target.element()
  const options = { timeout: PATIENCE }
  await element.scrollIntoViewIfNeeded(options).catch(() => {})
  const isFree = await element.click({ ...options, trial: true }).then(
    () => true,
    () => false,
  )
  const box = (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  if (await element.evaluate(allowForm)) visit.mayPost()
  const seen = { act, words, box, time: Date.now() }
  await visit.photograph(seen)
  visit.recording.clicked(seen)
  const listener = await frame.evaluateHandle(() => ({
    time: new Promise<number>(resolve => {
      window.addEventListener('click', () => resolve(Date.now()), { capture: true, once: true })
    }),
  }))
  // Waits for the time from before the click, because the click can navigate away from the page.
  const heard = listener.evaluate(({ time }) => time).catch(() => undefined)
  // Clicks a covered control too, because the audit judges the banner and not what covers it.
  const byScript = () =>
    element.evaluate(one => {
      if (one instanceof HTMLElement) one.click()
    })
  const before = Date.now()
  await (isFree ? element.click(options).catch(byScript) : byScript())
  const after = Date.now()
  const time = await within(500, heard)
  return { time: timeOf(act === 'accept', before, after, time), ...sizeOf(box) }
}

const sizeOf = ({ width, height }: { width: number; height: number }) => ({ width, height })
