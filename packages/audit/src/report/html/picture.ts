import { phaseIn } from '../../judge/phase-in.ts'
import type { Finding, Verdict } from '../../judge/verdict.ts'
import type { PhaseName, Screenshot } from '../../seen.ts'
import { fill } from '../words/words-of.ts'
import type { Context } from './context.ts'
import { cut, html, type Markup } from './markup.ts'

/** A screenshot, and the id of its element in the report. */
export interface Picture {
  readonly id: string
  readonly screenshot: Screenshot
}

/**
 * Returns a screenshot with a caption and, if the audit noted which control it pressed next, a
 * frame around this control. Leaves the image out if it is not base64.
 */
export const picture = (context: Context, { id, screenshot }: Picture): Markup => {
  const { words, format } = context
  const { jpeg, at, answer, click } = screenshot
  const when = fill(words.evidence.atSecond, { n: format.seconds(at) })
  const title = `${words.evidence.screenshot} · ${words.answers[answer]} · ${when}`
  const pressed =
    click && fill(words.evidence.pressed, { words: cut(click.words), act: words.acts[click.act] })
  return html`<figure class="picture" id="${id}">
${
  /^[\w+/]+={0,2}$/.test(jpeg) &&
  html`<div class="shot"><img src="data:image/jpeg;base64,${jpeg}" alt="${title}">${frame(context, screenshot)}</div>`
}
<figcaption>${pressed !== undefined && html`<strong>${pressed}</strong> `}<span class="note">${title}</span></figcaption>
</figure>`
}

/** The distance between the control and the frame around it, in CSS pixels of the page. */
const GAP = 4

/** Returns the frame around the pressed control, in CSS pixels of the window that is shown. */
const frame = ({ verdict }: Context, { click }: Picture['screenshot']) => {
  if (!click) return undefined
  const { width, height } = verdict.seen.options.viewport
  const { box } = click
  const place = (kind: string) =>
    html`<rect class="${kind}" x="${box.x - GAP}" y="${box.y - GAP}" width="${box.width + 2 * GAP}" height="${box.height + 2 * GAP}" rx="6"/>`
  return html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${place('halo')}${place('frame')}</svg>`
}

/**
 * Returns a screenshot for a finding: the first after the request, cookie or key that is its first
 * evidence, or the first of the phase if this evidence compares controls; otherwise the last one.
 */
export const pictureOf = (verdict: Verdict, finding: Finding): Picture | undefined => {
  const [first] = finding.evidence
  const phase = first?.phase ?? finding.phase
  const page = verdict.seen.pages.find(({ url }) => url === finding.page)
  const screenshots = phaseIn(page, phase)?.screenshots ?? []
  const at = momentIn(first)
  const found = screenshots.findIndex(one => one.at >= at)
  const index = found < 0 ? screenshots.length - 1 : found
  const screenshot = screenshots[index]
  if (!screenshot || !phase) return undefined
  return { id: pictureId(verdict, finding.page, phase, index), screenshot }
}

/** Returns the id of a screenshot in the report, such as `picture-1-accept-2`. */
export const pictureId = (
  { seen }: Verdict,
  page: string,
  phase: PhaseName,
  index: number,
): string => `picture-${seen.pages.findIndex(({ url }) => url === page) + 1}-${phase}-${index + 1}`

const momentIn = (evidence: Finding['evidence'][number] | undefined): number => {
  if (evidence?.kind === 'request') return evidence.request.at
  if (evidence?.kind === 'cookie') return evidence.cookie.at
  if (evidence?.kind === 'storage') return evidence.storage.at
  return evidence?.kind === 'banner' ? 0 : Number.POSITIVE_INFINITY
}
