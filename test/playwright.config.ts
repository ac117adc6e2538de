import { defineConfig, type Project } from '@playwright/test'
import { BROWSERS } from '../scripts/lib/browsers.mjs'
import { CHROMIUM_FLAGS } from '../scripts/lib/chromium-flags.mjs'

/** Whether each test runs in each engine, or Firefox runs those with the tag `@firefox` alone. */
const IS_FULL = process.env['FULL'] === '1'

const chromium: Project['use'] = {
  browserName: 'chromium',
  launchOptions: {
    executablePath: BROWSERS.chromium.path,
    args: CHROMIUM_FLAGS,
  },
}

// Debian's Firefox knows none of the emulations that Playwright would set.
const firefox: Project['use'] = {
  browserName: 'firefox',
  channel: 'moz-firefox',
  launchOptions: { executablePath: BROWSERS.firefox.path },
  colorScheme: null,
  contextOptions: { reducedMotion: null, forcedColors: null, contrast: null },
}

/**
 * Firefox keeps something of each test, up to gigabytes, gets slow and loses windows: each part of the
 * files has a new one. `--project='firefox*'` takes them all.
 */
const FIREFOX: Project[] = ['a-d', 'e-l', 'm-p', 'q-z'].map(letters => ({
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
  // More than the cores of a small machine: a test waits for its browser half of the time.
  workers: 3,
  // A busy machine may be slower than a test's patience. scripts/test.mjs decides which flaky tests count.
  retries: 1,
  // Bounds for a machine that has other work to do; no test waits for them to pass.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['dot'], ['json', { outputFile: 'results/browsers.json' }]],
  // A trace of each test takes Firefox as long as the test.
  use: { locale: 'en-US', trace: 'on-first-retry' },
  projects: [{ name: 'chromium', grepInvert: /@only-(?!chromium)/, use: chromium }, ...FIREFOX],
})
