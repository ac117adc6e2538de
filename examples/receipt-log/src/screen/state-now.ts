import { html, type Markup } from '../../../../packages/audit/src/report/html/markup.ts'
import { fill } from '../../../../packages/audit/src/report/words/words-of.ts'
import type { ConsentEvent } from '../event.ts'
import type { Log } from '../log/log.ts'
import { purposeIn, secondIn } from './decision.ts'
import type { Context } from './page.ts'

/** One stored decision. */
interface Step {
  readonly event: ConsentEvent
  /** When the server stored it, in milliseconds since the epoch. */
  readonly time: number
}

/** Returns the decisions of a visitor from a receipt on, in order, across the receipts that replace it. */
const stepsFrom = async (
  log: Pick<Log, 'ofReceipt'>,
  receipt: string,
): Promise<readonly Step[]> => {
  const steps: Step[] = []
  const seen = new Set<string>()
  let next: string | undefined = receipt
  while (next !== undefined && !seen.has(next)) {
    const id: string = next
    seen.add(id)
    const own = (await log.ofReceipt(id)).flatMap(({ content, time }) =>
      content === null ? [] : [{ event: JSON.parse(content) as ConsentEvent, time }],
    )
    const first = own.find(({ event }) => event.receipt === id)
    if (first && steps.length === 0) steps.push(first)
    const last = own.filter(({ event }) => event.ends === id).at(-1)
    if (last) steps.push(last)
    next = last?.event.receipt
  }
  return steps
}

/** Returns what a decision grants, in an order that does not depend on the record. */
const grantsOf = ({ type, record }: ConsentEvent): string =>
  JSON.stringify(
    type === 'withdraw' || type === 'refuse'
      ? []
      : [Object.entries(record.c).sort(), [...(record.x ?? [])].sort()],
  )

/**
 * Returns one sentence: what the visitor with a receipt agrees to now, and since when. A renewal of
 * the same answers does not begin a new time.
 */
export const stateNowPart = async (
  context: Context,
  receipt: string,
): Promise<Markup | undefined> => {
  const { log, words } = context
  const { find } = words
  const steps = await stepsFrom(log, receipt)
  const last = steps.at(-1)
  if (!last) return undefined
  const grants = grantsOf(last.event)
  const other = steps.findLastIndex(({ event }) => grantsOf(event) !== grants)
  const time = secondIn(context, (steps[other + 1] ?? last).time)
  const { c, x = [], e } = last.event.record
  const namesOf = (answer: 0 | 1) =>
    Object.keys(c)
      .filter(category => c[category] === answer)
      .map(category => purposeIn(context, category))
  const given = namesOf(1)
  const sentenceOf = () => {
    if (grants === '[]' || given.length === 0) return fill(find.nowRefused, { time })
    if (e * 1000 <= Date.now()) return fill(find.nowExpired, { time: secondIn(context, e * 1000) })
    const refused = [...namesOf(0), ...x]
    const agreed = fill(find.nowAgreed, { purposes: given.join(words.separator), time })
    if (refused.length === 0) return agreed
    return `${agreed} ${fill(find.nowAlsoRefused, { purposes: refused.join(words.separator) })}`
  }
  return html`<p class="now">${sentenceOf()}</p>`
}
