import type { VNode } from 'preact'
import type { ConsentState } from '../../core/index.ts'
import { h } from './h.ts'
import type { PartProps } from './part-props.ts'

/**
 * Draws the settings button, which opens the preferences, with the `line` below its label. Without
 * the option `button`, draws beside it a button that closes both, in the left corner: sites often
 * have a chat in the right one.
 */
export const SettingsButton = ({
  consent,
  options,
  parts,
  onVisit,
  line,
}: Pick<PartProps, 'consent' | 'options' | 'parts' | 'onVisit'> & {
  readonly line: string | false
}): VNode => {
  const { button } = options
  const settings = (
    <button
      type="button"
      id="settings"
      class={button && `card ${button}`}
      part="button settings"
      onClick={consent.openPreferences}
    >
      {parts.text.settings}
      {line && <small>{line}</small>}
    </button>
  )
  if (button) return settings
  return (
    <div id="signal" class="card left" part="toast">
      {settings}
      <button
        type="button"
        id="hide"
        part="button close"
        aria-label={parts.labels.close}
        onClick={() => onVisit({ isSignalClosed: true })}
      >
        ×
      </button>
    </div>
  )
}

/**
 * Returns whether Global Privacy Control is honoured: the browser sends the signal, and the visitor
 * has granted nothing in spite of it. California's regulations, § 7025(c)(6), require a site to
 * display whether it has honoured the signal.
 *
 * @see https://cppa.ca.gov/regulations/
 */
export const isHonoured = ({ signals, granted }: ConsentState<string>): boolean =>
  signals.gpc && !Object.values(granted).includes(true)
