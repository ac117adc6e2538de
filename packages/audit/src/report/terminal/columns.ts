import { eastAsianWidth } from 'get-east-asian-width'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Returns how many columns a text takes in a terminal: a Chinese, Japanese or Korean letter two. */
export const columnsOf = (text: string): number =>
  [...segmenter.segment(text)].reduce((sum, { segment }) => sum + columnsOfOne(segment), 0)

const columnsOfOne = (segment: string): number => {
  // The mark VS16 makes a terminal show a character as a picture, which takes two columns.
  if (segment.includes('\ufe0f')) return 2
  const [code] = Array.from(segment, one => one.codePointAt(0) ?? 0)
  return code === undefined || /^\p{M}|^\p{Cf}/u.test(segment) ? 0 : eastAsianWidth(code)
}

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
