import type { ComponentChild } from 'preact'
import type { AnyConsent } from '../../core/index.ts'
import { h } from '../parts/h.ts'
import type { LoadedParts } from '../parts/load-parts.ts'
import type { Shown } from '../words/service-names.ts'
import { CookieTable } from './cookie-table.tsx'

/** Properties of `Cookies`, except its label. */
export interface CookiesProps {
  readonly parts: LoadedParts
  readonly services: readonly Shown[]
  /** The options of the site, see `cookieRows`. */
  readonly options?: AnyConsent['options'] | undefined
}

/** Draws a table with what services store; an ellipsis while the table is not loaded. */
export const Cookies = ({
  parts,
  services,
  options,
  label,
}: CookiesProps & { readonly label: string }): ComponentChild => {
  const { stored } = parts
  return stored ? (
    <CookieTable
      columns={stored.text.columns}
      rows={stored.code.cookieRows(parts, stored.text, services, options)}
      label={label}
    />
  ) : (
    '…'
  )
}
