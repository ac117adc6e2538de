// @ts-check
// Tries the properties of what reads hostile text, which `npm test` tries a thousand times each, as
// often as said: `npm run fuzz -- [cases of each property] [seed]`.

import { run } from './lib/run.mjs'

const [cases = '1000000', seed = `${Date.now() % 2 ** 31}`] = process.argv.slice(2)
console.log(`${cases} cases of each property, seed ${seed}`)
const vitest = ['vitest', 'run', '--config', 'test/fuzz.config.ts', '--reporter=verbose']
process.exit(await run('npx', vitest, { FUZZ_CASES: cases, FUZZ_SEED: seed }))
