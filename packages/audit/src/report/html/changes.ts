import { changesOf } from '../changes.ts'
import { sentenceOf } from '../sentence-of.ts'
import { fill } from '../words/words-of.ts'
import type { Context } from './context.ts'
import { code, html, type Part } from './markup.ts'
import { pageLine } from './page-name.ts'

/** Returns what changed since an earlier audit; nothing if there is none to compare with. */
export const changesPart = (context: Context): Part => {
  const { comparison, words, format } = context
  if (!comparison) return false
  const { heading, counts } = words.comparison
  const count = (kind: 'new' | 'same' | 'gone') => format.number(comparison[kind].length)
  return html`<section class="page">
<h3>${heading}</h3>
<p>${fill(counts, { new: count('new'), same: count('same'), gone: count('gone') })}</p>
${changesOf(comparison).map(
  ({ change, findings }) => html`<h4>${words.comparison[change]}</h4>
<ul class="changes">${findings.map(
    one =>
      html`<li>${sentenceOf(one, words)} <span class="note">${code(one.id)}</span>${pageLine(context, one.page)}</li>`,
  )}</ul>`,
)}
</section>`
}
