import { Fragment, type VNode } from 'preact'
import { type Fact, Facts } from '../parts/facts.tsx'
import { h } from '../parts/h.ts'
import type { PartProps } from '../parts/part-props.ts'
import { Cookies, type CookiesProps } from './cookies.tsx'

/** Properties of the details of a purpose. */
export interface DetailsProps extends Pick<PartProps, 'onIntent'>, Omit<CookiesProps, 'label'> {
  /** Name of the purpose, for use within a sentence. */
  readonly name: string
  /** The facts of each service, under its name. */
  readonly groups?: readonly (readonly [name: string, facts: readonly Fact[]])[]
}

/**
 * Draws the details of a purpose in a `<details>` element. The accessible name of its `<summary>`
 * ends with the purpose. The table of cookies is loaded when the visitor points at, focuses or
 * opens the details.
 */
export const Details = ({
  parts,
  onIntent,
  name,
  groups = [],
  services,
  options,
}: DetailsProps): VNode => (
  <details
    onPointerEnter={() => onIntent('stored')}
    onFocusIn={() => onIntent('stored')}
    onToggle={() => onIntent('stored', true)}
  >
    <summary aria-label={`${parts.labels.details}: ${name}`}>{parts.labels.details}</summary>
    {groups.map(([service, facts]) => (
      <Fragment key={service}>
        {groups[1] && <h4>{service}</h4>}
        <Facts facts={facts} />
      </Fragment>
    ))}
    <Cookies {...{ parts, services, options }} label={name} />
  </details>
)
