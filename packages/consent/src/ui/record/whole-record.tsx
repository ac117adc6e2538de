import { Fragment, type VNode } from 'preact'
import type { ConsentRecord } from '../../core/index.ts'
import { makeReceipt } from '../../evidence/make-receipt.ts'
import { drawFacts, type Fact } from '../../inventory/index.ts'
import type { RecordText } from '../../words/record-text.ts'
import { Button } from '../parts/button.tsx'
import { h } from '../parts/h.ts'
import type { PartProps } from '../parts/part-props.ts'
import { purposeName } from '../words/purposes.ts'
import { download } from './download.ts'
import { EarlierChoices } from './earlier-choices.tsx'
import { LastChoice } from './last-choice.tsx'

/**
 * Draws the details of the last choice, the earlier choices, and buttons to download and to erase
 * all.
 */
export const WholeRecord = (props: PartProps): VNode | undefined => {
  const { consent, parts, onVisit } = props
  const { record } = consent.$state.get()
  const text = parts.record?.text
  const erase = () => {
    // Set the message first, because erasing draws the view again.
    onVisit({ hasErased: true })
    consent.erase()
  }
  return (
    text && (
      <>
        {record && <LastChoice {...props} />}
        <div class="own">
          {record && drawFacts<VNode>(h, moreOf(record, text))}
          <EarlierChoices {...props} />
          <Button
            id="download"
            look="outline"
            label={text.download}
            onClick={() =>
              download('cookie-consent.json', {
                ...makeReceipt(consent, {
                  purposes: parts.text.purposes,
                  settings: parts.labels.heading,
                }),
                history: consent.history(),
              })
            }
          />
          <details>
            <summary id="ask-erase">{text.erase}</summary>
            <p>{text.aboutErase}</p>
            <Button id="erase" look="outline" label={text.eraseNow} onClick={erase} />
          </details>
        </div>
      </>
    )
  )
}

/** Returns the method, the surface, the signal, the decision's number, and the notice's hash. */
const moreOf = ({ m, s, g, h, n }: ConsentRecord, words: RecordText): readonly Fact[] => [
  [words.how, [{ text: purposeName(m, words.methods) }]],
  [words.where, [{ text: purposeName(s, words.surfaces) }]],
  ...(g ? [[words.signal, [{ text: '✓' }]] as const] : []),
  [words.count, [{ text: `${n}` }]],
  ...(h ? [[words.hash, [{ text: h }]] as const] : []),
]
