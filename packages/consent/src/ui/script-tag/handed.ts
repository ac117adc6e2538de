import { VERSION } from '../../shared/build.ts'

/**
 * The values that consent.js shares with the files of the view, except `details.js` and
 * `placeholder.js`, so that these files need no copies. In these files the build puts this module
 * in the place of the modules that export these values.
 */
export interface Handed {
  readonly version: string
  readonly ownDocument: Document
  readonly createElement: typeof import('../../shared/platform.ts').createElement
  readonly findAll: typeof import('../../shared/platform.ts').findAll
  readonly listen: typeof import('../../shared/platform.ts').listen
  readonly quietly: typeof import('../../shared/errors.ts').quietly
  readonly ownProperty: typeof import('../../shared/own-properties.ts').ownProperty
  readonly warn: typeof import('../../options/warn.ts').warn
  readonly ownLanguage: typeof import('../../shared/languages.ts').ownLanguage
  readonly isOpened: typeof import('../view/is-opened.ts').isOpened
  readonly askPlainly: typeof import('../view/ask-plainly.ts').askPlainly
  readonly markOpeners: typeof import('../view/mark-openers.ts').markOpeners
  readonly lazy: typeof import('../../shared/lazy.ts').lazy
  readonly toJson: typeof import('../../shared/encodings.ts').toJson
  readonly toBase64url: typeof import('../../shared/encodings.ts').toBase64url
}

export let ownDocument: Document
export let createElement: Handed['createElement']
export let findAll: Handed['findAll']
export let listen: Handed['listen']
export let quietly: Handed['quietly']
export let ownProperty: Handed['ownProperty']
export let warn: Handed['warn']
export let ownLanguage: Handed['ownLanguage']
export let isOpened: Handed['isOpened']
export let askPlainly: Handed['askPlainly']
export let markOpeners: Handed['markOpeners']
export let lazy: Handed['lazy']
export let toJson: Handed['toJson']
export let toBase64url: Handed['toBase64url']

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
    createElement,
    findAll,
    listen,
    quietly,
    ownProperty,
    warn,
    ownLanguage,
    isOpened,
    askPlainly,
    markOpeners,
    lazy,
    toJson,
    toBase64url,
  } = handed)
  if (version !== VERSION) throw version
}
