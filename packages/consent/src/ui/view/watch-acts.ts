import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'
import type { Stage } from './stage.ts'
import { stepAside } from './step-aside.ts'

/** The events of the page that the view handles. */
const EVENTS = ['focusin', 'keydown', 'pointerdown']

/**
 * Creates the listeners that move the banner or the settings button away from the page's focused
 * element, and that close the status message at the next key press or pointer press in the page.
 * `follow` adds the listeners, also again after `document.open()`, which removes all listeners.
 */
export const watchActs = (stage: Stage): { follow(): void; stop(): void } => {
  const { element } = stage.host
  const onEvent = (event: Event) =>
    quietly(() => {
      if (event.target === element) return
      if (event.type === 'focusin') stepAside(element, event.target)
      else if (stage.message) {
        stage.message = stage.dismiss = ''
        stage.draw()
      }
    })
  return {
    follow: () =>
      quietly(() => {
        for (const type of EVENTS) ownDocument.addEventListener(type, onEvent, true)
      }),
    stop() {
      for (const type of EVENTS) ownDocument.removeEventListener(type, onEvent, true)
    },
  }
}
