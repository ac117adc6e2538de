import type { AnyConsent } from '../../core/index.ts'
import { lazy } from '../../shared/lazy.ts'
import { findAll } from '../../shared/platform.ts'
import { PAGE_BLOCKS } from '../blocks/page-blocks.ts'
import type { Part } from '../later-parts/part-props.ts'
import type { Placeholders } from '../placeholder/start-placeholders.ts'
import { watchBlockedIframes } from '../placeholder/watch-blocked-iframes.ts'
import { askPlainly, isOpened } from './ask-plainly.ts'
import { markOpeners, startOpenLinks } from './openers.ts'
import type { ConsentUiOptions } from './options.ts'
import type { StartedView } from './view-context.ts'
import type { WatchPage } from './watch-page.ts'

/**
 * Loads the view when it may have something to show, or the visitor is about to open the
 * preferences or the guide, and the placeholders at the first blocked iframe. Returns a function
 * that removes the view and the placeholders.
 *
 * @param load Loads the function that starts the view, which throws if the view cannot be drawn.
 * @param onError Called with the error of the first failure to load or start the view.
 */
export const loadView = (
  consent: AnyConsent,
  options: ConsentUiOptions,
  watch: WatchPage,
  load: () => Promise<() => StartedView>,
  loadPlaceholders: () => Promise<Placeholders>,
  onError: (error: unknown) => void,
): (() => void) => {
  let view: StartedView | undefined
  let failures = 0
  let wasOpen: boolean
  const loadOnce = lazy(error => {
    if (!failures) onError(error)
    failures += 1
    markOpeners(false)
    // If the visitor has opened the preferences or the guide since the request, `look` loads the
    // view again.
    if (wasOpen) askPlainly(consent)
    else look()
  })

  const look = (part?: Part) => {
    const shown = consent.$view.get()
    const hasBlocks = !!findAll(PAGE_BLOCKS)[0]
    if (view) return view.look(hasBlocks, part)
    // After a failure, only opening the preferences or the guide loads the view again; a change of
    // the page does not.
    const isOpen = isOpened(shown)
    // With Global Privacy Control the view says that the signal is honoured.
    const { gpc } = consent.$state.get().signals
    if (!(failures ? isOpen : part || shown !== 'none' || options.button || hasBlocks || gpc))
      return
    markOpeners(isOpen)
    const request = () => {
      wasOpen = isOpen
      return load()
    }
    loadOnce(failures, request, start => {
      view = start()
      look(part)
    })
  }
  const disposes = [
    consent.$view.subscribe(() => look()),
    watch(() => look()),
    ...startOpenLinks(consent, look),
    watchBlockedIframes(loadPlaceholders),
  ]
  return () => {
    loadOnce()
    for (const dispose of disposes) dispose()
    view?.stop()
  }
}
