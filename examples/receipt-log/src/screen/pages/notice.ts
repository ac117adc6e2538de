import { html } from '../../../../../packages/audit/src/report/html/markup.ts'
import { fill } from '../../../../../packages/audit/src/report/words/words-of.ts'
import { dayOf } from '../../day.ts'
import { inventoryWith } from '../../inventories.ts'
import { factsPart, languageName } from '../decision.ts'
import { figuresOf } from '../figures.ts'
import { inventoryPart } from '../inventory-part.ts'
import { noticePart, readNotice } from '../notice-part.ts'
import type { Context, Page, Query } from '../page.ts'
import { rangeInWords } from '../range.ts'

/** Returns the page of a notice: its sentences as visitors read them, and when they answered. */
export const noticePage = async (context: Context, { hash = '' }: Query): Promise<Page> => {
  const { log, words, known, inventories, format } = context
  const text = await log.notice(hash)
  if (text === undefined)
    return {
      heading: words.days.fields.notice,
      status: 404,
      content: html`<p class="what">${fill(words.notice.unknown, { hash })}</p>`,
    }
  const { language, version } = readNotice(text)
  const rows = await log.sums({ by: ['notice'], notice: hash })
  const { all, first, last } = figuresOf(rows)
  const inventory = inventoryWith(inventories, known.get(hash))
  const range = rangeInWords(context, { from: dayOf(first), to: dayOf(last) })
  return {
    heading: fill(words.notice.heading, { language: languageName(context, language) }),
    content: html`${factsPart([
      [
        words.days.fields.version,
        html`<a href="version?version=${encodeURIComponent(version)}">${version}</a>`,
      ],
      [words.notice.hash, html`<span class="hash">${hash}</span>`],
      [
        words.notice.shown,
        rows.length
          ? fill(words.notice.times, { n: format.number(all), range })
          : words.notice.never,
      ],
    ])}
${noticePart(text)}
<h2>${words.find.collected}</h2>
<p class="note">${words.versions.inventoryNote}</p>
${inventory ? await inventoryPart(context, inventory) : html`<p>${fill(words.find.noInventory, { hash: known.get(hash) ?? words.none })}</p>`}`,
  }
}
