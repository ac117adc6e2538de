import type { VNode } from 'preact'
import { h } from './h.ts'
import type { PartProps } from './part-props.ts'

/** Draws the button that opens the preferences, in the corner named by `options.button`. */
export const SettingsButton = ({
  consent,
  options,
  parts,
}: Pick<PartProps, 'consent' | 'options' | 'parts'>): VNode => (
  <button
    type="button"
    id="settings"
    class={`card ${options.button}`}
    part="button settings"
    onClick={consent.openPreferences}
  >
    {parts.text.settings}
  </button>
)
