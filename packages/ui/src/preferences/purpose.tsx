import type { VNode } from 'preact'

/** One purpose that the visitor decides on. */
export interface PurposeProps {
  readonly category: string
  readonly label: string
  readonly about: string
  /** The services' names in a line; empty where none has one. */
  readonly services: string
  readonly isGranted: boolean
}

/** A switch with its label, which never changes, and what it is for. The form keeps the draft. */
export const Purpose = ({ category, label, about, services, isGranted }: PurposeProps): VNode => (
  <div class="purpose">
    <label for={`switch-${category}`}>{label}</label>
    <input
      type="checkbox"
      // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its state itself.
      role="switch"
      id={`switch-${category}`}
      name={category}
      defaultChecked={isGranted}
      aria-describedby={`about-${category}`}
    />
    <p id={`about-${category}`}>
      {about}
      {services && <small>{services}</small>}
    </p>
  </div>
)
