import { mistakesIn } from './mistakes.ts'
import { readConfig, type SiteConfig } from './read-config.ts'

/** The folder of the files for pages. */
export const FOLDER = 'public/consent'

/** The options of the commands that write files for pages. */
export const PAGE_OPTIONS = { out: { type: 'string' } } as const

/** Reads a configuration. Prints its mistakes, and returns `undefined` if it has any. */
export const readValid = async (given: string | undefined): Promise<SiteConfig | undefined> => {
  const { config } = await readConfig(given)
  const mistakes = mistakesIn(config)
  for (const { code, message } of mistakes) console.error(`${code} ${message}`)
  if (!mistakes[0]) return config
  console.error('Nothing is written.')
  return undefined
}
