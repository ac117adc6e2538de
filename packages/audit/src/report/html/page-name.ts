import type { Context } from './context.ts'
import { code, html, type Part } from './markup.ts'

const hasSeveralPages = ({ verdict }: Context): boolean => verdict.seen.pages.length > 1

/** Returns a heading with the address of a page; nothing if the audit has only one page. */
export const pageHeading = (context: Context, page: string): Part =>
  hasSeveralPages(context) && html`<h3><span class="address">${code(page)}</span></h3>`

/** Returns a line with the address of a page; nothing if the audit has only one page. */
export const pageLine = (context: Context, page: string): Part =>
  hasSeveralPages(context) && html`<p class="where">${page}</p>`
