import type { AnyConsent } from '../core/index.ts'
import { ownLanguage } from '../shared/languages.ts'
import { ownDocument } from '../shared/own-document.ts'
import { quietly } from '../shared/quietly.ts'
import {
  askPlainly,
  BLOCKS,
  type ConsentUiOptions,
  followGate,
  isOpened,
  type mountLayers,
  type startPlaceholders,
  watchHeldIframes,
} from '../ui/index.ts'
import { warn } from './warn.ts'

/**
 * Loads the view when there is something to be seen for the first time. Most visitors have chosen,
 * and load nothing.
 *
 * @param source Address of the SDK's own script; the other files lie beside it.
 * @returns The undo: what was mounted is gone.
 */
export const startUi = (
  consent: AnyConsent,
  source: string,
  options: ConsentUiOptions,
): (() => void) => {
  /** Side by side with its text: the part asks for that as well, and then it is under way. */
  const load = (part: string) => {
    const get = async (file: string) => import(new URL(file, source).href)
    // A language of the page's own is made from our English.
    get(`${part}.${ownLanguage(consent.$state.get().language)}.js`).catch(() => {})
    return get(`${part}.js`)
  }
  let isIdle = true
  let hasFailed = false
  let isOver = false
  let undo = () => {}

  const look = () => {
    const view = consent.$view.get()
    const isSomething =
      view !== 'none' || options.button || quietly(() => ownDocument.querySelector(BLOCKS))
    // What did not come is sent for again at a later click, not at each change of the page.
    if (!isSomething || !isIdle || (hasFailed && !isOpened(view))) return
    isIdle = false
    load('ui')
      .then((ui: { mountLayers: typeof mountLayers }) => {
        if (!isOver) undo = ui.mountLayers(consent, options, askPlainly, followGate)
      })
      .catch(error => {
        if (!hasFailed) warn(`ui.js: ${error}`)
        hasFailed = isIdle = true
        if (!isOver) askPlainly(consent)
      })
  }
  const undos = [
    consent.$view.subscribe(look),
    // The gate is always there: it brings the held mark-up.
    followGate(look),
    watchHeldIframes(() =>
      load('placeholder').then((part: { startPlaceholders: typeof startPlaceholders }) =>
        part.startPlaceholders(consent, options),
      ),
    ),
  ]
  return () => {
    isOver = true
    for (const stop of undos) stop()
    undo()
  }
}
