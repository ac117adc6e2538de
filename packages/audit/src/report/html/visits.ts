import { phaseIn } from '../../judge/phase-in.ts'
import type { PhaseName, SeenClick, SeenPage } from '../../seen.ts'
import { reasonOf } from '../sentences.ts'
import { fill } from '../words/words-of.ts'
import type { Context } from './context.ts'
import { cut, html, type Markup } from './markup.ts'
import { picture, pictureId } from './picture.ts'
import { phasesSection } from './section.ts'

/** Returns the part about what the visitor did: pictures and pressed controls by phase. */
export const visitsPart = (context: Context): Markup =>
  phasesSection(context, 'visits', context.words.headings.screenshots, (page, phase) =>
    phasePart(context, page, phase),
  )

const phasePart = (context: Context, page: SeenPage, name: PhaseName) => {
  const { verdict, words } = context
  const seen = phaseIn(page, name)
  const { screenshots = [], clicks = [] } = seen ?? {}
  const isNotShown = ({ act, at }: SeenClick) =>
    !screenshots.some(({ click }) => click?.act === act && click.at === at)
  const reason = seen ? seen.notPlayed : 'missing'
  const part = html`${reason && html`<p>${reasonOf(reason, [name], words)}</p>`}
${clicks.some(isNotShown) && html`<ol class="clicks">${clicks.map(one => clickPart(context, one))}</ol>`}
<div class="pictures">${screenshots.map((screenshot, at) =>
    picture(context, { id: pictureId(verdict, page.url, name, at), screenshot }),
  )}</div>`
  return { count: screenshots.length, part }
}

const clickPart = ({ words, format }: Context, { words: label, act, at }: SeenClick): Markup =>
  html`<li>${fill(words.evidence.pressed, { words: cut(label), act: words.acts[act] })} <span class="note">${fill(words.evidence.atSecond, { n: format.seconds(at) })}</span></li>`
