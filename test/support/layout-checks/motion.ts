import { expect, type Locator } from '@playwright/test'

/**
 * Checks that nothing in a layer moves for longer than allowed, and that nothing is animated.
 *
 * @param longest In seconds.
 * @returns Every duration and delay found, in seconds.
 */
export const checkMotion = async (
  layer: Locator,
  longest: number,
  what: string,
): Promise<number[]> => {
  const { seconds, animated } = await layer.evaluateAll(findMotion)
  expect.soft(animated, `motion: ${what}`).toEqual([])
  expect.soft(Math.max(...seconds), `motion: ${what}`).toBeLessThanOrEqual(longest)
  return seconds
}

/** Runs in the page: how long anything takes to change, and what is animated. */
const findMotion = (layers: Element[]) => {
  const seconds: number[] = [0]
  const animated: string[] = []
  for (const layer of layers)
    for (const element of [layer, ...(layer.shadowRoot ?? layer).querySelectorAll('*')])
      for (const pseudo of [null, '::before', '::after', '::backdrop', '::details-content']) {
        const style = getComputedStyle(element, pseudo)
        const times = `${style.transitionDuration},${style.transitionDelay}`
        seconds.push(...times.split(',').map(Number.parseFloat))
        if (style.animationName !== 'none' || style.scrollBehavior === 'smooth')
          animated.push(`${element.localName}${pseudo ?? ''}`)
      }
  return { seconds, animated }
}
