import { Fragment, type VNode } from 'preact'
import { makeReceipt } from '../../evidence/index.ts'
import { drawFacts } from '../../inventory/index.ts'
import { Button } from '../parts/button.tsx'
import { h } from '../parts/h.ts'
import type { PartProps } from '../parts/part-props.ts'
import { download } from './download.ts'
import { EarlierChoices } from './earlier-choices.tsx'
import { LastChoice } from './last-choice.tsx'
import { moreOfRecord } from './more-of-record.ts'

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
          {record && drawFacts<VNode>(h, moreOfRecord(text, record))}
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
