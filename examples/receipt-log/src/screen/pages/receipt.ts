import { code, html, type Markup } from '../../../../../packages/audit/src/report/html/markup.ts'
import { fill } from '../../../../../packages/audit/src/report/words/words-of.ts'
import type { ConsentEvent } from '../../event.ts'
import { inventoryWith } from '../../inventories.ts'
import { readReceipt } from '../../receipt.ts'
import { decisionPart, factsPart, secondIn } from '../decision.ts'
import { inventoryPart } from '../inventory-part.ts'
import { noticePart } from '../notice-part.ts'
import type { Context, Page, Query } from '../page.ts'
import { stateNowPart } from '../state-now.ts'

/**
 * Returns the form that asks for a receipt.
 *
 * @param id The text of the field. @default empty
 */
export const receiptForm = ({ words }: Context, id = ''): Markup => {
  const { questions } = words
  return html`<form action="receipt" class="ask"><label>${questions.receiptLabel}<input name="id" required autocomplete="off" spellcheck="false" maxlength="100" value="${id}" aria-describedby="about-id"></label><p class="note" id="about-id">${questions.receiptNote}</p><button>${questions.show}</button></form>`
}

/** Returns the page of one consent: what was decided, what was shown, and what followed. */
export const receiptPage = async (context: Context, { id = '' }: Query): Promise<Page> => {
  const { log, words, known, inventories } = context
  const { find } = words
  const receipt = id.trim()
  const heading = receipt ? fill(find.heading, { id: receipt }) : words.questions.receipt
  if (!/^[\w-]{22}$/.test(receipt))
    return {
      heading,
      status: 400,
      content: html`<p class="what">${receipt ? fill(find.invalid, { id: receipt }) : find.missing}</p>
${receiptForm(context, receipt)}`,
    }
  const found = await readReceipt(log, receipt, known)
  const entries = (found?.entries ?? []).flatMap(entry =>
    entry.content === null ? [] : [{ entry, event: JSON.parse(entry.content) as ConsentEvent }],
  )
  const given = entries.find(({ event }) => event.receipt === receipt)
  const next = entries.filter(({ event }) => event.ends === receipt)
  const shown = given ?? next[0]
  if (!found || !shown)
    return {
      ...{ heading, status: 404 },
      content: html`<p class="what">${find.unknown}</p>
${receiptForm(context, receipt)}`,
    }
  const { h } = shown.event.record
  const text = h === undefined ? undefined : found.notices[h]
  const hash = h === undefined ? undefined : found.inventories[h]
  const inventory = inventoryWith(inventories, hash)
  const { e } = shown.event.record
  const isOver = e * 1000 <= Date.now()

  return {
    heading,
    content: html`${await stateNowPart(context, receipt)}
${
  given &&
  html`<h2>${find.decision}</h2>
${factsPart([
  [find.stored, secondIn(context, given.entry.time)],
  [
    html`${find.entry}<span class="note">${find.entryNote}</span>`,
    html`${code(`${given.entry.seq}:${given.entry.hash}`)}`,
  ],
])}
${decisionPart(context, given.event)}`
}
<h2>${find.next}</h2>
${
  next.length
    ? next.map(
        ({ entry, event }) => html`<h3>${find.events[event.type]}</h3>
${factsPart([
  [find.stored, secondIn(context, entry.time)],
  [
    html`${find.entry}<span class="note">${find.entryNote}</span>`,
    html`${code(`${entry.seq}:${entry.hash}`)}`,
  ],
  [
    find.events.update,
    event.receipt !== undefined && html`<a href="receipt?id=${event.receipt}">${event.receipt}</a>`,
  ],
])}
${decisionPart(context, event)}`,
      )
    : html`<p>${fill(isOver ? find.ended : find.nothing, { date: secondIn(context, e * 1000) })}</p>`
}
<h2>${find.shown}</h2>
${
  h === undefined
    ? html`<p>${find.noHash}</p>`
    : text === undefined
      ? html`<p>${fill(find.noText, { hash: h })}</p>`
      : html`<p><a href="notice?hash=${h}">${words.notice.hash} ${h}</a></p>${noticePart(text)}`
}
<h2>${find.collected}</h2>
<p class="note">${words.versions.inventoryNote}</p>
${inventory ? await inventoryPart(context, inventory) : html`<p>${fill(find.noInventory, { hash: hash ?? words.none })}</p>`}`,
  }
}
