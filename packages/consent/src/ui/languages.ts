import { type OwnLanguage, ownLanguage } from '../shared/languages.ts'

/** In which language something is said. */
export interface SpokenLanguage {
  /** What `lang` says, a BCP 47 tag. */
  readonly tag: string
  /** The text of ours that it is made from. */
  readonly own: OwnLanguage
}

/**
 * Gives the language to speak: the tag's own, where we or the host have it, else English.
 *
 * @param tag A BCP 47 tag, such as `ko-KR`.
 * @param added The host's texts by language.
 */
export const spokenLanguage = (tag: string, added?: object | null): SpokenLanguage => {
  const wanted = tag.toLowerCase()
  const [base = ''] = wanted.split('-')
  const own = ownLanguage(base)
  const known = Object.keys(added ?? {}).find(name => [wanted, base].includes(name.toLowerCase()))
  return { tag: base === own ? own : (known ?? own), own }
}

/** Gives the direction that a language is written in. */
export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  /^(ar|fa|he|ur|yi|ps|dv|ckb)\b/.test(tag) ? 'rtl' : 'ltr'
