// @ts-check
import { buildExample } from './lib/build-example.mjs'

/** The starters with a build, each with the folder of its pages. */
const STARTERS = { 'vite-react': 'dist', nuxt: '.output/public', astro: 'dist' }

/**
 * Builds the starters that need a build into test/results/starters, for the browser tests.
 *
 * @returns {Promise<boolean>} Whether each is built.
 */
export const startersBuilt = async () => {
  let isBuilt = true
  for (const [name, output] of Object.entries(STARTERS))
    if ((await buildExample(`starters/${name}`, output)) !== 0) isBuilt = false
  return isBuilt
}
