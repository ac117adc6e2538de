import { join } from 'node:path'
import {
  type Inventory,
  inventoryOf,
  noticesOf,
  readInventory,
  renderSection,
  type SectionName,
} from '../inventory.ts'
import { commandFault, firstLine, usageFault } from './fault.ts'
import { mistakesIn } from './mistakes.ts'
import { namesFrom, parse } from './parse.ts'
import { readConfig, type SiteConfig } from './read-config.ts'
import { asJsonFile, jsonOf, textOf, writeFiles } from './write-files.ts'

/** The folder of the files for pages. */
const FOLDER = 'public/consent'

/** The options of the commands that write files for pages. */
export const PAGE_OPTIONS = { out: { type: 'string' } } as const

/** The options of `policy`. */
export const POLICY_OPTIONS = {
  out: { type: 'string' },
  section: { type: 'string' },
  language: { type: 'string' },
  format: { type: 'string' },
  level: { type: 'string' },
  address: { type: 'string' },
} as const

const SECTIONS: readonly SectionName[] = [
  ...(['cookies', 'behavioural', 'transfers', 'recipients', 'external-transmission'] as const),
]
const LANGUAGES = ['en', 'ko', 'ja'] as const
const FORMATS = { html: 'html', md: 'markdown', text: 'text' } as const
const ENDINGS = { html: 'html', md: 'md', text: 'txt' } as const

/** Reads a configuration. Prints its mistakes, and returns `undefined` if it has any. */
const readValid = async (given: string | undefined): Promise<SiteConfig | undefined> => {
  const { config } = await readConfig(given)
  const mistakes = mistakesIn(config)
  for (const { code, message } of mistakes) console.error(`${code} ${message}`)
  if (!mistakes[0]) return config
  console.error('Nothing is written.')
  return undefined
}

/** Reads an inventory that was written earlier; `undefined` if there is none. */
const earlierAt = (path: string): Inventory | undefined => {
  const found = jsonOf(path)
  try {
    return found === undefined ? undefined : readInventory(found, path)
  } catch (error) {
    throw commandFault(`${firstLine(error)}. Nothing is written. Correct ${path} or delete it.`)
  }
}

/** Says whether two inventories are of one version, with the same facts in the same words. */
const isSameInventory = (one: Inventory, other: Inventory): boolean =>
  [one, other]
    .map(({ policy, hash, wordsHashes }) => JSON.stringify([policy.version, hash, wordsHashes]))
    .every((text, _, [first]) => text === first)

/**
 * Writes `inventory.json`, and the same as `inventory.<version>.json`. An earlier inventory of this
 * version with other facts or words is kept under the hash of its English words.
 */
export const runInventory = async (args: readonly string[]): Promise<number> => {
  const { config: path, out = FOLDER } = parse(args, PAGE_OPTIONS)
  const config = await readValid(path)
  if (!config) return 1
  const inventory = await inventoryOf(config)
  const nameOf = (version: string, hash = '') =>
    join(out, `inventory.${encodeURIComponent(version)}${hash}.json`)
  const [current, before] = [join(out, 'inventory.json'), nameOf(config.policy.version)]
  const kept = [current, before].flatMap(file => {
    const earlier = earlierAt(file)
    if (!earlier || isSameInventory(earlier, inventory)) return []
    const { policy, wordsHashes, hash } = earlier
    const isOfVersion = policy.version === config.policy.version
    const own = isOfVersion ? `.${wordsHashes?.['en'] ?? hash}` : ''
    return [[nameOf(policy.version, own), textOf(file) ?? ''] as const]
  })
  const text = asJsonFile(inventory)
  writeFiles({ ...Object.fromEntries(kept), [before]: text, [current]: text })
  return 0
}

/** Writes `notices.json`, with the notices that it has already. */
export const runNotices = async (args: readonly string[]): Promise<number> => {
  const { config: path, out = FOLDER } = parse(args, PAGE_OPTIONS)
  const config = await readValid(path)
  if (!config) return 1
  const file = join(out, 'notices.json')
  const earlier = jsonOf(file) ?? {}
  if (typeof earlier !== 'object' || Array.isArray(earlier))
    throw commandFault(`${file} is no table of notices. Nothing is written. Delete the file.`)
  writeFiles({ [file]: asJsonFile({ ...earlier, ...(await noticesOf(config)) }) })
  return 0
}

/** Returns the languages of a site's policy that the SDK has; all three if its address has none. */
const policyLanguages = ({ policy: { url } }: SiteConfig) => {
  const named = LANGUAGES.filter(one => typeof url === 'object' && one in url)
  return named[0] ? named : LANGUAGES
}

/** Writes each section of a policy page in each language, also under the version of the policy. */
export const runPolicy = async (args: readonly string[]): Promise<number> => {
  const values = parse(args, POLICY_OPTIONS)
  const sections = namesFrom('section', values.section, SECTIONS)
  const formats = namesFrom('format', values.format ?? 'html', ['html', 'md', 'text'] as const)
  const chosen = values.language && namesFrom('language', values.language, LANGUAGES)
  const level = Number(values.level ?? 2)
  if (![1, 2, 3, 4, 5].includes(level))
    throw usageFault(`--level is "${values.level}". Expected a number from 1 to 5.`)
  const config = await readValid(values.config)
  if (!config) return 1
  const inventory = await inventoryOf(config)
  const files: Record<string, string> = {}
  for (const language of chosen || policyLanguages(config))
    for (const section of sections)
      for (const format of formats) {
        const purposes = config.texts?.[language]?.banner?.purposes as
          | Readonly<Record<string, string>>
          | undefined
        const options = { language, format: FORMATS[format], level, purposes }
        const text = await renderSection(section, inventory, {
          ...options,
          address: values.address,
        })
        const names = [`${section}.${language}`]
        for (const name of [...names, `${names}.${encodeURIComponent(config.policy.version)}`])
          files[join(values.out ?? FOLDER, `${name}.${ENDINGS[format]}`)] = text
      }
  writeFiles(files)
  return 0
}
