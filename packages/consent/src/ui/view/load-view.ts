import type { AnyConsent } from '../../core/index.ts'
import { findAll } from '../../shared/platform.ts'
import { BLOCKS } from '../blocks/find-blocks.ts'
import type { Part } from '../parts/load-parts.ts'
import type { Placeholders } from '../placeholder/start-placeholders.ts'
import { watchBlockedIframes } from '../placeholder/watch-blocked-iframes.ts'
import { askPlainly } from './ask-plainly.ts'
import { isOpened } from './is-opened.ts'
import { markOpeners } from './mark-openers.ts'
import { startOpenLinks } from './open-links.ts'
import type { ConsentUiOptions } from './options.ts'
import type { StartedView } from './stage.ts'
import type { WatchPage } from './watch-page.ts'

/**
 * Loads the view as soon as the view has something to show, or the visitor is about to open the
 * preferences or the guide. Most visitors have decided already, and their pages load nothing. Loads
 * the placeholders at the first blocked iframe. A click on an element with `data-consent-open`
 * opens the preferences, or the guide if the value is `guide`.
 *
 * @param watch Calls a function when the page may have inserted nodes.
 * @param load Loads and starts the view. Rejects if the view cannot be loaded or drawn.
 * @param loadPlaceholders Loads and starts the placeholders.
 * @param onError Called with the error of the first failure.
 * @returns Dispose function: removes the view from the page.
 */
export const loadView = (
  consent: AnyConsent,
  options: ConsentUiOptions,
  watch: WatchPage,
  load: () => Promise<StartedView>,
  loadPlaceholders: () => Promise<Placeholders>,
  onError: (error: unknown) => void,
): (() => void) => {
  let view: StartedView | undefined
  let isLoading = false
  let hasFailed = false
  let isOver = false

  const look = (part?: Part) => {
    const shown = consent.$view.get()
    const hasBlocks = !!findAll(BLOCKS)[0]
    if (view) return view.look(hasBlocks, part)
    // After a failure, only opening the preferences or the guide loads the view again; a change of
    // the page does not.
    const isOpen = isOpened(shown)
    // With Global Privacy Control the view says that the signal is honoured.
    const { gpc } = consent.$state.get().signals
    if (!(hasFailed ? isOpen : part || shown !== 'none' || options.button || hasBlocks || gpc))
      return
    markOpeners(isOpen)
    if (isLoading) return
    isLoading = true
    load()
      .then(started => {
        view = started
        if (isOver) view.stop()
        else look(part)
      })
      .catch(error => {
        if (!hasFailed) onError(error)
        hasFailed = true
        isLoading = false
        markOpeners(false)
        if (isOver) return
        // If the visitor has opened the preferences or the guide since the request, `look` loads
        // the view again.
        if (isOpen) askPlainly(consent)
        else look()
      })
  }
  const disposes = [
    consent.$view.subscribe(() => look()),
    watch(() => look()),
    startOpenLinks(consent, look),
    watchBlockedIframes(loadPlaceholders),
  ]
  return () => {
    isOver = true
    for (const dispose of disposes) dispose()
    view?.stop()
  }
}
