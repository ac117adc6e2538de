import type { VNode } from 'preact'
import { h } from './h.ts'
import type { LayerProps } from './layer.ts'

/** Draws the button that opens the preferences, in the corner named by `options.button`. */
export const SettingsButton = ({
  consent,
  options,
  layers,
}: Pick<LayerProps, 'consent' | 'options' | 'layers'>): VNode => (
  <button
    type="button"
    id="settings"
    class={`card ${options.button}`}
    part="button settings"
    onClick={consent.openPreferences}
  >
    {layers.text.settings}
  </button>
)
