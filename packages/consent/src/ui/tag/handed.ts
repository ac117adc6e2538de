import type { warn as warnOf } from '../../options/warn.ts'
import type { toBase64url as toBase64urlOf } from '../../shared/base64url.ts'
import type { ownLanguage as ownLanguageOf } from '../../shared/languages.ts'
import type { own as ownOf } from '../../shared/own.ts'
import type { quietly as quietlyOf } from '../../shared/quietly.ts'
import type { toJson as toJsonOf } from '../../shared/to-json.ts'
import { VERSION } from '../../shared/version.ts'
import type { askPlainly as askPlainlyOf } from '../view/ask-plainly.ts'
import type { isOpened as isOpenedOf } from '../view/is-opened.ts'
import type { markOpeners as markOpenersOf } from '../view/mark-openers.ts'

/**
 * The values that consent.js shares with the files of the view, except `details.js` and
 * `placeholder.js`, so that these files need no copies. In these files the build puts this module
 * in the place of the modules that export these values.
 */
export interface Handed {
  readonly version: string
  readonly ownDocument: Document
  readonly quietly: typeof quietlyOf
  readonly own: typeof ownOf
  readonly warn: typeof warnOf
  readonly ownLanguage: typeof ownLanguageOf
  readonly isOpened: typeof isOpenedOf
  readonly askPlainly: typeof askPlainlyOf
  readonly markOpeners: typeof markOpenersOf
  readonly toJson: typeof toJsonOf
  readonly toBase64url: typeof toBase64urlOf
}

export let ownDocument: Document
export let quietly: typeof quietlyOf
export let own: typeof ownOf
export let warn: typeof warnOf
export let ownLanguage: typeof ownLanguageOf
export let isOpened: typeof isOpenedOf
export let askPlainly: typeof askPlainlyOf
export let markOpeners: typeof markOpenersOf
export let toJson: typeof toJsonOf
export let toBase64url: typeof toBase64urlOf

/**
 * Stores the values that consent.js passes. Must be called first in each file that contains this
 * module.
 *
 * @throws The version of consent.js, as a string, if it differs from the version of this file. In
 *   that case the file shows nothing.
 */
export const take = (handed: Handed): void => {
  let version: string
  ;({
    version,
    ownDocument,
    quietly,
    own,
    warn,
    ownLanguage,
    isOpened,
    askPlainly,
    markOpeners,
    toJson,
    toBase64url,
  } = handed)
  if (version !== VERSION) throw version
}
