import { defineConfig, type Project } from '@playwright/test'
import { BROWSERS } from '../scripts/lib/browsers.mjs'
import { CHROMIUM_FLAGS } from '../scripts/lib/chromium-flags.mjs'
import { acknowledgeAtOnce } from './support/acknowledge-at-once.ts'

// Call this function here: every worker of Playwright loads this file before it starts its browser.
acknowledgeAtOnce()

/**
 * With `FULL=1` every test without a tag `@only-…` runs in both engines. Otherwise Firefox runs
 * only tests with the tag `@firefox`, and Chromium's tests without the tag `@whole-chromium` run in
 * its headless shell.
 */
const IS_FULL = process.env['FULL'] === '1'

const chromium = (executablePath: string): NonNullable<Project['use']> => ({
  browserName: 'chromium',
  // No animation moves the elements that tests measure, unless a test turns motion on.
  contextOptions: { reducedMotion: 'reduce' },
  launchOptions: { executablePath, args: CHROMIUM_FLAGS },
})

const WHOLE = chromium(BROWSERS.chromium.path)

/**
 * The same engine without a window takes a third less processor time. It has no back/forward cache
 * and reads no settings of a profile, so tests that need these have the tag `@whole-chromium`.
 */
const SHELL = chromium(BROWSERS.chromiumShell.path)

const CHROMIUM: Project[] = IS_FULL
  ? [{ name: 'chromium', grepInvert: /@only-(?!chromium)/, use: WHOLE }]
  : [
      { name: 'chromium', grepInvert: /@only-(?!chromium)|@whole-chromium/, use: SHELL },
      { name: 'whole chromium', grep: /@whole-chromium/, use: WHOLE },
    ]

// Debian's Firefox supports none of the emulations that Playwright sets by default.
const firefox: Project['use'] = {
  browserName: 'firefox',
  channel: 'moz-firefox',
  launchOptions: {
    executablePath: BROWSERS.firefox.path,
    firefoxUserPrefs: { 'ui.prefersReducedMotion': 1 },
  },
  colorScheme: null,
  contextOptions: { reducedMotion: null, forcedColors: null, contrast: null },
}

/**
 * Firefox's memory grows with each test, until it gets slow and loses windows. So each part of the
 * test files has a new Firefox. `--project='firefox*'` runs all parts.
 */
const PARTS = ['a-d', 'e-l', 'm-p', 'q-z']
const FIREFOX: Project[] = PARTS.map(letters => ({
  name: `firefox ${letters}`,
  testMatch: new RegExp(`/[${letters}][\\w-]*\\.e2e\\.ts$`),
  grep: IS_FULL ? /./ : /@firefox\b/,
  grepInvert: /@only-(?!firefox)/,
  use: firefox,
}))

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  outputDir: 'results/browsers',
  forbidOnly: true,
  fullyParallel: true,
  // One more than a small machine has cores: a test spends half of its time waiting.
  workers: 3,
  // On a busy machine a test may time out, so Playwright runs a failed test once more.
  // If more than a few tests pass only when retried, scripts/test.mjs counts these as failed. A
  // test in which something forbidden happened always counts as failed.
  retries: 1,
  // These limits are for a busy machine. No test waits until a limit has passed.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['dot'], ['json', { outputFile: 'results/browsers.json' }]],
  // In Firefox, recording a trace takes as long as the test itself.
  use: { locale: 'en-US', trace: 'on-first-retry' },
  projects: [...CHROMIUM, ...FIREFOX],
})
