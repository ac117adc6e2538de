import { printable } from '../report/printable.ts'

/** Returns a text as a literal of TypeScript in single quotes. A page may have chosen the text. */
export const typescriptText = (text: string): string =>
  `'${printable(text.replace(/[\\']/g, one => `\\${one}`))}'`
