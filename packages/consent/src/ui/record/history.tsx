import { Fragment, type VNode } from 'preact'
import { h } from '../h.ts'
import type { LayerProps } from '../layer.ts'
import type { LongLayers } from '../load-layers.ts'
import type { RecordFacts } from '../preferences/record-in-words.ts'

/** The choices before the last one, newest first. Where there are none, nothing. */
export const History = ({
  consent,
  layers,
}: Pick<LayerProps<LongLayers>, 'consent' | 'layers'>): VNode | undefined => {
  const { CookieTable, recordInWords } = layers.preferences
  const { record } = consent.$state.get()
  const { earlier } = layers.long.record
  const choices = consent
    .history()
    .filter(({ t, n }) => t !== record?.t || n !== record.n)
    .map(choice => recordInWords(layers, choice))
  return (
    choices[0] && (
      <>
        <h3>{earlier}</h3>
        <CookieTable
          columns={rowOf(choices[0], 0)}
          rows={choices.map(choice => rowOf(choice, 1))}
          label={earlier}
        />
      </>
    )
  )
}

/** Gives the terms of a row, or what stands in it. How long a choice would have counted is old news. */
const rowOf = ([allowed, refused, decidedAt, , version]: RecordFacts, part: 0 | 1) =>
  [decidedAt[part], allowed[part], refused[part], version[part]] as const
