// Configures `npm run mutation`: it makes small changes in the code that decides, one at a time,
// and reports the changes that no unit test notices. mutation-survivors.md lists the known ones.

const core = 'packages/consent/src/core'
const gate = 'packages/consent/src/gate'
const shared = 'packages/consent/src/shared'

export default {
  mutate: [
    // These files decode stored text and decide what a record is worth; a mistake here could grant.
    `${core}/record/{record-codec,read-record,parse-consent,next-record}.ts`,
    `${core}/stored/history.ts`,
    `${core}/store/{policy,signals,state}.ts`,
    // These files decide what is asked and recorded, and which services start and stop.
    `${shared}/service-key.ts`,
    `${core}/store/create-consent.ts`,
    // These files decide to which service an address, a cookie or a storage key belongs, and which
    // rule decides.
    `${gate}/{gate,rules,match-address,match-cookie,once-per-burst,sweep}.ts`,
    // These files decide whether a service starts, and block services that must not start.
    `${gate}/service.ts`,
    `${gate}/interceptors/{start-interceptors,block-element}.ts`,
    // These files decide when blocked markup is unblocked, and which address a script may then
    // have.
    `${gate}/blocked-markup/{block-raw,unblock,unblock-script,start-blocked-markup}.ts`,
    `${gate}/{set-address,url-of}.ts`,
  ],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation.config.ts' },
  // Vitest strips types without checking them, so type errors in mutants need not be silenced.
  disableTypeChecks: false,
  ignorePatterns: [
    '/examples',
    '/test/e2e',
    '/test/hosts',
    '/test/wrappers',
    '/test/real-pages',
    'dist',
  ],
  tempDirName: 'test/results/stryker',
  reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
  htmlReporter: { fileName: 'test/results/mutation.html' },
  jsonReporter: { fileName: 'test/results/mutation.json' },
  thresholds: { high: 95, low: 90, break: 90 },
}
