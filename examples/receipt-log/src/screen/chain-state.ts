import { sign } from '../../../../packages/audit/src/report/html/mark.ts'
import { html, type Markup } from '../../../../packages/audit/src/report/html/markup.ts'
import { fill } from '../../../../packages/audit/src/report/words/words-of.ts'
import { timeIn } from './decision.ts'
import type { Context } from './page.ts'

/**
 * Returns what the last verification of the chain has found.
 *
 * @param question The question that it answers, as a heading. @default none
 */
export const chainState = async (context: Context, question?: string): Promise<Markup> => {
  const { log, words, format } = context
  const { chain } = words
  const check = await log.lastCheck()
  const outcome = !check ? 'not-evaluable' : check.fault ? 'fails' : 'holds'
  const [sentence, note] = !check
    ? [chain.never, chain.neverNote]
    : check.fault
      ? [
          chain.broken,
          fill(chain.brokenNote, {
            about: check.seq
              ? fill(chain.entry, { seq: check.seq })
              : fill(chain.notice, { hash: check.hash }),
            fault: chain.faults[check.fault],
            time: timeIn(context, check.time),
          }),
        ]
      : [
          chain.intact,
          fill(chain.intactNote, {
            n: format.number(check.seq),
            time: timeIn(context, check.time),
            link: `${check.seq}:${check.hash}`,
          }),
        ]
  return html`${question !== undefined && html`<h2>${question}</h2>`}
<div class="whole ${outcome}">${sign(outcome)}<div><p class="sentence">${sentence}</p><p class="hash">${note}</p></div></div>`
}
