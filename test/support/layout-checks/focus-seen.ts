import { expect, type Locator } from '@playwright/test'
import { Keys } from '../keys.ts'

export const WINDOWS = [
  { width: 320, height: 568 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
] as const

/** `WINDOWS`, and the size that a window of 1280 by 1024 pixels has at a zoom of 400 %. */
export const ALL_WINDOWS = [...WINDOWS, { width: 320, height: 256 }] as const

/** Checks that every control from `first` to `last` is visible at its focus, both ways. */
export const checkFocusSeen = async (
  first: Locator,
  last: Locator,
  windows: readonly { readonly width: number; readonly height: number }[],
  what: string,
): Promise<void> => {
  const page = first.page()
  for (const viewport of windows) {
    await page.setViewportSize(viewport)
    for (const [from, to, key] of [
      [first, last, 'Tab'],
      [last, first, 'Shift+Tab'],
    ] as const) {
      await from.focus()
      // Poll: an element of the SDK that covers the focused control moves away a moment later.
      await new Keys(page).goTo(to, key, place =>
        expect
          .poll(
            () => page.evaluate(isFocusSeen),
            `focus: ${place}, ${what}, ${viewport.width}x${viewport.height}`,
          )
          .toBe(true),
      )
    }
  }
}

/** Says whether a part of the focused element is visible, in every scrolling box too. */
const isFocusSeen = () => {
  let focused = document.activeElement as Element
  while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  const { left, top, right, bottom } = focused.getBoundingClientRect()
  const [fromX, toX] = [Math.max(left, 0), Math.min(right, innerWidth)]
  const [fromY, toY] = [Math.max(top, 0), Math.min(bottom, innerHeight)]
  const root = focused.getRootNode() as Document | ShadowRoot
  const spots = [0.1, 0.3, 0.5, 0.7, 0.9]
  return spots.some(across =>
    spots.some(down => {
      const hit = root.elementFromPoint(
        fromX + across * (toX - fromX),
        fromY + down * (toY - fromY),
      )
      return hit && (focused.contains(hit) || hit.contains(focused)) && toX > fromX && toY > fromY
    }),
  )
}
