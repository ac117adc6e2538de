import { defineConfig, type Project } from '@playwright/test'
import { BROWSERS } from '../scripts/lib/browsers.mjs'

const chromium: Project['use'] = {
  browserName: 'chromium',
  launchOptions: {
    executablePath: BROWSERS.chromium.path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // What leaves while a page goes is asked of no route: it must not reach Google either.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
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

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  outputDir: 'results/browsers',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  reporter: [['dot'], ['json', { outputFile: 'results/browsers.json' }]],
  use: { locale: 'en-US', trace: 'retain-on-failure' },
  projects: [
    { name: 'chromium', use: chromium },
    { name: 'firefox', use: firefox },
  ],
})
