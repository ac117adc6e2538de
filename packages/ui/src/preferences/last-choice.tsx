import { Fragment, h, type VNode } from 'preact'
import { Button } from '../button.tsx'
import { Facts } from '../facts.tsx'
import type { LayerProps } from '../layer.ts'
import type { LongLayers } from '../load-layers.ts'
import { download } from './download.ts'
import { moreOfRecord, recordInWords } from './record-in-words.ts'

/** What the visitor chose before, and when; with the whole of it to see and to take along. */
export const LastChoice = ({
  consent,
  layers,
  isShort,
}: Pick<LayerProps<LongLayers>, 'consent' | 'layers'> & { readonly isShort?: boolean }): VNode => {
  const { record, status } = consent.$state.get()
  const { long } = layers
  const { outdated, expired } = long
  const reason = { outdated, expired }[status as string]
  return (
    // It is the visitor's own, no part of the notice.
    <div class="own" data-own="">
      {reason && <p class="note">{reason}</p>}
      {record ? (
        <>
          <Facts
            facts={[
              ...recordInWords(layers, record),
              ...(isShort ? [] : moreOfRecord(layers, record)),
            ]}
          />
          {!isShort && (
            <Button
              id="download"
              look="outline"
              label={long.record.download}
              onClick={() => download('cookie-consent.json', record)}
            />
          )}
        </>
      ) : (
        <p>{long.record.none}</p>
      )}
    </div>
  )
}
