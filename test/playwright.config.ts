import { defineConfig, type Project } from '@playwright/test'
import { BROWSERS } from '../scripts/lib/browsers.mjs'
import { CHROMIUM_FLAGS } from '../scripts/lib/chromium-flags.mjs'
import { acknowledgeAtOnce } from './support/acknowledge-at-once.ts'

// Call this function here: every worker of Playwright loads this file before it starts its browser.
acknowledgeAtOnce()

/**
 * Which tests run: `short` for those of `npm test`, `rest` for those that `npm run test:full` has
 * more. Without the variable, as in `npm run e2e`, all tests run.
 */
const RUN = process.env['TEST_RUN']

/** Returns a pattern for the titles that have all of the tags. Playwright adds tags to titles. */
const tagged = (...tags: readonly string[]) =>
  new RegExp(tags.map(tag => `(?=.* @${tag}(?![\\w-]))`).join('') || '', 's')

/** The patterns of what a project runs and leaves out. */
type Choice = Required<Pick<Project, 'grep' | 'grepInvert'>>

/** Returns the tests in Chromium, in the whole browser or in its headless shell. */
const inChromium = (isWhole: boolean): Choice => ({
  grep: tagged(...(isWhole ? ['whole-chromium'] : []), ...(RUN === 'rest' ? ['full'] : [])),
  grepInvert: [
    tagged('only-firefox'),
    ...(isWhole ? [] : [tagged('whole-chromium')]),
    ...(RUN === 'short' ? [tagged('full')] : []),
  ],
})

/**
 * Returns the tests in Firefox. The short run has those with the tag `@firefox` or `@only-firefox`,
 * and without the tag `@full`.
 */
const inFirefox = (): Choice => {
  const isShort = /^(?=.* @(only-)?firefox(?![\w-]))(?!.* @full(?![\w-]))/s
  return {
    grep: RUN === 'short' ? isShort : /./,
    grepInvert: [tagged('only-chromium'), ...(RUN === 'rest' ? [isShort] : [])],
  }
}

const chromium = (executablePath: string): NonNullable<Project['use']> => ({
  browserName: 'chromium',
  // No animation moves the elements that tests measure, unless a test turns motion on.
  contextOptions: { reducedMotion: 'reduce' },
  launchOptions: { executablePath, args: CHROMIUM_FLAGS },
})

/**
 * Tests with the tag `@whole-chromium` need the back/forward cache or settings of a profile, which
 * the same engine without a window does not have. It takes a third less processor time.
 */
const CHROMIUM: Project[] = [
  { name: 'chromium', use: chromium(BROWSERS.chromiumShell.path), ...inChromium(false) },
  { name: 'whole chromium', use: chromium(BROWSERS.chromium.path), ...inChromium(true) },
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
 * test files has a new Firefox, but for the few tests of the short run. `--project='firefox*'` runs
 * all parts.
 */
const PARTS = RUN === 'short' ? ['a-z'] : ['a-d', 'e-l', 'm-p', 'q-z']
const FIREFOX: Project[] = PARTS.map(letters => ({
  name: `firefox ${letters}`,
  testMatch: new RegExp(`/[${letters}][\\w-]*\\.e2e\\.ts$`),
  use: firefox,
  ...inFirefox(),
}))

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  outputDir: 'results/browsers',
  forbidOnly: RUN !== undefined,
  fullyParallel: true,
  // One more than a small machine has cores: a test spends half of its time waiting.
  workers: 3,
  // On a busy machine a test may time out, so scripts/test.mjs lets Playwright run a failed test
  // once more. If more than a few tests pass only when retried, it counts these as failed. A test in
  // which something forbidden happened always counts as failed.
  retries: RUN ? 1 : 0,
  // These limits are for a busy machine. No test waits until a limit has passed.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: RUN
    ? [['dot'], ['json', { outputFile: `../${process.env['TEST_REPORT']}` }]]
    : [['list']],
  use: {
    locale: 'en-US',
    // In Firefox, recording a trace takes as long as the test itself.
    trace: RUN ? 'on-first-retry' : 'retain-on-failure',
  },
  projects: [...CHROMIUM, ...FIREFOX],
})
