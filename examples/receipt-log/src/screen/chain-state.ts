import type { Outcome } from '@spaceone/consent-audit/judge'
import { sign } from '../../../../packages/audit/src/report/html/mark.ts'
import { html, type Markup } from '../../../../packages/audit/src/report/html/markup.ts'
import { fill } from '../../../../packages/audit/src/report/words/words-of.ts'
import type { Check } from '../log/log.ts'
import { secondIn, timeIn } from './decision.ts'
import { type Context, linkPart } from './page.ts'

/**
 * Returns what the last verification of the chain has found. Without a link that somebody else
 * keeps, the verification shows less, so that the part is not that of a chain that holds.
 *
 * @param question The question that it answers, as a heading. @default none
 */
export const chainState = async (context: Context, question?: string): Promise<Markup> => {
  const check = await context.log.lastCheck()
  return html`${question !== undefined && html`<h2>${question}</h2>`}
${check ? (check.fault ? brokenPart(context, check, check.fault) : intactPart(context, check)) : neverPart(context)}`
}

/** Returns what only paper shows: the site, when the page was drawn, and the last verification. */
export const footPart = async (context: Context): Promise<Markup> => {
  const { log, words, origin } = context
  const { chain, foot } = words
  const check = await log.lastCheck()
  const sentence = check && (check.fault ? chain.broken : check.links ? chain.intact : chain.alone)
  const lines = [
    origin !== undefined && fill(foot.origin, { origin }),
    fill(words.printed, { time: secondIn(context, Date.now()) }),
    check && sentence
      ? fill(foot.check, { time: secondIn(context, check.time), sentence })
      : chain.never,
  ]
  return html`<div class="foot">${lines.map(line => line !== false && html`<p>${line}</p>`)}</div>`
}

/** Returns a sentence about the chain, with what follows from it. */
export const statePart = (outcome: Outcome, sentence: string, notes: Markup): Markup =>
  html`<div class="whole ${outcome}">${sign(outcome)}<div><p class="sentence">${sentence}</p>${notes}</div></div>`

const neverPart = ({ words }: Context) =>
  statePart('not-evaluable', words.chain.never, html`<p>${words.chain.neverNote}</p>`)

const brokenPart = (
  context: Context,
  { seq, hash, time }: Check,
  fault: Exclude<Check['fault'], ''>,
) => {
  const { chain } = context.words
  const about = seq ? fill(chain.entry, { seq }) : fill(chain.notice, { hash })
  const values = { about, fault: chain.faults[fault], time: timeIn(context, time) }
  return statePart(
    'fails',
    chain.broken,
    html`<p class="hash">${fill(chain.brokenNote, values)}</p>`,
  )
}

const intactPart = (context: Context, { seq, hash, time, links, linked }: Check) => {
  const { words, format } = context
  const { chain } = words
  const entries = fill(chain.intactNote, {
    n: format.number(seq),
    time: timeIn(context, time),
    link: `${seq}:${hash}`,
  })
  if (links === 0)
    return statePart(
      'not-evaluable',
      chain.alone,
      html`<p>${chain.aloneNote} ${linkPart(context, 'chain#notes', chain.keep)}</p><p class="hash">${entries}</p>`,
    )
  const compared = fill(chain.compared, {
    k: format.number(links),
    seq: format.number(linked),
  })
  return statePart(
    'holds',
    chain.intact,
    html`<p>${compared}${linked < seq && ` ${chain.since}`}</p><p class="hash">${entries}</p>`,
  )
}
