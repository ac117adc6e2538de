import { Fragment, type VNode } from 'preact'
import { h } from '../h.ts'

/** One switch and what it is called. */
export interface SwitchProps {
  readonly id: string
  /** A category, or `category/name` for one of its services. */
  readonly name: string
  readonly label: string
  readonly isOn: boolean
  readonly describedBy?: string | undefined
}

/**
 * A switch with its label, which never changes. The form keeps the draft.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/switch/
 */
export const Switch = ({ id, name, label, isOn, describedBy }: SwitchProps): VNode => (
  <>
    <label for={id}>{label}</label>
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
  </>
)
