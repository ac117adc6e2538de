import { PHASES, type PhaseName, type SeenPage } from '../../seen.ts'
import type { Context } from './context.ts'
import { code, html, type Markup, type MarkupValue } from './markup.ts'

/** Returns a section of the report under its heading. */
export const section = (id: string, heading: string, content: MarkupValue): Markup =>
  html`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
${content}
</section>`

/** Returns a section with a part for each phase of each page. A click opens a part. */
export const phasesSection = (
  context: Context,
  id: string,
  heading: string,
  partOf: (page: SeenPage, phase: PhaseName) => { readonly count: number; readonly part: Markup },
): Markup => {
  const { verdict, words } = context
  const details = (page: SeenPage, phase: PhaseName) => {
    const { count, part } = partOf(page, phase)
    return html`<details class="phase"><summary><span>${words.phases[phase]}</span> <span class="count">${count}</span></summary>
<p class="where">${words.played[phase]}</p>
${part}
</details>`
  }
  return section(
    id,
    heading,
    verdict.seen.pages.map(
      page => html`${pageHeading(context, page.url)}
${PHASES.map(phase => details(page, phase))}`,
    ),
  )
}

const hasSeveralPages = ({ verdict }: Context): boolean => verdict.seen.pages.length > 1

/** Returns a heading with the address of a page; nothing if the audit has only one page. */
export const pageHeading = (context: Context, page: string): MarkupValue =>
  hasSeveralPages(context) && html`<h3><span class="address">${code(page)}</span></h3>`

/** Returns a line with the address of a page; nothing if the audit has only one page. */
export const pageLine = (context: Context, page: string): MarkupValue =>
  hasSeveralPages(context) && html`<p class="where">${page}</p>`
