import type { AnyConsent } from '../../core/index.ts'
import type { OwnLanguage } from '../../shared/languages.ts'
import type { BannerText } from '../banner/text/banner-text.ts'
import type { startLayers } from '../layers/start-layers.tsx'
import type { ConsentUiOptions } from '../view/options.ts'
import { spokenLanguage } from './languages.ts'
import { policyUrl } from './policy-url.ts'
import { withHostText } from './texts.ts'

/** The texts of the banner in one language. */
export interface Words {
  /** The language that the page asked for, a BCP 47 tag. */
  readonly wanted: string
  /** The language of the texts, a BCP 47 tag. */
  readonly language: string
  /** Our own language that supplies the texts which the site does not have. */
  readonly own: OwnLanguage
  readonly text: BannerText
  /** Functions that the preferences need too, passed on so that their file needs no copy. */
  readonly merge: typeof withHostText
  readonly policy: typeof policyUrl
  /**
   * Tells a visitor who has decided before why the banner asks again. The banner shows it above its
   * first sentence, as soon as it is loaded.
   */
  readonly why?: readonly (Node | string)[] | undefined
}

/** Loads the banner's texts in one of our languages. Rejects when they cannot be loaded. */
export type LoadText = (own: OwnLanguage) => Promise<{ readonly text: BannerText }>

/**
 * Loads the code of the preferences, the guide and the blocks, and may preload their texts in a
 * language.
 */
export type LoadLayers = (own: OwnLanguage) => Promise<typeof startLayers>

/**
 * Loads the banner's texts in the language of the page, merged with the site's texts. Rejects when
 * they cannot be loaded.
 */
export const loadWords = async (
  loadText: LoadText,
  consent: AnyConsent,
  { texts }: ConsentUiOptions,
): Promise<Words> => {
  const wanted = consent.$state.get().language
  const { tag, own } = spokenLanguage(wanted, texts)
  const { text } = await loadText(own)
  return {
    wanted,
    language: tag,
    own,
    text: withHostText(text, texts?.[tag]?.banner),
    merge: withHostText,
    policy: policyUrl,
  }
}
