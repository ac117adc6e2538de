import type { ElementHandle, Frame } from 'playwright-core'
import { within } from '../watch/within.ts'

/** How long a click may take, in milliseconds. */
const PATIENCE = 3000

/** A click, and the size of the clicked element in CSS pixels. */
export interface Click {
  /**
   * The time at which the page got the click, or else the time just before the click, in
   * milliseconds since the epoch.
   */
  readonly time: number
  readonly width: number
  readonly height: number
}

/**
 * Clicks an element as a visitor does.
 *
 * @returns The click. What the page sent before `time` belongs to the earlier answer.
 */
export const click = async (
  frame: Frame,
  element: ElementHandle<HTMLElement | SVGElement>,
): Promise<Click> => {
  const { width, height } = (await element.boundingBox()) ?? { width: 0, height: 0 }
  const before = Date.now()
  const heard = await frame.evaluateHandle(() => ({
    time: new Promise<number>(resolve => {
      window.addEventListener('click', () => resolve(Date.now()), { capture: true, once: true })
    }),
  }))
  // Clicks a covered control too, because the audit judges the banner and not what covers it.
  await element.click({ timeout: PATIENCE }).catch(() =>
    element.evaluate(one => {
      if (one instanceof HTMLElement) one.click()
    }),
  )
  // The click can navigate away from the page; then nothing reports the time of the click.
  const time = await within(
    500,
    heard.evaluate(({ time: at }) => at),
  ).catch(() => undefined)
  return { time: time ?? before, width, height }
}
