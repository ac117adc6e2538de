import type { AnyConsent } from '../core/index.ts'
import { warn } from '../options/warn.ts'
import { ownLanguage } from '../shared/languages.ts'
import { own } from '../shared/own.ts'
import { ownDocument } from '../shared/own-document.ts'
import { quietly } from '../shared/quietly.ts'
import { VERSION } from '../shared/version.ts'
import {
  askPlainly,
  BLOCKS,
  type ConsentUiOptions,
  followGate,
  isOpened,
  markOpeners,
  type mountView,
  type StartedView,
  type startPlaceholders,
  watchBlockedIframes,
} from '../ui/index.ts'
import { nameNoWayBack } from './name-no-way-back.ts'

/**
 * Loads the view when the view has something to show for the first time. Most visitors have already
 * decided and load nothing.
 *
 * @param load Loads a file from the folder of `consent.js`.
 * @returns Dispose function: removes the view from the page.
 */
export const startUi = (
  consent: AnyConsent,
  load: <Part>(file: string) => Promise<Part>,
  options: ConsentUiOptions,
): (() => void) => {
  const { $state, $view } = consent
  let view: StartedView | undefined
  let isIdle = true
  let hasFailed = false
  let isOver = false

  const look = (_?: unknown, before?: unknown) => {
    nameNoWayBack(before, options.button)
    const shown = $view.get()
    const hasBlocks = !!quietly(() => ownDocument.querySelector(BLOCKS))
    if (view) return view.look(hasBlocks)
    // After a failure, only a click of the visitor loads the file again; a change of the page does
    // not.
    const isOpen = isOpened(shown)
    if (!(hasFailed ? isOpen : shown !== 'none' || options.button || hasBlocks)) return
    markOpeners(isOpen)
    if (!isIdle) return
    isIdle = false
    const file = `ui.${ownLanguage($state.get().language)}.js`
    load<{ readonly mountView: typeof mountView }>(file)
      .then(ui =>
        ui.mountView(
          consent,
          options,
          askPlainly,
          markOpeners,
          ownDocument,
          quietly,
          own,
          warn,
          ownLanguage,
          isOpened,
          VERSION,
        ),
      )
      .then(started => {
        view = started
        if (isOver) view.stop()
        else look()
      })
      .catch(error => {
        if (!hasFailed) warn('missing-file', file, error)
        hasFailed = isIdle = true
        markOpeners(false)
        if (!isOver) askPlainly(consent)
      })
  }
  const undos = [
    $view.subscribe(look),
    // The script tag always starts the interceptors, because any page may contain blocked markup.
    // So the page's changes need no observer here.
    followGate(look),
    watchBlockedIframes(() =>
      load<{ readonly startPlaceholders: typeof startPlaceholders }>('placeholder.js').then(part =>
        part.startPlaceholders(consent, options),
      ),
    ),
  ]
  return () => {
    isOver = true
    for (const stop of undos) stop()
    view?.stop()
  }
}
