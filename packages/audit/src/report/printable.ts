/**
 * Matches characters that would change how the text around them is shown: control characters, which
 * a terminal obeys, separators of lines, and marks that turn the direction of writing.
 *
 * @see https://trojansource.codes/
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are looked for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** Replaces each character of a text that `UNSEEN` matches by its code, such as `\u202e`. */
export const printable = (text: string): string =>
  text.replace(UNSEEN, one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
