import type { VNode } from 'preact'
import type { AnyConsent } from '../../core/index.ts'
import { type Declared, drawTable, drawTree, type Tree } from '../../inventory/index.ts'
import { h } from '../later-parts/h.ts'
import type { LoadedParts, PartProps } from '../later-parts/part-props.ts'

/**
 * Draws the details of a purpose: the facts of each service, and the table of what they store. The
 * code of the table is loaded at the latest when the visitor points at, focuses or opens the
 * details. `options` are for `storedOf`.
 */
export const Details = ({
  parts,
  onIntent,
  name,
  facts = [],
  services,
  options,
}: Pick<PartProps, 'onIntent' | 'parts'> & {
  readonly name: string
  readonly facts?: Tree
  readonly services: readonly Declared[]
  readonly options?: AnyConsent['options']
}): VNode => (
  <details
    onPointerEnter={() => onIntent('stored')}
    onFocusIn={() => onIntent('stored')}
    onToggle={() => onIntent('stored', true)}
  >
    <summary aria-label={`${parts.labels.details}: ${name}`}>{parts.labels.details}</summary>
    {drawTree<VNode>(h, facts, 3)}
    {drawStored(parts, name, services, options)}
  </details>
)

/** Draws a table of what services store, if anything; an ellipsis until its code is loaded. */
export const drawStored = (
  parts: LoadedParts,
  label: string,
  services: readonly Declared[],
  options?: AnyConsent['options'],
): VNode | string | false => {
  const { stored } = parts
  if (!stored) return '…'
  const table = stored.code.storedOf(parts, stored.text, label, services, options)
  return !!table.rows[0] && drawTable<VNode>(h, table)
}
