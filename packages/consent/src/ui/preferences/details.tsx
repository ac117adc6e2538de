import type { VNode } from 'preact'
import { type Fact, Facts } from '../layers/facts.tsx'
import { h } from '../layers/h.ts'
import { CookieTable } from './cookie-table.tsx'
import type { CookieRow, PreferencesText } from './text/preferences-text.ts'

/** Properties of the details of a purpose. */
export interface DetailsProps {
  readonly text: PreferencesText
  /** Name of the purpose, for use within a sentence. */
  readonly name: string
  readonly facts?: readonly Fact[]
  readonly rows: readonly CookieRow[]
}

/** Draws the details of a purpose in a `<details>` element. Its accessible name ends with the purpose. */
export const Details = ({ text, name, facts, rows }: DetailsProps): VNode => (
  <details>
    <summary aria-label={`${text.details}: ${name}`}>{text.details}</summary>
    {facts && <Facts facts={facts} />}
    <CookieTable columns={text.columns} rows={rows} label={name} />
  </details>
)
