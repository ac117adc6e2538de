import { html, type Markup } from '../../../../packages/audit/src/report/html/markup.ts'

/** A notice, as its stored text has it. */
interface Notice {
  readonly language: string
  readonly strings: readonly string[]
  readonly version: string
}

/** Reads the stored text of a notice, which has the form of `isNotice`. */
export const readNotice = (text: string): Notice => JSON.parse(text) as Notice

/** Returns the sentences of a notice in the order in which the visitor read them. */
export const noticePart = (text: string): Markup => {
  const { language, strings } = readNotice(text)
  return html`<div class="shown" lang="${language}">${strings.map(one => html`<p>${{ html: lines(one) }}</p>`)}</div>`
}

/** Returns a text as HTML, whole and with its line breaks. `html` escapes each line. */
const lines = (text: string): string =>
  text
    .split('\n')
    .map(line => html`${line}`.html)
    .join('<br>')
