import { Fragment, type VNode } from 'preact'
import type { ConsentRecord } from '../../core/index.ts'
import { makeReceipt } from '../../evidence/make-receipt.ts'
import { drawFacts, drawTable, type Fact } from '../../inventory/index.ts'
import { createElement } from '../../shared/platform.ts'
import type { RecordText } from '../../words/en/record.ts'
import { Button } from '../later-parts/button.tsx'
import { h } from '../later-parts/h.ts'
import type { LoadedParts, PartProps } from '../later-parts/part-props.ts'
import { purposeName } from '../words/texts.ts'
import { timeInWords } from '../words/time-in-words.ts'

export { whyAgain } from './why-again.ts'

/**
 * Draws the visitor's last choice, below a `note` and, if the choice is outdated or expired, a
 * sentence that says so.
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
  // No other status has a sentence that says why the choice does not count.
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

/** Draws the stored choices, with details of the last, and buttons to download and to erase all. */
export const WholeRecord = (props: PartProps): VNode | undefined => {
  const { consent, parts, onVisit } = props
  const { record } = consent.$state.get()
  const text = parts.record?.text
  if (!text) return
  const { purposes } = parts.text
  const { earlier } = parts.labels.record
  const choices = consent
    .history()
    .filter(({ t, n }) => t !== record?.t || n !== record.n)
    .map(choice => recordInWords(parts, text, choice))
  const moreOf = ({ m, s, g, h, n }: ConsentRecord): readonly Fact[] => [
    [text.how, [{ text: purposeName(m, text.methods) }]],
    [text.where, [{ text: purposeName(s, text.surfaces) }]],
    ...(g ? [[text.signal, [{ text: '✓' }]] as const] : []),
    [text.count, [{ text: `${n}` }]],
    ...(h ? [[text.hash, [{ text: h }]] as const] : []),
  ]
  const download = () => {
    const receipt = makeReceipt(consent, { purposes, settings: parts.labels.heading })
    downloadJson('cookie-consent.json', { ...receipt, history: consent.history() })
  }
  const erase = () => {
    // Set the message first, because erasing draws the view again.
    onVisit({ hasErased: true })
    consent.erase()
  }
  return (
    <>
      {record && <LastChoice {...props} />}
      <div class="own">
        {record && drawFacts<VNode>(h, moreOf(record))}
        {choices[0] && (
          <>
            <h3>{earlier}</h3>
            {drawTable<VNode>(h, {
              label: earlier,
              columns: rowOf(choices[0], 0),
              rows: choices.map(choice => rowOf(choice, 1)),
            })}
          </>
        )}
        <Button id="download" look="outline" label={text.download} onClick={download} />
        <details>
          <summary id="ask-erase">{text.erase}</summary>
          <p>{text.aboutErase}</p>
          <Button id="erase" look="outline" label={text.eraseNow} onClick={erase} />
        </details>
      </div>
    </>
  )
}

type RecordFacts = readonly [
  allowed: Fact,
  refused: Fact,
  decidedAt: Fact,
  expiresAt: Fact,
  version: Fact,
]

const recordInWords = (
  { text, language }: LoadedParts,
  words: RecordText,
  record: ConsentRecord,
): RecordFacts => {
  const { x = [] } = record
  const named = (answer: 0 | 1) => [
    ...Object.keys(record.c)
      .filter(category => record.c[category] === answer)
      .map(category => purposeName(category, text.purposes)),
    ...(answer ? [] : x.map(key => key.slice(key.indexOf('/') + 1))),
  ]
  const list = (items: readonly string[]) =>
    new Intl.ListFormat(language).format(items) || words.nothing
  return [
    [words.allowed, [{ text: list(named(1)) }]],
    [words.refused, [{ text: list(named(0)) }]],
    [words.decidedAt, [{ text: timeInWords(record.t, language, 'short') }]],
    [words.expiresAt, [{ text: timeInWords(record.e, language) }]],
    [words.version, [{ text: record.p }]],
  ]
}

/** Returns the headings (0) of the table of earlier choices, or the cells (1) of one row. */
// An earlier choice no longer counts, so its expiry is left out.
const rowOf = <Part extends 0 | 1>(
  [allowed, refused, decidedAt, , version]: RecordFacts,
  part: Part,
): readonly Fact[Part][] => [decidedAt[part], allowed[part], refused[part], version[part]]

const downloadJson = (name: string, content: object): void => {
  const link = createElement('a')
  const blob = new Blob([JSON.stringify(content, undefined, 2)], { type: 'application/json' })
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // Some browsers read the blob only a moment after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
