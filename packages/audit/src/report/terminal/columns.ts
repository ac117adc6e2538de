import { columnsOf, columnsOfOne, segmenter } from '../../judge/columns-of.ts'

/** Adds spaces to a text, so that the text takes at least so many columns. */
export const padColumns = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)))

/** Cuts a text that takes more than so many columns, and ends it with `…`. */
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
