// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Waits until a condition is true, at most 20 seconds.
 *
 * @param {() => unknown} condition
 * @param {string} what The condition in words, for the error message.
 */
export const until = async (condition, what) => {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await condition()) return
    await sleep(200)
  }
  throw new Error(`nothing to click, or no effect: ${what}`)
}
