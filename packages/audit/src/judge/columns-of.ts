import { eastAsianWidth } from 'get-east-asian-width'

/** Divides a text into graphemes. */
export const segmenter: Intl.Segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Returns how many columns a text takes in a terminal: a Chinese or Korean letter takes two. */
export const columnsOf = (text: string): number =>
  [...segmenter.segment(text)].reduce((sum, { segment }) => sum + columnsOfOne(segment), 0)

/** Returns how many columns one grapheme takes. */
export const columnsOfOne = (segment: string): number => {
  // The mark VS16 makes a terminal show a character as a picture, which takes two columns.
  if (segment.includes('\ufe0f')) return 2
  const [code] = Array.from(segment, one => one.codePointAt(0) ?? 0)
  return code === undefined || /^\p{M}|^\p{Cf}/u.test(segment) ? 0 : eastAsianWidth(code)
}
