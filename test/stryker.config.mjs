// Configures `npm run mutation`, which makes small changes in the files below, one at a time, and
// reports the changes that no unit test notices. mutation-survivors.md lists the known ones.

const core = 'packages/consent/src/core'
const gate = 'packages/consent/src/gate'
const shared = 'packages/consent/src/shared'

export default {
  mutate: [
    // These files decode stored text and decide whether a record counts. A mistake in them could
    // grant a category.
    `${core}/record/{read-record,record,history}.ts`,
    `${core}/store/{parse-consent,ports,state}.ts`,
    // These files decide which categories the visitor is asked about, what is recorded, and which
    // services start and stop.
    `${shared}/services.ts`,
    `${core}/store/{create-store,page-state}.ts`,
    // These files decide which service an address, a cookie or a storage key belongs to, and which
    // rule counts.
    `${shared}/patterns.ts`,
    `${gate}/{gate,rules,sweep}.ts`,
    // These files decide whether a service starts, and block services that must not start.
    `${gate}/service.ts`,
    `${gate}/interceptors/{start-interceptors,block-element}.ts`,
    // These files decide when blocked markup is unblocked, and which address a script may have
    // then.
    `${gate}/blocked-markup/{block-raw,unblock,unblock-script,start-blocked-markup}.ts`,
    `${gate}/set-address.ts`,
  ],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation.config.ts' },
  // Vitest removes types without checking them, so type errors in mutants do no harm.
  disableTypeChecks: false,
  ignorePatterns: [
    '/examples',
    '/test/e2e',
    '/test/hosts',
    '/test/wrappers',
    '/test/client-routers',
    '/test/real-pages',
    'dist',
  ],
  tempDirName: 'test/results/stryker',
  reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
  htmlReporter: { fileName: 'test/results/mutation.html' },
  jsonReporter: { fileName: 'test/results/mutation.json' },
  thresholds: { high: 95, low: 90, break: 90 },
}
