import { printable } from './printable.ts'

/** Matches characters that Markdown or HTML could read as more than text. */
const SPECIAL = /[\\`*_{}[\]<>|~&!$^]|:(?=\/\/)|(?<=www)\./gi

/** Matches a first character that could begin a list, a heading, a quotation, a line or code. */
const FIRST = /^[-+=#>\d\s]/

const entity = (one: string): string => `&#${one.charCodeAt(0)};`

/**
 * Escapes a text for Markdown and HTML. A word joiner after `@` and `#` keeps GitHub from notifying
 * a user or linking an issue that a page has named.
 *
 * @see https://github.github.com/gfm/#entity-and-numeric-character-references
 */
export const markdownText = (text: string): string =>
  printable(text)
    .replace(SPECIAL, entity)
    .replace(/@|(?<!&)#/g, one => `${one}&#8288;`)
    .replace(FIRST, entity)

/** Returns a text as code. The fence is longer than each run of backticks in the text. */
export const markdownCode = (text: string): string => {
  const safe = printable(text)
  const longest = Math.max(0, ...(safe.match(/`+/g) ?? []).map(run => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest ? `${fence} ${safe} ${fence}` : `${fence}${safe}${fence}`
}
