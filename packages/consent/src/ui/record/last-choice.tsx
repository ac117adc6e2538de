import type { VNode } from 'preact'
import { Facts } from '../layers/facts.tsx'
import { h } from '../layers/h.ts'
import type { LayerProps } from '../layers/layer.ts'
import { recordInWords } from './record-in-words.ts'

/**
 * Draws the visitor's last choice and its date, and says so if the choice is outdated or has
 * expired.
 */
export const LastChoice = ({
  consent,
  layers,
}: Pick<LayerProps, 'consent' | 'layers'>): VNode | undefined => {
  const { record, status } = consent.$state.get()
  const text = layers.record?.text
  if (!text) return
  // Only the statuses `outdated` and `expired` have a sentence that says why the choice does not
  // count.
  const reason: string | undefined = text[status as 'outdated' | 'expired']
  return (
    // `data-own`: the visitor's own data is not part of the notice.
    <div class="own" data-own="">
      {reason && <p class="note">{reason}</p>}
      {record ? <Facts facts={recordInWords(layers, text, record)} /> : <p>{text.none}</p>}
    </div>
  )
}
