import type { VNode } from 'preact'
import { h } from './h.ts'

/**
 * Look of a button: `choice` for “Accept all” and “Reject all”, `primary` for “Save”, `outline` and
 * `quiet` for others.
 */
type Look = 'choice' | 'primary' | 'outline' | 'quiet'

/** Properties of `Button`. */
export interface ButtonProps {
  readonly id: string
  readonly look: Look
  readonly label: string
  readonly onClick: (event: MouseEvent) => void
  /** Called when the visitor points at the button or focuses it. */
  readonly onIntent?: () => void
}

/** Draws a button. `look` is the class of the button and one of its CSS parts. */
export const Button = ({ id, look, label, onClick, onIntent }: ButtonProps): VNode => (
  <button
    type="button"
    id={id}
    class={look}
    part={`button ${look}`}
    onClick={onClick}
    onPointerEnter={onIntent}
    onFocus={onIntent}
  >
    {label}
  </button>
)
