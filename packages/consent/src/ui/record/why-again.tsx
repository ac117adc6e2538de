import { Fragment, type VNode } from 'preact'
import { h } from '../h.ts'
import type { LayerProps } from '../layer.ts'
import { changesSince } from './changes-since.ts'

/** Says to somebody who has answered before why it is asked again. */
export const WhyAgain = ({
  consent,
  layers,
}: Pick<LayerProps, 'consent' | 'layers'>): VNode | undefined => {
  const { status, record } = consent.$state.get()
  const { outdated, expired, decided } = layers.record?.text.again ?? {}
  const sentence = { outdated, expired, decided }[status as string]
  if (!record || !sentence) return undefined
  const { language } = layers
  const day = new Date(record.t * 1000).toLocaleDateString(language, { dateStyle: 'long' })
  const [start, end] = sentence.split('{before}')
  return (
    <>
      {start}
      {/* The visitor's own, no part of the notice. */}
      {end && <span data-own="">{status === 'expired' ? day : record.p}</span>}
      {end} {changesSince(consent.options.policy, record.p, language).join(' ')}{' '}
    </>
  )
}
