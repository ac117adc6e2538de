import { code, html } from '../../../../../packages/audit/src/report/html/markup.ts'
import { table } from '../../../../../packages/audit/src/report/html/table.ts'
import { chainState } from '../chain-state.ts'
import { timeIn } from '../decision.ts'
import type { Context, Page } from '../page.ts'

/**
 * Returns the page of the chain: the last verification, and the links that somebody else keeps.
 *
 * @param isRefused Whether the page has not noted a link, since nobody is named that keeps it.
 */
export const chainPage = async (context: Context, isRefused = false): Promise<Page> => {
  const { log, checks, words } = context
  const { chain } = words
  const notes = await log.notes()
  return {
    heading: chain.heading,
    status: isRefused ? 400 : 200,
    content: html`${await chainState(context)}
<form method="post" action="verify"><p>${checks.isRunning() ? chain.running : html`<button>${chain.now}</button>`}</p></form>
<h2>${chain.notes}</h2>
<p>${chain.notesNote}</p>
${
  notes.length
    ? table(
        chain.notes,
        [chain.link, chain.noted, chain.keeper],
        notes.map(({ seq, hash, time, keeper }) => [
          code(`${seq}:${hash}`),
          timeIn(context, time),
          keeper,
        ]),
      )
    : html`<p>${chain.unnoted}</p>`
}
${isRefused && html`<p class="warning">${chain.tooLong}</p>`}
<form method="post" action="note" class="fields"><label>${chain.keeper}<input name="keeper" required maxlength="200" aria-describedby="about-keeper"></label><button>${chain.note}</button></form>
<p class="note" id="about-keeper">${chain.keeperNote}</p>`,
  }
}
