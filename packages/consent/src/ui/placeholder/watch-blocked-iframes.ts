import { warn } from '../../options/warn.ts'
import { BLOCKED_EVENT } from '../../shared/events.ts'
import { lazy } from '../../shared/lazy.ts'
import { findAll, listen } from '../../shared/platform.ts'
import type { Placeholders } from './start-placeholders.ts'

/** Selects the iframes that were blocked before the listener for `BLOCKED_EVENT` was added. */
const BLOCKED = 'iframe[data-consent][data-src]'

/**
 * Shows a placeholder for each iframe that is blocked now or later.
 *
 * @param load Loads the placeholders. Called at the first blocked iframe, so never on most pages.
 * @returns Dispose function: removes the placeholders from the page.
 */
export const watchBlockedIframes = (load: () => Promise<Placeholders>): (() => void) => {
  const loadOnce = lazy(error => warn('missing-file', 'placeholder.js', error))
  let placeholders: Promise<Placeholders | undefined> | undefined
  const show = async (iframe: EventTarget | undefined) => {
    placeholders = loadOnce('', load, loaded => loaded)
    return (await placeholders)?.show(iframe)
  }
  // Reads the composed path: the target of an event from a shadow root is the shadow root's host
  // element.
  const unlisten = listen(BLOCKED_EVENT, event => show(event.composedPath()[0]))
  findAll(BLOCKED).forEach(show)
  return () => {
    unlisten()
    placeholders?.then(started => started?.stop())
  }
}
