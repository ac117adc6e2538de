// @ts-check
import { existsSync } from 'node:fs'
import { aptInstall } from './apt-install.mjs'

/**
 * Debian's browsers, programs and fonts that the browser tests need, and libraries that test pages
 * load. Each has a path, most of which an environment variable can override, and the name of its
 * Debian package.
 */
export const BROWSERS = {
  chromium: { path: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', package: 'chromium' },
  chromiumShell: {
    path: process.env['CHROMIUM_SHELL_PATH'] ?? '/usr/bin/chromium-headless-shell',
    package: 'chromium-headless-shell',
  },
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
  certificates: { path: '/usr/bin/openssl', package: 'openssl' },
  fonts: {
    path: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    package: 'fonts-noto-cjk',
  },
  prototypeJs: {
    path: process.env['PROTOTYPE_JS_PATH'] ?? '/usr/share/javascript/prototype/prototype.js',
    package: 'libjs-prototype',
  },
  mooTools: {
    path: process.env['MOOTOOLS_PATH'] ?? '/usr/share/javascript/mootools/mootools-core.min.js',
    package: 'libjs-mootools',
  },
}

/**
 * Installs the packages of `BROWSERS` that are missing, or prints how to install them.
 *
 * @returns {Promise<boolean>} Whether all these packages are installed.
 */
export const installBrowsers = () =>
  aptInstall('The browser tests', () =>
    Object.values(BROWSERS)
      .filter(({ path }) => !existsSync(path))
      .map(browser => browser.package),
  )
