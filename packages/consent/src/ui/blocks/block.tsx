import type { ComponentChild } from 'preact'
import { servicesIn } from '../../shared/services-in.ts'
import { h } from '../parts/h.ts'
import { isHonoured } from '../parts/is-honoured.ts'
import type { PartProps } from '../parts/part-props.ts'
import { drawStored } from '../preferences/details.tsx'
import { Form } from '../preferences/form.tsx'
import type { Shown } from '../words/service-names.ts'
import type { BlockKind } from './find-blocks.ts'
import type { LoadedSections } from './section-loader.ts'

/** Draws the content of one block. */
export const Block = ({
  kind,
  element,
  loaded,
  ...props
}: PartProps & {
  readonly kind: BlockKind
  /** The element of the page in which the block is drawn. */
  readonly element: Element
  readonly loaded: LoadedSections | undefined
}): ComponentChild => {
  const { consent, parts } = props
  if (kind === 'guide') return parts.guide && <parts.guide.code.GuidePanel {...props} />
  if (kind === 'preferences') return <Form {...props} surface="inline" />
  if (kind === 'status') {
    const note = isHonoured(consent.$state.get()) && parts.labels.honoured
    return parts.record && <parts.record.code.LastChoice {...props} note={note} />
  }
  if (kind === 'section') return loaded?.drawSection(element, loaded.sections, props)
  const { options } = consent
  const services = Object.keys(options.categories).flatMap(category =>
    servicesIn<Shown>(options, category),
  )
  return drawStored(parts, parts.labels.heading, services, options)
}
