import type { AnyConsent } from '@spaceone/consent-core'
import type { mountConsentUi } from '@spaceone/consent-ui'
import { warn } from './warn.ts'

/**
 * Loads the view when there is something to be seen for the first time. Most visitors have chosen,
 * and load nothing.
 *
 * @param source Address of the SDK's own script; the other files lie beside it.
 * @returns The undo: what was mounted is gone.
 */
export const startUi = (consent: AnyConsent, source: string): (() => void) => {
  const load = (file: string) => import(new URL(file, source).href)
  let isIdle = true
  let isOver = false
  let undo = () => {}

  const unfollow = consent.$view.subscribe(view => {
    if (view === 'none' || !isIdle) return
    isIdle = false
    // Side by side: the view asks for the texts as well, and then they are under way.
    load(`ui.${consent.$state.get().language}.js`).catch(() => {})
    load('ui.js').then(
      (ui: { mountConsentUi: typeof mountConsentUi }) => {
        if (!isOver) undo = ui.mountConsentUi(consent)
      },
      () => {
        warn('ui.js is not beside consent.js')
        // A later click on the settings tries again.
        isIdle = true
        consent.close()
      },
    )
  })
  return () => {
    isOver = true
    unfollow()
    undo()
  }
}
