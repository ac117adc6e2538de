import { type OwnLanguage, ownLanguage } from '../../shared/languages.ts'

/** The language that texts are shown in. */
export interface SpokenLanguage {
  /** Value of the `lang` attribute, a BCP 47 tag. */
  readonly tag: string
  /** The language of the SDK's own texts, which are shown where the site has none. */
  readonly own: OwnLanguage
}

/**
 * Returns the language of the view: the language of the tag if the SDK or the site has texts in
 * this language, otherwise English.
 *
 * @param tag A BCP 47 tag, such as `ko-KR`.
 * @param added The site's texts by language.
 */
export const spokenLanguage = (tag: string, added?: object | null): SpokenLanguage => {
  const own = ownLanguage(tag)
  return { tag: Object.keys(added ?? {}).find(name => speaks(name, tag)) ?? own, own }
}

/** Returns whether texts in `language` serve the language `wanted`: `ko` serves `ko-KR`. */
export const speaks = (language: string, wanted: string): boolean =>
  `${wanted}-`.toLowerCase().startsWith(`${language}-`.toLowerCase())

/** Returns the writing direction of a language. */
export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  /^(ar|fa|he|ur|yi|ps|dv|ckb)\b/.test(tag) ? 'rtl' : 'ltr'
