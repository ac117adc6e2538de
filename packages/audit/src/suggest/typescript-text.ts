import { printable } from '../report/printable.ts'

/** Returns a text, which a page may have chosen, as a literal of TypeScript in single quotes. */
export const typescriptText = (text: string): string =>
  `'${printable(text.replace(/[\\']/g, one => `\\${one}`))}'`
