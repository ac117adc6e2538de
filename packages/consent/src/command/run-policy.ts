import { join } from 'node:path'
import { inventoryOf, renderSection, type SectionName } from '../inventory.ts'
import { LANGUAGES } from '../shared/languages.ts'
import { usageFault } from './fault.ts'
import { namesFrom, parse } from './parse.ts'
import type { SiteConfig } from './read-config.ts'
import { FOLDER, readValid } from './read-valid.ts'
import { writeFiles } from './write-files.ts'

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
const FORMATS = { html: 'html', md: 'markdown', text: 'text' } as const
const ENDINGS = { html: 'html', md: 'md', text: 'txt' } as const

/** Returns the SDK's languages that `policy.url` has; all three if it has none of them. */
const policyLanguages = ({ policy: { url } }: SiteConfig) => {
  const named = LANGUAGES.filter(one => typeof url === 'object' && one in url)
  return named[0] ? named : LANGUAGES
}

/** Writes sections of a policy page by language and format; a copy has the version in its name. */
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
