import { html } from '../../../../../packages/audit/src/report/html/markup.ts'
import { table } from '../../../../../packages/audit/src/report/html/table.ts'
import { timeIn } from '../decision.ts'
import { TYPES } from '../figures.ts'
import type { Context, Page } from '../page.ts'
import { versionsOf } from '../versions.ts'

/** Returns the page with all versions of the policy. */
export const versionsPage = async (context: Context): Promise<Page> => {
  const { words, format } = context
  const { versions, days } = words
  const all = await versionsOf(context)
  return {
    heading: versions.heading,
    content: all.length
      ? html`<div class="figures dated">${table(
          versions.heading,
          [
            days.fields.version,
            versions.first,
            versions.last,
            ...TYPES.map(one => days.types[one]),
          ],
          [...all]
            .reverse()
            .map(({ version, figures }) => [
              html`<a href="version?version=${encodeURIComponent(version)}">${version}</a>`,
              timeIn(context, figures.first),
              timeIn(context, figures.last),
              ...TYPES.map(type => format.number(figures.counts[type])),
            ]),
        )}</div>`
      : html`<p class="what">${days.empty}</p>`,
  }
}
