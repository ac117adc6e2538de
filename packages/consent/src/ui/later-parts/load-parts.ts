import type { GuidePanelText } from '../../words/en/guide.ts'
import type { PreferencesText } from '../../words/en/preferences.ts'
import type { RecordText } from '../../words/en/record.ts'
import { GUIDE, PREFERENCES, RECORD, STORED } from '../../words/files.ts'
import type { StoredText } from '../../words/stored-text.ts'
import type { BannerWords } from '../words/load-words.ts'
import type { HostTexts, PartOf, Texts } from '../words/texts.ts'

/**
 * The texts of the banner and the preferences in one language, and the code and texts of the other
 * parts.
 */
export interface LoadedParts extends BannerWords {
  /** The texts of the preferences. */
  readonly labels: PreferencesText
  readonly guide?: Late<GuidePanelText, typeof import('../guide/guide-panel.tsx')> | undefined
  /** The tables of cookies. */
  readonly stored?: Late<StoredText, typeof import('../stored/stored-of.ts')> | undefined
  /** The part that shows the visitor's record. */
  readonly record?: Late<RecordText, typeof import('../record/record.tsx')> | undefined
  readonly blocks?: typeof import('../blocks/create-page-blocks.tsx') | undefined
}

/** The parts that were loaded, and those that failed. */
export interface Loaded extends Omit<LoadedParts, 'labels'> {
  readonly labels?: PreferencesText | undefined
  /** The parts that could not be loaded, with their errors. */
  readonly missing: ReadonlyMap<Part, unknown>
}

/** The text and the code of a part. */
interface Late<Text, Code> {
  readonly text: Text
  readonly code: Code
}

/** The parts that a site may have texts for. */
const PARTS: Readonly<Record<keyof Texts, string>> = {
  banner: '',
  details: '',
  preferences: '',
  stored: '',
  record: '',
  sections: '',
  guide: '',
  placeholder: '',
}

/** The name of a part that is loaded after the banner. */
export type Part = 'preferences' | 'guide' | 'stored' | 'record' | 'blocks'

/**
 * Loads the named parts in the language of the banner's texts. If one part cannot be loaded, the
 * others still load. Never rejects.
 *
 * @param hosts The site's texts in place of the SDK's, by language.
 */
export const loadParts = async (
  words: BannerWords,
  names: readonly Part[],
  hosts?: HostTexts | null,
): Promise<Loaded> => {
  const { language, own, merge } = words
  const missing = new Map<Part, unknown>()
  // Warns of texts of the site whose key is none of `PARTS`.
  merge<object>(PARTS, hosts?.[language])
  const part = async <Found>(name: Part, load: () => Promise<Found>) => {
    try {
      return names.includes(name) ? await load() : undefined
    } catch (error) {
      missing.set(name, error)
      return undefined
    }
  }
  /** Loads the code and the text of a part in parallel. */
  const withText = <Code, Name extends keyof Texts & Part>(
    name: Name,
    code: () => Promise<Code>,
    text: () => Promise<{ readonly text: Texts[Name] }>,
  ) =>
    part(name, async () => {
      const [loaded, file] = await Promise.all([code(), text()])
      const host = hosts?.[language]?.[name] as PartOf<Texts[Name]> | undefined
      return { code: loaded, text: merge(file.text, host) }
    })
  const [preferences, guide, stored, record, blocks] = await Promise.all([
    withText('preferences', async () => {}, PREFERENCES[own]),
    withText('guide', () => import('../guide/guide-panel.tsx'), GUIDE[own]),
    withText('stored', () => import('../stored/stored-of.ts'), STORED[own]),
    withText('record', () => import('../record/record.tsx'), RECORD[own]),
    part('blocks', () => import('../blocks/create-page-blocks.tsx')),
  ])
  return { ...words, labels: preferences?.text, guide, stored, record, blocks, missing }
}
