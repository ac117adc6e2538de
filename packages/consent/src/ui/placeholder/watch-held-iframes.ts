import { BLOCKED_EVENT } from '../../shared/events.ts'
import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'
import { warn } from '../../shared/warn.ts'
import type { Placeholders } from './start-placeholders.ts'

/** What is held already when the watch begins: nobody heard of it then. */
const HELD = 'iframe[data-consent][data-src]'

/**
 * Shows a placeholder for every iframe that waits for its purpose, now and later.
 *
 * @param load Brings the placeholders. Called when the first iframe is found; most pages have none.
 * @returns The undo: takes them off the page.
 */
export const watchHeldIframes = (load: () => Promise<Placeholders>): (() => void) => {
  let placeholders: Promise<Placeholders | undefined> | undefined
  const show = async (iframe: EventTarget | undefined) => {
    placeholders ??= load().catch(error => void warn('Cannot load the placeholders.', error))
    return (await placeholders)?.show(iframe)
  }
  // Inside of shadow roots the target of the event is their host.
  const onHeld = (event: Event) => quietly(() => show(event.composedPath()[0]))

  quietly(() => {
    ownDocument.addEventListener(BLOCKED_EVENT, onHeld)
    ownDocument.querySelectorAll(HELD).forEach(show)
  })
  return () => {
    ownDocument.removeEventListener(BLOCKED_EVENT, onHeld)
    placeholders?.then(started => started?.stop())
  }
}
