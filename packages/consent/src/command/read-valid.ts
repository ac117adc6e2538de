import { mistakesIn } from './mistakes.ts'
import { readConfig, type SiteConfig } from './read-config.ts'

/** The default folder of the files that a site publishes for its pages. */
export const FOLDER = 'public/consent'

/** The options of `inventory` and `notices`. */
export const PAGE_OPTIONS = { out: { type: 'string' } } as const

/**
 * Reads a configuration. If `mistakesIn` finds mistakes in the configuration, prints them and
 * returns `undefined`.
 */
export const readValid = async (given: string | undefined): Promise<SiteConfig | undefined> => {
  const { config } = await readConfig(given)
  const mistakes = mistakesIn(config)
  for (const { code, message } of mistakes) console.error(`${code} ${message}`)
  if (!mistakes[0]) return config
  console.error('Nothing is written.')
  return undefined
}
