import type { BannerText } from './banner/text/banner-text.ts'
import type { GuidePanelText } from './guide/text/guide-panel-text.ts'
import type { SpokenLanguage } from './languages.ts'
import type { PreferencesText } from './preferences/text/preferences-text.ts'
import type { RecordText } from './record/text/record-text.ts'
import { type HostTexts, type PartOf, type Texts, withHostText } from './texts.ts'

/** What the banner is drawn with. */
export interface Layers {
  /** What everything is written in, a BCP 47 tag. */
  readonly language: string
  readonly text: BannerText
  /** What the preferences are drawn with; comes as a whole or not at all. */
  readonly long?: PreferencesText | undefined
  readonly preferences?: typeof import('./preferences/preferences.tsx') | undefined
  readonly guide?: GuideLayer | undefined
  readonly record?: RecordLayer | undefined
  readonly blocks?: typeof import('./blocks/create-blocks.tsx') | undefined
  /** What was asked for and did not come, and why. */
  readonly missing: ReadonlyMap<Part, unknown>
}

/** What the preferences and the blocks of a page are drawn with. */
export interface LongLayers extends Layers {
  readonly long: PreferencesText
  readonly preferences: NonNullable<Layers['preferences']>
}

/** What the guide is drawn with. */
interface GuideLayer {
  readonly text: GuidePanelText
  readonly code: typeof import('./guide/guide-panel.tsx')
}

/** What is said of the visitor's earlier choices. */
interface RecordLayer {
  readonly text: RecordText
  readonly code: typeof import('./record/record.tsx')
}

/** What is loaded besides the banner's text. */
export type Part = 'preferences' | 'guide' | 'record' | 'blocks'

/** The short texts: a file a language. */
const SHORT = {
  en: () => import('./banner/text/en.ts'),
  ko: () => import('./banner/text/ko.ts'),
  ja: () => import('./banner/text/ja.ts'),
}

/** The long texts: a file a language. */
const LONG = {
  en: () => import('./preferences/text/en.ts'),
  ko: () => import('./preferences/text/ko.ts'),
  ja: () => import('./preferences/text/ja.ts'),
}

/** The guide's texts: a file a language. */
const GUIDE = {
  en: () => import('./guide/text/en.ts'),
  ko: () => import('./guide/text/ko.ts'),
  ja: () => import('./guide/text/ja.ts'),
}

/** The texts of the record: a file a language. */
const RECORD = {
  en: () => import('./record/text/en.ts'),
  ko: () => import('./record/text/ko.ts'),
  ja: () => import('./record/text/ja.ts'),
}

/**
 * Loads what the layers are drawn with, in one language. Rejects when the short text is missing; of
 * the other parts each comes or is missing by itself.
 *
 * @param hosts What the host says otherwise.
 */
export const loadLayers = async (
  { tag, own }: SpokenLanguage,
  parts: readonly Part[],
  hosts?: HostTexts | null,
): Promise<Layers> => {
  const host = hosts?.[tag]
  const missing = new Map<Part, unknown>()
  const part = async <Loaded>(name: Part, load: () => Promise<Loaded>) => {
    try {
      return parts.includes(name) ? await load() : undefined
    } catch (error) {
      missing.set(name, error)
      return undefined
    }
  }
  /** Code and its text, which come side by side. */
  const layer = <Code, Name extends keyof Texts & Part>(
    name: Name,
    code: () => Promise<Code>,
    text: () => Promise<{ readonly text: Texts[Name] }>,
  ) =>
    part(name, async () => {
      const [loaded, said] = await Promise.all([code(), text()])
      const words = host?.[name] as PartOf<Texts[Name]> | undefined
      return { code: loaded, text: withHostText(said.text, words) }
    })
  const [{ text }, long, guide, record, blocks] = await Promise.all([
    SHORT[own](),
    layer('preferences', () => import('./preferences/preferences.tsx'), LONG[own]),
    layer('guide', () => import('./guide/guide-panel.tsx'), GUIDE[own]),
    layer('record', () => import('./record/record.tsx'), RECORD[own]),
    part('blocks', () => import('./blocks/create-blocks.tsx')),
  ])
  return {
    language: tag,
    text: withHostText(text, host?.banner),
    long: long?.text,
    preferences: long?.code,
    guide,
    record,
    blocks,
    missing,
  }
}
