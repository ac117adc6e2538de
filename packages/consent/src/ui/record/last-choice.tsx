import type { VNode } from 'preact'
import { drawFacts } from '../../inventory/index.ts'
import { h } from '../parts/h.ts'
import type { PartProps } from '../parts/part-props.ts'
import { recordInWords } from './record-in-words.ts'

/**
 * Draws the visitor's last choice and its date, and says so if the choice is outdated or has
 * expired.
 *
 * @param note A sentence before the choice, such as that Global Privacy Control is honoured.
 */
export const LastChoice = ({
  consent,
  parts,
  note,
}: Pick<PartProps, 'consent' | 'parts'> & { readonly note?: string | false }):
  | VNode
  | undefined => {
  const { record, status } = consent.$state.get()
  const text = parts.record?.text
  if (!text) return
  // Only the statuses `outdated` and `expired` have a sentence that says why the choice does not
  // count.
  const reason: string | undefined = text[status as 'outdated' | 'expired']
  return (
    // `data-own`: the visitor's own data is not part of the notice.
    <div class="own" data-own="">
      {note && <p class="note">{note}</p>}
      {reason && <p class="note">{reason}</p>}
      {record ? drawFacts<VNode>(h, recordInWords(parts, text, record)) : <p>{text.none}</p>}
    </div>
  )
}
