import type { warn as warnOf } from '../../options/warn.ts'
import type { ownLanguage as ownLanguageOf } from '../../shared/languages.ts'
import type { own as ownOf } from '../../shared/own.ts'
import type { quietly as quietlyOf } from '../../shared/quietly.ts'
import { VERSION } from '../../shared/version.ts'
import type { isOpened as isOpenedIn } from '../view/is-opened.ts'

/**
 * The values that consent.js shares with the other files of the script tag, so that they need no copies. In
 * those files the build replaces the modules of these names with this module.
 */
export type Handed = readonly [
  ownDocument: Document,
  quietly: typeof quietlyOf,
  own: typeof ownOf,
  warn: typeof warnOf,
  ownLanguage: typeof ownLanguageOf,
  isOpened: typeof isOpenedIn,
  version: string,
]

export let ownDocument: Document
export let quietly: typeof quietlyOf
export let own: typeof ownOf
export let warn: typeof warnOf
export let ownLanguage: typeof ownLanguageOf
export let isOpened: typeof isOpenedIn

/**
 * Stores the values of consent.js. Must be called before any other function of a file.
 *
 * @throws The version of consent.js when it differs from the version of this file. Nothing is shown then.
 */
export const take = (handed: Handed): void => {
  let version: string
  ;[ownDocument, quietly, own, warn, ownLanguage, isOpened, version] = handed
  if (version !== VERSION) throw version
}
