import { expect, type Locator } from '@playwright/test'
import { addMeasure } from '../measure.ts'

/** The largest number of Tab presses. No test page has as many focusable elements. */
const MOST_STOPS = 60

/** The window sizes in which the check runs. */
export const WINDOWS = [
  { width: 320, height: 568 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
] as const

/** The size that a window of 1280 by 1024 pixels has at a zoom of 400 %. */
export const ALL_WINDOWS = [...WINDOWS, { width: 320, height: 256 }] as const

/**
 * Checks, in each window size, every control from one control to another: the control must be
 * visible when it has the focus, with Tab and with Shift+Tab.
 */
export const checkFocusSeen = async (
  first: Locator,
  last: Locator,
  windows: readonly { readonly width: number; readonly height: number }[],
  what: string,
): Promise<void> => {
  await addMeasure(first.page())
  for (const viewport of windows) {
    const size = `${what}, ${viewport.width}x${viewport.height}`
    await first.page().setViewportSize(viewport)
    await walk(first, last, 'Tab', size)
    await walk(last, first, 'Shift+Tab', size)
  }
}

const walk = async (from: Locator, to: Locator, key: 'Tab' | 'Shift+Tab', size: string) => {
  await from.focus()
  const way: string[] = []
  for (let isThere = false; !isThere; ) {
    expect(way.length, `focus: not reached over ${way.join(' > ')}`).toBeLessThan(MOST_STOPS)
    await to.page().keyboard.press(key)
    const stop = await to.evaluate(lookAtFocus)
    way.push(stop.place)
    isThere = stop.isThere
    // Poll: an element of the SDK that covers the focused control moves away a moment later.
    if (!stop.isSeen)
      await expect
        .poll(async () => (await to.evaluate(lookAtFocus)).isSeen, `focus: ${stop.place}, ${size}`)
        .toBe(true)
  }
}

/**
 * Runs in the page: describes the focused element. Says whether it is the target, and whether a
 * part of it is visible in the window and in every scrolling box around it.
 */
const lookAtFocus = (target: Element) => {
  const focused = window.measure.focused()
  const { left, top, right, bottom } = focused.getBoundingClientRect()
  const [fromX, toX] = [Math.max(left, 0), Math.min(right, innerWidth)]
  const [fromY, toY] = [Math.max(top, 0), Math.min(bottom, innerHeight)]
  const root = focused.getRootNode() as Document | ShadowRoot
  const spots = [0.1, 0.3, 0.5, 0.7, 0.9]
  const isSeen = spots.some(across =>
    spots.some(down => {
      const hit = root.elementFromPoint(
        fromX + across * (toX - fromX),
        fromY + down * (toY - fromY),
      )
      return hit && (focused.contains(hit) || hit.contains(focused)) && toX > fromX && toY > fromY
    }),
  )
  const { localName, id, textContent } = focused
  return {
    place: `${localName}#${id} ${(textContent ?? '').trim().slice(0, 24)}`,
    isThere: document.hasFocus() && focused === target,
    isSeen,
  }
}
