import { html, type Markup } from '../../../../../packages/audit/src/report/html/markup.ts'
import { fill } from '../../../../../packages/audit/src/report/words/words-of.ts'
import { dayOf } from '../../day.ts'
import { auditsIn, auditsPart } from '../audits-part.ts'
import { factsPart, timeIn } from '../decision.ts'
import { figuresTable, rateInWords } from '../figures.ts'
import { inventoryPart } from '../inventory-part.ts'
import type { Context, Page, Query } from '../page.ts'
import { type Version, versionsOf } from '../versions.ts'
import { noticesPart } from './days.ts'

/** Returns the page of a version of the policy: decisions, notices, inventory and audits. */
export const versionPage = async (context: Context, { version = '' }: Query): Promise<Page> => {
  const { versions } = context.words
  const one = (await versionsOf(context)).find(other => other.version === version)
  const heading = fill(versions.one, { version })
  if (!one)
    return {
      ...{ heading, status: 404 },
      content: html`<p class="what">${fill(versions.unknown, { version })}</p>`,
    }
  return { heading, content: await versionPart(context, one) }
}

/** Returns what the log has about a version, for its page and for the statement. */
export const versionPart = async (context: Context, one: Version): Promise<Markup> => {
  const { log, words } = context
  const { versions } = words
  const { fields } = words.days
  const { version, figures, end } = one
  const [bySurface, byLanguage, byNotice, audits] = await Promise.all([
    log.sums({ by: ['surface'], version }),
    log.sums({ by: ['language'], version }),
    log.sums({ by: ['notice'], version }),
    // The days of the version: from the first decision under it, whatever the time of the day.
    auditsIn(context, Date.parse(dayOf(figures.first)), end),
  ])
  return html`${factsPart([
    [versions.first, timeIn(context, figures.first)],
    [versions.last, timeIn(context, figures.last)],
    [words.days.rate, rateInWords(context, figures)],
  ])}
<h2>${versions.decisions}</h2>
<p class="note">${words.find.gpc}: ${words.find.gpcNote}.</p>
${figuresTable(context, `${versions.decisions}: ${fields.language}`, 'language', byLanguage)}
${figuresTable(context, `${versions.decisions}: ${fields.surface}`, 'surface', bySurface)}
<h2>${versions.texts}</h2>
${await noticesPart(context, byNotice)}
<h2>${versions.audits}</h2>
${await auditsPart(context, audits, [one])}
<h2>${versions.inventory}</h2>
<p class="note">${versions.inventoryNote}</p>
${await inventoriesPart(context, one)}`
}

/** Returns the inventories of a version, each with what has changed since the one before. */
const inventoriesPart = async (
  context: Context,
  { inventories, earlier }: Version,
): Promise<Markup> => {
  const { versions, notice } = context.words
  if (!inventories.length) return html`<p>${versions.noInventory}</p>`
  const parts = inventories.map(async (inventory, index) => {
    const before = index === 0 ? earlier : inventories[index - 1]
    const compared = before
      ? fill(versions.compared, { version: before.policy.version })
      : versions.notCompared
    return html`<p class="note hash">${notice.hash} ${inventory.hash}. ${compared}</p>
${await inventoryPart(context, inventory, before)}`
  })
  return html`${await Promise.all(parts)}`
}
