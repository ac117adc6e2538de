// @ts-check

/** How often each is tried. */
const ROUNDS = 3
/** More than these are no accident of a busy machine. */
const MOST = 5

/**
 * Tries browser tests that have failed among hundreds, now that the machine does nothing else. Several
 * browsers at a time may be slower than a test's patience; a fault is there alone, too.
 *
 * @param {number} failed How many have failed.
 * @param {() => Promise<number>} tryFailed Tries those again, and no others; gives how many have passed.
 * @returns {Promise<boolean>} Whether every one has passed each time.
 */
export const passAlone = async (failed, tryFailed) => {
  if (failed > MOST) return false
  for (let round = 0; round < ROUNDS; round += 1) if ((await tryFailed()) !== failed) return false
  console.warn(`\n${failed} failed among the others and passed ${ROUNDS} times alone.`)
  return true
}
