import type { Locator } from '@playwright/test'

/** The largest difference of two boxes that rounding can cause, in pixels. */
const ROUNDING = 1

/**
 * Compares every computed style of the button to reject with the same style of the button to
 * accept. Returns the properties that differ.
 */
export const compareAnswers = (answers: Locator) =>
  answers.evaluateAll((elements, rounding) => {
    const [reject, accept] = elements as unknown as [Element, Element]
    const boxes = [reject, accept].map(element => element.getBoundingClientRect())
    const styles = [reject, accept].map(element => getComputedStyle(element))
    const isSame = (one = '', other = '') =>
      one === other ||
      // The properties that are sizes or depend on sizes, such as `transform-origin`. They differ
      // because the buttons have different texts.
      (/^[\d. px]+$/.test(one + other) &&
        one
          .split(' ')
          .every(
            (part, at) =>
              Math.abs(Number.parseFloat(part) - Number.parseFloat(other.split(' ')[at] ?? '')) <=
              rounding,
          ))
    const { backdrop, contrast } = window.measure
    return {
      properties: styles[0]?.length,
      differing: [...(styles[0] ?? [])].filter(
        name => !isSame(styles[0]?.getPropertyValue(name), styles[1]?.getPropertyValue(name)),
      ),
      width: Math.abs((boxes[0]?.width ?? 0) - (boxes[1]?.width ?? 0)) <= rounding,
      height: Math.abs((boxes[0]?.height ?? 0) - (boxes[1]?.height ?? 0)) <= rounding,
      row: Math.abs((boxes[0]?.top ?? 0) - (boxes[1]?.top ?? 0)) <= rounding,
      contrasts: [reject, accept].map(
        element =>
          Math.round(contrast(getComputedStyle(element).color, backdrop(element)) * 10) / 10,
      ),
    }
  }, ROUNDING)
