import type { VNode } from 'preact'
import { h } from '../layers/h.ts'
import type { LayerProps } from '../layers/layer.ts'
import { CookieTable } from '../preferences/cookie-table.tsx'
import { cookiesOf, ownCookies } from '../preferences/cookies-of.ts'
import { Form } from '../preferences/form.tsx'
import { namedServices } from '../words/service-names.ts'
import type { BlockKind } from './find-blocks.ts'

/** Draws the content of one block. */
export const Block = ({
  kind,
  ...props
}: LayerProps & { readonly kind: BlockKind }): VNode | false | undefined => {
  const { consent, layers } = props
  if (kind === 'guide') return layers.guide && <layers.guide.code.GuidePanel {...props} />
  if (kind === 'preferences') return <Form {...props} surface="inline" />
  if (kind === 'status') return layers.record && <layers.record.code.LastChoice {...props} />
  const { categories } = consent.options
  const services = Object.values(categories).flatMap(category => namedServices(category.services))
  return (
    <CookieTable
      columns={layers.labels.columns}
      rows={[
        ...ownCookies(consent.options, layers.labels),
        ...services.flatMap(service => cookiesOf(service, layers.labels)),
      ]}
      label={layers.labels.heading}
    />
  )
}
