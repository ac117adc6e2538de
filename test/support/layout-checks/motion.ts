import { expect, type Locator } from '@playwright/test'

/**
 * Checks that no transition in a part of the interface takes longer than allowed, and that no
 * animation runs.
 *
 * @param longest The longest time allowed, in seconds.
 * @returns Every duration and delay found, in seconds.
 */
export const checkMotion = async (
  part: Locator,
  longest: number,
  what: string,
): Promise<number[]> => {
  const { seconds, animated } = await part.evaluateAll(findMotion)
  expect.soft(animated, `motion: ${what}`).toEqual([])
  expect.soft(Math.max(...seconds), `motion: ${what}`).toBeLessThanOrEqual(longest)
  return seconds
}

/** Runs in the page: returns the durations of all transitions, and the animated elements. */
const findMotion = (parts: Element[]) => {
  const seconds: number[] = [0]
  const animated: string[] = []
  for (const part of parts)
    for (const element of [part, ...(part.shadowRoot ?? part).querySelectorAll('*')])
      for (const pseudo of [null, '::before', '::after', '::backdrop', '::details-content']) {
        const style = getComputedStyle(element, pseudo)
        const times = `${style.transitionDuration},${style.transitionDelay}`
        seconds.push(...times.split(',').map(Number.parseFloat))
        if (style.animationName !== 'none' || style.scrollBehavior === 'smooth')
          animated.push(`${element.localName}${pseudo ?? ''}`)
      }
  return { seconds, animated }
}
