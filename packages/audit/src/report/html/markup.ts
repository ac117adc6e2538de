import { printable } from '../printable.ts'

/** HTML that is safe to put into a page. */
export interface Markup {
  readonly html: string
}

/** A value in a template: texts are escaped, `undefined` and `false` add nothing. */
export type MarkupValue = Markup | string | number | undefined | false | readonly MarkupValue[]

/**
 * Builds HTML from a template. Each value is escaped unless it is markup itself.
 *
 * ```ts
 * html`<td>${cookie.name}</td>`
 * ```
 */
export const html = (strings: TemplateStringsArray, ...parts: readonly MarkupValue[]): Markup => ({
  html: strings.reduce((text, string, i) => `${text}${textOf(parts[i - 1])}${string}`),
})

const textOf = (part: MarkupValue): string => {
  if (part === undefined || part === false) return ''
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escaped(part)
  return 'html' in part ? part.html : part.map(textOf).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
}

const escaped = (text: string): string =>
  printable(text).replace(/[&<>"']/g, one => ENTITIES[one] ?? '')

/** Returns a text, such as a page's address, in a `<code>` element, cut to 500 characters. */
export const code = (text: string): Markup => html`<code translate="no">${cut(text)}</code>`

/** Returns words of a page, such as those on a control, in `<q>`, cut to 500 characters. */
export const quoted = (text: string): Markup => html`<q translate="no">${cut(text)}</q>`

/** How many characters of a text `cut` keeps; the JSON has the whole text. */
const LONGEST = 500

/** Returns a text, cut after 500 characters and ended with `…` if it is longer. */
export const cut = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
