import type { Preset } from '../../gate/index.ts'
import type { Global, PresetRow } from '../page-global.ts'

/**
 * Adds a preset to the calls that wait for `consent.js`. The file of the preset may stand before or
 * after the page's one-line stub, and must stand before `consent.js`.
 */
export const offerPreset = (name: string, declare: (row: never) => Preset): void => {
  const page = window as { spaceoneConsent?: Global }
  const stub: Global = (...call) => {
    stub.q ??= []
    stub.q.push(call)
  }
  page.spaceoneConsent ??= stub
  page.spaceoneConsent({ presets: { [name]: declare as (row: PresetRow) => Preset } })
}
