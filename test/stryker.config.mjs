// Mutants of what decides: `npm run mutation` changes it in each small way, one at a time, and says
// which changes no unit test notices. Those that stay are in mutation-survivors.md.

const core = 'packages/consent/src/core'
const gate = 'packages/consent/src/gate'
const shared = 'packages/consent/src/shared'

export default {
  mutate: [
    // What a stored text is taken for, and what a record is worth now: a slip here grants.
    `${core}/{record-codec,read-record,history,policy,signals,state,parse-consent}.ts`,
    // What is asked, recorded and told of; who runs and who stops.
    `${shared}/service-key.ts`,
    `${core}/create-consent.ts`,
    // Which address, cookie or key of storage belongs to whom, and whose claim decides.
    `${gate}/{gate,match-address,match-cookie,sweep}.ts`,
    // Whether a service starts, and what keeps the page from one that must not.
    `${gate}/service.ts`,
    `${gate}/guard/{guard,hold}.ts`,
    // When held mark-up is let go, and which address a script may have then.
    `${gate}/held/{keep-out-raw,release,release-script,start-held-markup}.ts`,
    `${gate}/{set-address,url-of}.ts`,
  ],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation.config.ts' },
  // The tests strip the types: nothing has to hide what a mutant does to them.
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
