import { Fragment, type VNode } from 'preact'
import { drawTable, type Fact } from '../../inventory/index.ts'
import { h } from '../parts/h.ts'
import type { PartProps } from '../parts/part-props.ts'
import { type RecordFacts, recordInWords } from './record-in-words.ts'

/** Draws the choices before the last one, newest first. Draws nothing if there are none. */
export const EarlierChoices = ({
  consent,
  parts,
}: Pick<PartProps, 'consent' | 'parts'>): VNode | undefined => {
  const { record } = consent.$state.get()
  const { earlier } = parts.labels.record
  const text = parts.record?.text
  if (!text) return
  const choices = consent
    .history()
    .filter(({ t, n }) => t !== record?.t || n !== record.n)
    .map(choice => recordInWords(parts, text, choice))
  return (
    choices[0] && (
      <>
        <h3>{earlier}</h3>
        {drawTable<VNode>(h, {
          label: earlier,
          columns: rowOf(choices[0], 0),
          rows: choices.map(choice => rowOf(choice, 1)),
        })}
      </>
    )
  )
}

/**
 * Returns the headings of the table, or the cells of one row. Leaves out the expiry, since an
 * earlier choice no longer counts.
 */
const rowOf = <Part extends 0 | 1>(
  [allowed, refused, decidedAt, , version]: RecordFacts,
  part: Part,
): readonly Fact[Part][] => [decidedAt[part], allowed[part], refused[part], version[part]]
