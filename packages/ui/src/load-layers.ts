import type { BannerText } from './banner/text/banner-text.ts'
import type { GuidePanelText } from './guide/text/guide-panel-text.ts'
import type { SpokenLanguage } from './languages.ts'
import type { PreferencesText } from './preferences/text/preferences-text.ts'
import { type HostTexts, withHostText } from './texts.ts'

/** What the banner is drawn with. */
export interface Layers {
  /** What everything is written in, a BCP 47 tag. */
  readonly language: string
  readonly text: BannerText
  /** What the preferences are drawn with; comes as a whole or not at all. */
  readonly long?: PreferencesText | undefined
  readonly preferences?: typeof import('./preferences/preferences.tsx') | undefined
  readonly guide?: GuideLayer | undefined
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

/** What is loaded besides the banner's text. */
export type Part = 'preferences' | 'guide' | 'blocks'

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

/**
 * Loads what the layers are drawn with, in one language. Rejects when the short text is missing; of
 * the other parts each comes or is missing by itself.
 *
 * @param hosts What the host says otherwise.
 */
export const loadLayers = async (
  { tag, own }: SpokenLanguage,
  parts: readonly Part[],
  hosts: HostTexts = {},
): Promise<Layers> => {
  const missing = new Map<Part, unknown>()
  const part = async <Loaded>(name: Part, load: () => Promise<Loaded>) => {
    try {
      return parts.includes(name) ? await load() : undefined
    } catch (error) {
      missing.set(name, error)
      return undefined
    }
  }
  const [{ text }, long, guide, blocks] = await Promise.all([
    SHORT[own](),
    part('preferences', () => both(import('./preferences/preferences.tsx'), LONG[own]())),
    part('guide', () => both(import('./guide/guide-panel.tsx'), GUIDE[own]())),
    part('blocks', () => import('./blocks/create-blocks.tsx')),
  ])
  const host = hosts[tag]
  return {
    language: tag,
    text: withHostText(text, host?.banner),
    long: long && withHostText(long.text, host?.preferences),
    preferences: long?.code,
    guide: guide && { code: guide.code, text: withHostText(guide.text, host?.guide) },
    blocks,
    missing,
  }
}

/** Waits for code and its text, which come side by side. */
const both = async <Code, Text>(code: Promise<Code>, text: Promise<{ readonly text: Text }>) => {
  const [loaded, said] = await Promise.all([code, text])
  return { code: loaded, text: said.text }
}
