import type { VNode } from 'preact'
import { h } from './h.ts'

/** A term and what is said of it. */
export type Fact = readonly [term: string, description: string]

/** Terms and what is said of them. */
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
