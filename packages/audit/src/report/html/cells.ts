import type {
  Initiator,
  Moment,
  PhaseName,
  SeenAnswer,
  SeenBanner,
  SeenRequest,
} from '../../seen.ts'
import { fill } from '../words/words-of.ts'
import type { Context } from './context.ts'
import { code, html, type Markup, type MarkupValue, quoted } from './markup.ts'

/** Returns what made the browser send a request: the initiator, and the scripts that led to it. */
export const initiatorPart = (
  { words }: Context,
  { initiator, chain = [] }: Pick<SeenRequest, 'initiator' | 'chain'>,
): Markup =>
  html`${words.initiators[initiator.kind]} ${placePart(initiator)}${chain
    .filter(({ url }) => url !== undefined && url !== '')
    .map(
      one =>
        html`<div><span class="note">${words.evidence.insertedBy}</span> ${placePart(one)}</div>`,
    )}`

const placePart = ({ url, line }: Initiator): Markup =>
  html`${url !== undefined && url !== '' && code(line === undefined ? url : `${url}:${line}`)}`

/**
 * Returns a note if the audit fetched a script, or tried to; with the fetched address if the page
 * asked for another address.
 */
export const fetchedPart = (
  { words }: Context,
  { url, fetched }: Pick<SeenRequest, 'url' | 'fetched'>,
): MarkupValue => {
  if (fetched === undefined) return undefined
  const { fetched: fromElsewhere, fetchedSame } = words.evidence
  const text = fetched === url ? fetchedSame : fill(fromElsewhere, { url: fetched })
  return html` <span class="note">${text}</span>`
}

/**
 * Returns when something was seen: after which answer, in which phase, and at which time.
 *
 * @param time The time in words. @default the time of the moment
 */
export const momentPart = (
  { words, format }: Context,
  phase: PhaseName,
  { answer, at }: Moment,
  time: string = fill(words.evidence.atSecond, { n: format.seconds(at) }),
): Markup =>
  html`${answer === 'none' ? words.before[phase] : words.answers[answer]} <span class="note">${words.phases[phase]} · ${time}</span>`

/** Returns a lifetime in words. */
export const lifetimePart = ({ words, format }: Context, seconds: number | undefined): string =>
  seconds === undefined ? words.stored.session : format.time(seconds)

/** Returns in words the number of steps to a control, and its size. */
export const measured = (
  { words, format }: Context,
  { steps, width, height }: SeenAnswer,
): string =>
  fill(words.refusal.measured, {
    steps: format.number(steps),
    width: format.number(Math.round(width)),
    height: format.number(Math.round(height)),
  })

/** Returns the words on the controls of a banner, and what each control does. */
export const controlsPart = (
  { words }: Context,
  controls: NonNullable<SeenBanner['controls']>,
): Markup =>
  html`<ul class="controls">${controls.map(
    one =>
      html`<li>${quoted(one.words)} <span class="note">${one.act ? words.acts[one.act] : words.evidence.noAct}</span></li>`,
  )}</ul>`
