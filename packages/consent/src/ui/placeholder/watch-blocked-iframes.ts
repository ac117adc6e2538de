import { warn } from '../../options/warn.ts'
import { BLOCKED_EVENT } from '../../shared/events.ts'
import { lazy } from '../../shared/lazy.ts'
import { findAll, listen } from '../../shared/platform.ts'
import type { Placeholders } from './start-placeholders.ts'

/**
 * Shows a placeholder for each iframe that is blocked now or later. Returns a function that removes
 * the placeholders.
 *
 * @param load Called at the first blocked iframe, so not on a page without one.
 */
export const watchBlockedIframes = (load: () => Promise<Placeholders>): (() => void) => {
  const loadOnce = lazy(error => warn('missing-file', 'placeholder.js', error))
  let placeholders: Promise<Placeholders | undefined> | undefined
  const show = async (iframe: EventTarget | undefined) => {
    placeholders = loadOnce('', load, loaded => loaded)
    return (await placeholders)?.show(iframe)
  }
  // The target of an event from a shadow root is the root's host element.
  const unlisten = listen(BLOCKED_EVENT, event => show(event.composedPath()[0]))
  findAll('iframe[data-consent][data-src]').forEach(show)
  return () => {
    unlisten()
    placeholders?.then(started => started?.stop())
  }
}
