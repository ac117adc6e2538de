import type { AnyConsent } from '@spaceone/consent-core'
import { type mountLayers, type startPlaceholders, watchHeldIframes } from '@spaceone/consent-ui'
import { warn } from './warn.ts'

/**
 * Loads the view when there is something to be seen for the first time. Most visitors have chosen,
 * and load nothing.
 *
 * @param source Address of the SDK's own script; the other files lie beside it.
 * @returns The undo: what was mounted is gone.
 */
export const startUi = (consent: AnyConsent, source: string): (() => void) => {
  /** Side by side with its text: the part asks for that as well, and then it is under way. */
  const load = (part: string) => {
    const get = (file: string) => import(new URL(file, source).href)
    get(`${part}.${consent.$state.get().language}.js`).catch(() => {})
    return get(`${part}.js`)
  }
  let isIdle = true
  let isOver = false
  let undo = () => {}

  const unfollow = consent.$view.subscribe(view => {
    if (view === 'none' || !isIdle) return
    isIdle = false
    load('ui').then(
      (ui: { mountLayers: typeof mountLayers }) => {
        if (!isOver) undo = ui.mountLayers(consent)
      },
      () => {
        warn('ui.js is not beside consent.js')
        // A later click on the settings tries again.
        isIdle = true
        consent.close()
      },
    )
  })
  const unwatch = watchHeldIframes(() =>
    load('placeholder').then((part: { startPlaceholders: typeof startPlaceholders }) =>
      part.startPlaceholders(consent),
    ),
  )
  return () => {
    isOver = true
    unfollow()
    unwatch()
    undo()
  }
}
