import type { VNode } from 'preact'
import { h } from './h.ts'
import type { LayerProps } from './layer.ts'

/** The way back in that stands on every page, if the host wants one. */
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
