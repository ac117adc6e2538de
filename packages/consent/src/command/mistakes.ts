import {
  checkDeclarations,
  faultValues,
  type Inventory,
  languagesOf,
  namedServicesOf,
} from '../inventory/index.ts'
import { inventoryOf } from '../inventory.ts'
import { warningText } from '../options/messages.ts'
import type { SiteConfig } from './read-config.ts'

/** A mistake in the declarations of a configuration. */
export interface Mistake {
  readonly code: 'missing-words' | 'invalid-declaration'
  /** The language that lacks words. @default the mistake is another one */
  readonly language?: string | undefined
  readonly message: string
}

/**
 * Finds the mistakes in the declarations of named services: words that a language of the site
 * lacks, and all others of `checkDeclarations`. The languages are those of the page, the policy's
 * addresses, the texts and any words.
 */
export const mistakesIn = (config: SiteConfig): readonly Mistake[] => {
  const languages = [
    ...languagesOf(config as never, config.language),
    ...Object.keys(config.texts ?? {}),
  ]
  return checkDeclarations(namedServicesOf(config as never), languages).map(fault => {
    const [path, , about] = fault
    const language = about === 'text' ? /\.([\w-]+)$/.exec(path)?.[1] : undefined
    return language
      ? {
          ...{ code: 'missing-words', language },
          message: `${path} is missing. Expected a text, since the site is in ${language}, too. Visitors read "Not stated".`,
        }
      : {
          code: 'invalid-declaration',
          message: warningText('declaration', faultValues(fault))[0] ?? path,
        }
  })
}

/** Returns the inventory of a configuration, also if `mistakesIn` has found mistakes in it. */
export const inventoryWithMistakes = async (config: SiteConfig): Promise<Inventory> => {
  const before = process.env.NODE_ENV
  const env = process.env as { NODE_ENV?: string | undefined }
  // In development `inventoryOf` rejects where a declaration has a mistake.
  env.NODE_ENV = 'production'
  try {
    return await inventoryOf(config)
  } finally {
    if (before === undefined) delete env.NODE_ENV
    else env.NODE_ENV = before
  }
}
