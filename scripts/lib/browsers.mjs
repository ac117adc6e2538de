// @ts-check
import { existsSync } from 'node:fs'
import { run } from './run.mjs'

/** Debian's browsers: where each is, and the package that brings it. Variables override the paths. */
export const BROWSERS = {
  chromium: { path: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', package: 'chromium' },
  firefox: { path: process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr', package: 'firefox-esr' },
  webkit: {
    path: process.env['WEBKIT_PATH'] ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    package: 'webkit2gtk-driver',
  },
  webkitDriver: {
    path: process.env['WEBKIT_DRIVER_PATH'] ?? '/usr/bin/WebKitWebDriver',
    package: 'webkit2gtk-driver',
  },
  display: { path: process.env['XVFB_RUN_PATH'] ?? '/usr/bin/xvfb-run', package: 'xvfb' },
  fonts: {
    path: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    package: 'fonts-noto-cjk',
  },
}

/**
 * Makes sure that the browsers of the tests are here: installs them through apt as root or with CI
 * set, else says which line to run.
 *
 * @returns {Promise<boolean>} Whether they are here.
 */
export const installBrowsers = async () => {
  const missing = () => [
    ...new Set(
      Object.values(BROWSERS)
        .filter(({ path }) => !existsSync(path))
        .map(browser => browser.package),
    ),
  ]
  const packages = missing()
  if (packages.length === 0) return true
  const install = `apt-get install -y ${packages.join(' ')}`
  const isRoot = process.getuid?.() === 0
  if (!isRoot && !process.env['CI']) {
    console.error(
      `The browser tests need ${packages.join(', ')}. Run this line, then npm test again:\n` +
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
