// @ts-check
import { run } from './run.mjs'

/**
 * Makes sure that Debian packages are installed. Installs missing packages by apt if the user is
 * root or in CI, otherwise prints the command to run.
 *
 * @param {string} purpose The beginning of the message, which says what needs the packages.
 * @param {() => readonly string[]} missing Returns the missing packages. Called before and after
 *   the installation.
 * @returns {Promise<boolean>} Whether all packages are installed.
 */
export const aptInstall = async (purpose, missing) => {
  const packages = [...new Set(missing())]
  if (packages.length === 0) return true
  const install = `apt-get install -y ${packages.join(' ')}`
  const isRoot = process.getuid?.() === 0
  if (!isRoot && !process.env['CI']) {
    console.error(
      `${purpose} need ${packages.join(', ')}. Run this line, then your command again:\n` +
        `  sudo sh -c 'apt-get update && ${install}'`,
    )
    return false
  }
  const sudo = isRoot ? '' : 'sudo '
  await run('sh', ['-c', `${sudo}apt-get update && ${sudo}${install}`], {
    DEBIAN_FRONTEND: 'noninteractive',
  })
  const still = missing()
  if (still.length > 0)
    console.error(`After the installation these packages are still missing: ${still.join(', ')}.`)
  return still.length === 0
}
