import { expect, type Locator } from '@playwright/test'

/** Checks the length of every transition in seconds, and that no animation runs. */
export const checkMotion = async (part: Locator, longest: number, what: string) => {
  const { seconds, animated } = await part.evaluateAll(findMotion)
  expect.soft(animated, `motion: ${what}`).toEqual([])
  expect.soft(Math.max(...seconds), `motion: ${what}`).toBeLessThanOrEqual(longest)
  return seconds
}

/** Returns the times of all transitions with their delays, and the animated elements. */
const findMotion = (parts: Element[]) => {
  const seconds: number[] = [0]
  const animated: string[] = []
  for (const part of parts)
    for (const element of [part, ...(part.shadowRoot ?? part).querySelectorAll('*')])
      for (const pseudo of [null, '::before', '::after', '::backdrop', '::details-content']) {
        const style = getComputedStyle(element, pseudo)
        const [durations = [], delays = []] = [style.transitionDuration, style.transitionDelay].map(
          times => times.split(',').map(Number.parseFloat),
        )
        seconds.push(...durations.map((time, at) => time && time + (delays[at] ?? 0)))
        if (style.animationName !== 'none' || style.scrollBehavior === 'smooth')
          animated.push(`${element.localName}${pseudo ?? ''}`)
      }
  return { seconds, animated }
}
