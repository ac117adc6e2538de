import type { VNode } from 'preact'
import { Facts } from '../facts.tsx'
import { h } from '../h.ts'
import type { LayerProps } from '../layer.ts'
import type { LongLayers } from '../load-layers.ts'
import { recordInWords } from './record-in-words.ts'

/** What the visitor chose before, and when. */
export const LastChoice = ({
  consent,
  layers,
}: Pick<LayerProps<LongLayers>, 'consent' | 'layers'>): VNode => {
  const { record, status } = consent.$state.get()
  const { long } = layers
  const { outdated, expired } = long
  const reason = { outdated, expired }[status as string]
  return (
    // It is the visitor's own, no part of the notice.
    <div class="own" data-own="">
      {reason && <p class="note">{reason}</p>}
      {record ? <Facts facts={recordInWords(layers, record)} /> : <p>{long.record.none}</p>}
    </div>
  )
}
