import type { VNode } from 'preact'
import { h } from './h.ts'

/** What a button looks like: an answer, the one that saves, or one beside them. */
type Look = 'choice' | 'primary' | 'outline' | 'quiet'

/** One native button. */
export interface ButtonProps {
  readonly id: string
  readonly look: Look
  readonly label: string
  readonly onClick: (event: MouseEvent) => void
}

/** A button that says its label. Its look is its class and its part. */
export const Button = ({ id, look, label, onClick }: ButtonProps): VNode => (
  <button type="button" id={id} class={look} part={`button ${look}`} onClick={onClick}>
    {label}
  </button>
)
