import { PHASES } from '../../judge/phases.ts'
import type { PhaseName, SeenClick } from '../../seen.ts'
import { reasonOf } from '../sentence-of.ts'
import { fill } from '../words/words-of.ts'
import { type Context, phaseIn, pictureId } from './context.ts'
import { cut, html, type Markup } from './markup.ts'
import { pageHeading } from './page-name.ts'
import { picture } from './picture.ts'

/** Returns the part about what the visitor did: by phase, the controls pressed and the pictures. */
export const visitsPart = (context: Context): Markup => {
  const { verdict, words } = context
  return html`<section aria-labelledby="visits">
<h2 id="visits">${words.headings.screenshots}</h2>
${verdict.seen.pages.map(
  ({ url }) => html`${pageHeading(context, url)}
${PHASES.map(name => phasePart(context, url, name))}`,
)}
</section>`
}

const phasePart = (context: Context, page: string, name: PhaseName): Markup => {
  const { verdict, words } = context
  const seen = phaseIn(verdict, page, name)
  const { screenshots = [], clicks = [] } = seen ?? {}
  const isNotShown = ({ act, at }: SeenClick) =>
    !screenshots.some(({ click }) => click?.act === act && click.at === at)
  const reason = seen ? seen.notPlayed : 'missing'
  return html`<details class="phase"><summary><span>${words.phases[name]}</span> <span class="count">${screenshots.length}</span></summary>
<p class="where">${words.played[name]}</p>
${reason && html`<p>${reasonOf(reason, [name], words)}</p>`}
${clicks.some(isNotShown) && html`<ol class="clicks">${clicks.map(one => clickPart(context, one))}</ol>`}
<div class="pictures">${screenshots.map((screenshot, at) =>
    picture(context, { id: pictureId(verdict, page, name, at), screenshot }),
  )}</div>
</details>`
}

const clickPart = ({ words, format }: Context, { words: label, act, at }: SeenClick): Markup =>
  html`<li>${fill(words.evidence.pressed, { words: cut(label), act: words.acts[act] })} <span class="note">${fill(words.evidence.atSecond, { n: format.seconds(at) })}</span></li>`
