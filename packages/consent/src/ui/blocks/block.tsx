import type { VNode } from 'preact'
import { h } from '../h.ts'
import type { LayerProps } from '../layer.ts'
import type { LongLayers } from '../load-layers.ts'
import { namedServices } from '../service-names.ts'
import type { BlockKind } from './find-blocks.ts'

/** What one element of the page shows. */
export const Block = ({
  kind,
  ...props
}: LayerProps<LongLayers> & { readonly kind: BlockKind }): VNode | false | undefined => {
  const { consent, layers } = props
  const { CookieTable, cookiesOf, Form, LastChoice, ownCookies } = layers.preferences
  if (kind === 'guide') return layers.guide && <layers.guide.code.GuidePanel {...props} />
  if (kind === 'preferences') return <Form {...props} surface="inline" />
  if (kind === 'status') return <LastChoice consent={consent} layers={layers} />
  const { categories } = consent.options
  const services = Object.values(categories).flatMap(category => namedServices(category.services))
  return (
    <CookieTable
      columns={layers.long.columns}
      rows={[
        ...ownCookies(consent.options, layers.long),
        ...services.flatMap(service => cookiesOf(service, layers.long)),
      ]}
      label={layers.long.heading}
    />
  )
}
