import type { ComponentChild } from 'preact'
import type { AnyConsent } from '../../core/index.ts'
import { h } from '../layers/h.ts'
import type { LayerParts } from '../layers/load-layers.ts'
import type { Shown } from '../words/service-names.ts'
import { CookieTable } from './cookie-table.tsx'

/** Properties of `Cookies`, except its label. */
export interface CookiesProps {
  readonly layers: LayerParts
  readonly services: readonly Shown[]
  /** The options of the site, see `cookieRows`. */
  readonly options?: AnyConsent['options'] | undefined
}

/** Draws a table with what services store; an ellipsis while the table is not loaded. */
export const Cookies = ({
  layers,
  services,
  options,
  label,
}: CookiesProps & { readonly label: string }): ComponentChild => {
  const { stored } = layers
  return stored ? (
    <CookieTable
      columns={stored.text.columns}
      rows={stored.code.cookieRows(layers, stored.text, services, options)}
      label={label}
    />
  ) : (
    '…'
  )
}
