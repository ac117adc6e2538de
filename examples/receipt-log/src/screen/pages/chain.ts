import { code, html, type Markup } from '../../../../../packages/audit/src/report/html/markup.ts'
import { table } from '../../../../../packages/audit/src/report/html/table.ts'
import { fill } from '../../../../../packages/audit/src/report/words/words-of.ts'
import { GENESIS, type Head } from '../../chain.ts'
import type { Log } from '../../log/log.ts'
import type { FaultName } from '../../verify.ts'
import { chainState, statePart } from '../chain-state.ts'
import { timeIn } from '../decision.ts'
import type { Context, Page, Query } from '../page.ts'

/** The longest text that an officer may write. */
const LONGEST = 200

/** After how many seconds the page is loaded again while a verification is running. */
const REFRESH = 3

/** Returns the page of the chain: the last verification, and the links that somebody else keeps. */
export const chainPage = async (context: Context, query: Query): Promise<Page> => {
  const { log, checks, words } = context
  const { chain } = words
  const [notes, head] = await Promise.all([log.notes(), log.head()])
  const isRunning = checks.isRunning()
  const state = query['said'] === 'other' && (await otherPart(context, query))
  const link = query['link'] || `${head.seq}:${head.hash}`
  return {
    heading: chain.heading,
    refresh: isRunning ? `${REFRESH}; url=chain` : undefined,
    content: html`<p class="lead">${chain.about}</p>
${state || (await chainState(context))}
<form method="post" action="verify"><p${isRunning && html` role="status"`}>${isRunning ? chain.running : html`<button>${chain.now}</button>`}</p></form>
<h2 id="notes">${chain.notes}</h2>
<p>${chain.notesNote}</p>
${saidPart(context, query)}
<form method="post" action="note" class="fields">
<label class="long">${chain.link}<input name="link" required maxlength="200" value="${link}" autocomplete="off" spellcheck="false" aria-describedby="about-link"></label>
<p class="note" id="about-link">${chain.linkNote}</p>
<label>${chain.keeper}<input name="keeper" required maxlength="${LONGEST}" value="${query['keeper'] ?? ''}" aria-describedby="about-keeper"></label><button>${chain.note}</button>
<p class="note" id="about-keeper">${chain.keeperNote}</p></form>
${
  notes.length
    ? html`<div class="noted">${table(
        chain.notes,
        [chain.link, chain.noted, chain.keeper],
        notes.map(({ seq, hash, time, keeper }) => [
          code(`${seq}:${hash}`),
          timeIn(context, time),
          keeper,
        ]),
      )}</div>`
    : html`<p>${chain.unnoted}</p>`
}`,
  }
}

/** Returns what a form has done, or why it has done nothing. */
const saidPart = ({ words }: Context, { said }: Query): Markup | undefined => {
  const { chain } = words
  if (said === 'noted') return html`<p class="warning done" role="status">${chain.done}</p>`
  const faults: Readonly<Record<string, string>> = {
    ...{ keeper: chain.tooLong, link: chain.noLink, known: chain.known },
  }
  const fault = Object.hasOwn(faults, said ?? '') && faults[said ?? '']
  return fault ? html`<p class="warning" role="alert">${fault}</p>` : undefined
}

/** Returns what a link that an officer has entered shows about the chain, unless the chain has it. */
const otherPart = async (context: Context, { link = '' }: Query): Promise<Markup | undefined> => {
  const { log, words } = context
  const { chain } = words
  const entered = readLink(link)
  const fault = entered && (await faultOfLink(log, entered))
  if (!entered || !fault) return undefined
  const about = fill(chain.entry, { seq: entered.seq })
  const values = { about, fault: chain.faults[fault], time: timeIn(context, Date.now()) }
  return statePart(
    'fails',
    chain.broken,
    html`<p class="hash">${fill(chain.brokenNote, values)}</p><p class="hash">${fill(chain.otherNote, { link: `${entered.seq}:${entered.hash}` })}</p>`,
  )
}

/** Reads a link as people write it: with spaces, or in capitals. `undefined` if it is none. */
const readLink = (text: string): Head | undefined => {
  const [, seq, hash] =
    /^(\d{1,15}):([\da-f]{64})$/.exec(text.replace(/\s/g, '').toLowerCase()) ?? []
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash }
}

/** Returns what is wrong with the chain if a link was once its own; `undefined` if it has the link. */
const faultOfLink = async (
  log: Pick<Log, 'after'>,
  { seq, hash }: Head,
): Promise<FaultName | undefined> => {
  const [entry] = seq === GENESIS.seq ? [GENESIS] : await log.after(seq - 1, 1)
  if (entry?.seq !== seq) return 'is missing: the chain ends before it'
  return entry.hash === hash
    ? undefined
    : 'is not the one that was noted: the chain was written anew'
}

/**
 * Notes a link that somebody keeps, if the chain has it.
 *
 * @returns The query with which the page of the chain says what was done. A form that was refused
 *   keeps its texts.
 */
export const noteLink = async (
  log: Pick<Log, 'after' | 'notes' | 'keepNote'>,
  { link = '', keeper: text = '' }: Query,
): Promise<Query> => {
  const keeper = `${text}`.trim()
  const said = (name: string) => ({ said: name, ...fieldsIn({ link, keeper }) })
  if (keeper === '' || keeper.length > LONGEST) return said('keeper')
  const entered = readLink(`${link}`)
  if (!entered) return said('link')
  if (await faultOfLink(log, entered)) return said('other')
  const isKnown = (await log.notes()).some(
    one => one.seq === entered.seq && one.hash === entered.hash && one.keeper === keeper,
  )
  if (isKnown) return said('known')
  await log.keepNote({ ...entered, time: Date.now(), keeper })
  return { said: 'noted' }
}

/** Returns the fields of the form for a note, cut to what its page accepts. */
export const fieldsIn = ({ link = '', keeper = '' }: Query): Query => ({
  link: `${link}`.slice(0, LONGEST),
  keeper: `${keeper}`.slice(0, LONGEST),
})
