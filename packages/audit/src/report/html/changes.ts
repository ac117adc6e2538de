import { changesOf } from '../changes.ts'
import { countsOf, sentenceOf } from '../sentences.ts'
import type { Context } from './context.ts'
import { code, html, type MarkupValue } from './markup.ts'
import { pageLine } from './section.ts'

/** Returns what changed since an earlier audit; nothing if there is none to compare with. */
export const changesPart = (context: Context): MarkupValue => {
  const { comparison, words, format } = context
  if (!comparison) return false
  return html`<section class="page">
<h3>${words.comparison.heading}</h3>
<p>${countsOf(comparison, words, format.number)}</p>
${changesOf(comparison).map(
  ({ change, findings }) => html`<h4>${words.comparison[change]}</h4>
<ul class="changes">${findings.map(
    one =>
      html`<li>${sentenceOf(one, words)} <span class="note">${code(one.id)}</span>${pageLine(context, one.page)}</li>`,
  )}</ul>`,
)}
</section>`
}
