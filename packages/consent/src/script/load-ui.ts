import type { AnyConsent } from '../core/index.ts'
import { warn } from '../options/warn.ts'
import { VERSION } from '../shared/build.ts'
import { ownLanguage } from '../shared/languages.ts'
import { lazy } from '../shared/lazy.ts'
import { createElement, findAll, listen, ownDocument } from '../shared/platform.ts'
import {
  askPlainly,
  type ConsentUiOptions,
  followGate,
  type Handed,
  isOpened,
  loadView,
  markOpeners,
  type startPlaceholders,
  type startTagView,
} from '../ui/index.ts'

/** The values that consent.js passes to most files of the view, so that these need no copies. */
const HANDED: Handed = {
  version: VERSION,
  ownDocument,
  createElement,
  findAll,
  listen,
  warn,
  isOpened,
  askPlainly,
  markOpeners,
  lazy,
}

/**
 * Loads the view of the script tag once it is needed, see `loadView`. Returns the function that
 * removes the view.
 */
export const startUi = (
  consent: AnyConsent,
  load: <Part>(file: string) => Promise<Part>,
  options: ConsentUiOptions,
): (() => void) => {
  const viewFile = () => `ui.${ownLanguage(consent.$state.get().language)}.js`
  return loadView(
    consent,
    options,
    // No observer is needed: the script tag always starts the interceptors, which see the page's
    // changes.
    followGate,
    () =>
      load<{ readonly startTagView: typeof startTagView }>(viewFile()).then(ui =>
        ui.startTagView(consent, options, HANDED),
      ),
    () =>
      load<{ readonly startPlaceholders: typeof startPlaceholders }>('placeholder.js').then(part =>
        part.startPlaceholders(consent, options),
      ),
    error => warn('missing-file', viewFile(), error),
  )
}
