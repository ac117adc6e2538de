// @ts-check

/**
 * Runs a step. Prints its name at the start, and its duration after a success. Prints to stderr,
 * because stdout may be the log that `receipt-log export` prints.
 *
 * @param {string} what The name of the step, such as "Installing the npm packages".
 * @param {() => Promise<number>} work Returns an exit code.
 * @returns {Promise<number>} The exit code.
 */
export const step = async (what, work) => {
  console.error(`${what} …`)
  const began = Date.now()
  const code = await work()
  if (code === 0) console.error(`${what} took ${((Date.now() - began) / 1000).toFixed(1)} s.`)
  return code
}
