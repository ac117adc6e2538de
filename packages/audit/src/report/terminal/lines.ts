import { columnsOf, columnsOfOne, segmenter } from '../../judge/columns-of.ts'
import type { Outcome } from '../../judge/verdict.ts'

const WIDTH = 80

/** The sign of each outcome. */
export const MARKS: Readonly<Record<Outcome, string>> = {
  ...{ holds: '✓', fails: '✗', 'not-evaluable': '?' },
}

/** Adds the colour of an outcome to a text, if the output is coloured. */
export type Paint = (text: string, outcome: Outcome | undefined) => string

/** Returns a text as an item of a list, after the sign of an outcome. */
export const item = (outcome: Outcome, text: string, paint: Paint): readonly string[] => {
  const [line = '', ...rest] = wrap(text, '    ')
  return [`  ${paint(MARKS[outcome], outcome)} ${line.trimStart()}`, ...rest]
}

/** Breaks a text into lines of at most 80 columns; a word that is too long is cut with `…`. */
export const wrap = (text: string, indent: string): readonly string[] => {
  const width = WIDTH - indent.length
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const short = cutColumns(word, width)
    const last = lines.at(-1)
    if (last !== undefined && columnsOf(last) + 1 + columnsOf(short) <= width)
      lines[lines.length - 1] = `${last} ${short}`
    else lines.push(short)
  }
  return lines.map(line => `${indent}${line}`)
}

/** Adds spaces to the end of a text until it takes at least `columns` columns. */
export const padColumns = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)))

/** Cuts a text that takes more than `columns` columns, and ends it with `…`. */
export const cutColumns = (text: string, columns: number): string => {
  if (columnsOf(text) <= columns) return text
  let cut = ''
  let taken = 0
  for (const { segment } of segmenter.segment(text)) {
    taken += columnsOfOne(segment)
    if (taken > columns - 1) break
    cut += segment
  }
  return `${cut}…`
}
