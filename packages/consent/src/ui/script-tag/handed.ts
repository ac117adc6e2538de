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
  readonly warn: typeof import('../../options/warn.ts').warn
  readonly isOpened: typeof import('../view/ask-plainly.ts').isOpened
  readonly askPlainly: typeof import('../view/ask-plainly.ts').askPlainly
  readonly markOpeners: typeof import('../view/openers.ts').markOpeners
  readonly lazy: typeof import('../../shared/lazy.ts').lazy
}

export let ownDocument: Document
export let createElement: Handed['createElement']
export let findAll: Handed['findAll']
export let listen: Handed['listen']
export let warn: Handed['warn']
export let isOpened: Handed['isOpened']
export let askPlainly: Handed['askPlainly']
export let markOpeners: Handed['markOpeners']
export let lazy: Handed['lazy']

/**
 * Stores the values that consent.js passes. Must be called first in each file that contains this
 * module.
 *
 * @throws The version of consent.js, as a string, if it differs from the version of this file. In
 *   that case the file shows nothing.
 */
export const setHanded = (handed: Handed): void => {
  let version: string
  ;({
    version,
    ownDocument,
    createElement,
    findAll,
    listen,
    warn,
    isOpened,
    askPlainly,
    markOpeners,
    lazy,
  } = handed)
  if (version !== VERSION) throw version
}
