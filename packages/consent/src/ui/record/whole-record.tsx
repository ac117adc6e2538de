import type { VNode } from 'preact'
import { receipt } from '../../evidence/index.ts'
import { Button } from '../button.tsx'
import { Facts } from '../facts.tsx'
import { h } from '../h.ts'
import type { LayerProps } from '../layer.ts'
import type { LongLayers } from '../load-layers.ts'
import { download } from './download.ts'
import { History } from './history.tsx'
import { moreOfRecord } from './more-of-record.ts'

/** The rest of the last choice and those before it, to see, to take along and to erase. */
export const WholeRecord = (props: LayerProps<LongLayers>): VNode | undefined => {
  const { consent, layers, onVisit } = props
  const { record } = consent.$state.get()
  const text = layers.record?.text
  const erase = () => {
    // Before the record goes: then it is said at once that it has.
    onVisit({ hasErased: true })
    consent.erase()
  }
  return (
    text && (
      <div class="own">
        {record && <Facts facts={moreOfRecord(text, record)} />}
        <History consent={consent} layers={layers} />
        <Button
          id="download"
          look="outline"
          label={text.download}
          onClick={() =>
            download('cookie-consent.json', {
              ...receipt(consent, {
                purposes: layers.text.purposes,
                settings: layers.long.heading,
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
    )
  )
}
