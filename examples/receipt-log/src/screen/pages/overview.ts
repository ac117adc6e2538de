import { html } from '../../../../../packages/audit/src/report/html/markup.ts'
import { dayOf } from '../../day.ts'
import { chainState } from '../chain-state.ts'
import type { Context, Page } from '../page.ts'
import { receiptForm } from './receipt.ts'

/** Returns the page with the questions that an officer is asked. */
export const overviewPage = async (context: Context): Promise<Page> => {
  const { log, words } = context
  const { questions } = words
  const versions = (await log.sums({ by: ['version'] })).map(({ version }) => version)
  const today = dayOf(Date.now())
  return {
    heading: words.title,
    content: html`<ul class="questions">
<li class="wide">${await chainState(context, questions.altered)}<p class="note">${words.chain.about}</p><p><a href="chain">${words.chain.heading}</a></p></li>
<li><h2>${questions.day}</h2><form action="days"><label>${questions.dayLabel}<input type="date" name="from" value="${today}" max="${today}" required></label><button>${questions.show}</button></form></li>
<li><h2>${questions.receipt}</h2>${receiptForm(context)}</li>
<li><h2>${questions.version}</h2><form action="version"><label>${questions.versionLabel}<select name="version" required>${[...new Set(versions)].reverse().map(one => html`<option>${one}</option>`)}</select></label><button>${questions.show}</button></form></li>
<li><h2>${questions.ran}</h2><p>${questions.ranNote}</p><p class="links"><a href="versions">${words.versions.heading}</a> <a href="days">${words.days.heading}</a></p></li>
</ul>`,
  }
}
