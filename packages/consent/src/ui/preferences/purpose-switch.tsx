import type { VNode } from 'preact'
import { h } from '../later-parts/h.ts'

/** Properties of a switch. */
export interface SwitchProps {
  readonly id: string
  /** A category, or `category/name` for one of its services. */
  readonly name: string
  readonly isOn: boolean
  readonly describedBy?: string | undefined
}

/**
 * Draws a switch. The label of the switch does not depend on its state. The form sets and stores
 * the state.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/switch/
 */
export const Switch = ({ id, name, isOn, describedBy }: SwitchProps): VNode => (
  <input
    type="checkbox"
    // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its state itself.
    role="switch"
    id={id}
    part="switch"
    name={name}
    defaultChecked={isOn}
    aria-describedby={describedBy}
  />
)
