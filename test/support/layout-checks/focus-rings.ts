import { expect, type Locator } from '@playwright/test'
import { addMeasure } from '../measure.ts'
import { controlsOf } from './controls.ts'

/** Least contrast of a focus ring with what lies around it: WCAG 1.4.11 and 2.4.13. */
const LEAST_CONTRAST = 3

/** Checks that every control of some hosts shows a ring when it has the focus. */
export const checkFocusRings = async (hosts: Locator, what: string): Promise<void> => {
  await addMeasure(hosts.page())
  const controls = controlsOf(hosts)
  // From here on the browser takes it for a visit by keyboard. A key elsewhere ends the message.
  await controls.last().focus()
  await hosts.page().keyboard.press('ArrowUp')
  const rings = await controls.evaluateAll(ringsOf)
  expect.soft(rings.length, `focus rings: ${what}`).toBeGreaterThan(0)
  const faults = rings.filter(
    ({ outlineStyle, outlineWidth, contrast }) =>
      outlineStyle !== 'solid' || outlineWidth !== '2px' || !(contrast >= LEAST_CONTRAST),
  )
  expect.soft(faults, `focus rings: ${what}`).toEqual([])
}

/** Runs in the page: gives each control the focus and takes it away; returns what was drawn around it. */
const ringsOf = (controls: Element[]) =>
  controls.map(control => {
    const element = control as HTMLElement
    element.blur()
    element.focus({ focusVisible: true } as FocusOptions)
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(control)
    const { backdrop, contrast } = window.measure
    const isWithin = outlineOffset.startsWith('-')
    const ring = {
      stop: control.id || control.textContent,
      outlineStyle,
      outlineWidth,
      contrast: contrast(outlineColor, backdrop(isWithin ? control : control.parentElement)),
    }
    element.blur()
    return ring
  })
