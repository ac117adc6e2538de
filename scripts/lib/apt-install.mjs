// @ts-check
import { run } from './run.mjs'

/**
 * Makes sure that Debian's packages are here: installs them through apt as root or with CI set, else
 * says which line to run.
 *
 * @param {string} purpose Who needs them, as the beginning of a sentence.
 * @param {() => readonly string[]} missing Gives the packages that are not here; asked before and after.
 * @returns {Promise<boolean>} Whether they are here.
 */
export const aptInstall = async (purpose, missing) => {
  const packages = [...new Set(missing())]
  if (packages.length === 0) return true
  const install = `apt-get install -y ${packages.join(' ')}`
  const isRoot = process.getuid?.() === 0
  if (!isRoot && !process.env['CI']) {
    console.error(
      `${purpose} need ${packages.join(', ')}. Run this line, then the same again:\n` +
        `  sudo sh -c 'apt-get update && ${install}'`,
    )
    return false
  }
  const sudo = isRoot ? '' : 'sudo '
  await run('sh', ['-c', `${sudo}apt-get update && ${sudo}${install}`], {
    DEBIAN_FRONTEND: 'noninteractive',
  })
  const still = missing()
  if (still.length > 0) console.error(`apt did not bring ${still.join(', ')}.`)
  return still.length === 0
}
