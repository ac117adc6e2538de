import type { VNode } from 'preact'
import { h } from './h.ts'

/** A term and its description. */
export type Fact = readonly [term: string, description: string]

/** Draws a list of terms with their descriptions. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }): VNode => (
  <dl>
    {facts.map(([term, description]) => (
      <div>
        <dt>{term}</dt>
        <dd>{description}</dd>
      </div>
    ))}
  </dl>
)
