import { html, type Markup } from '../../../../../packages/audit/src/report/html/markup.ts'
import { table } from '../../../../../packages/audit/src/report/html/table.ts'
import { fill } from '../../../../../packages/audit/src/report/words/words-of.ts'
import { DAY_MS, dayOf } from '../../day.ts'
import type { SumField } from '../../log/sums.ts'
import { auditsIn, auditsPart } from '../audits-part.ts'
import { languageName } from '../decision.ts'
import { figuresOf, figuresTable, groupsBy, rateInWords } from '../figures.ts'
import { readNotice } from '../notice-part.ts'
import { type Context, linkPart, type Page, type Query } from '../page.ts'
import { plotPart } from '../plot.ts'
import { lengthOf, type Range, rangeIn, rangeInWords, timesOf } from '../range.ts'
import { versionsOf } from '../versions.ts'

const FIELDS: readonly SumField[] = ['day', 'version', 'language', 'surface']

/** The number of days from which the plot and the table have months. */
const MONTHS = 93

/** Returns the page of a range of days: how many decided what, what was shown, and what ran. */
export const daysPage = async (context: Context, query: Query): Promise<Page> => {
  const { log, words } = context
  const { days } = words
  const range = rangeIn(query, Date.now())
  const unit = lengthOf(range) > MONTHS ? 'month' : 'day'
  const field = FIELDS.find(name => name === query['by'] && name !== 'day') ?? unit
  const [byTime, rows, audits] = await Promise.all([
    log.sums({ ...range, by: [unit] }),
    log.sums({ ...range, by: [field] }),
    auditsIn(context, ...timesOf(range)),
  ])
  const name = rangeInWords(context, range)
  // A range that is none stays in the fields, to be mended.
  const typed = range.isInvalid ? { from: query['from'] ?? '', to: query['to'] ?? '' } : range
  const isOne = range.from === range.to
  const bars = new Map(groupsBy(byTime, unit))
  const empty = figuresOf([])
  return {
    heading: isOne ? range.from : days.heading,
    content: html`<form class="fields" action="days">
<label>${days.from} (UTC)<input type="date" name="from" value="${typed.from}"></label>
<label>${days.to} (UTC)<input type="date" name="to" value="${typed.to}"></label>
<label>${days.by}<select name="by">${FIELDS.map(one => html`<option value="${one}"${one === field && html` selected`}>${days.fields[one === 'day' ? unit : one]}</option>`)}</select></label>
<button>${words.questions.show}</button>
</form>
${range.isInvalid && html`<p class="warning">${fill(days.invalid, { from: query['from'] ?? '', to: query['to'] ?? '' })}</p>`}
<p class="note">${days.utc} ${unit === 'month' && days.months}</p>
${
  byTime.length === 0
    ? html`<p class="what">${days.empty}</p>`
    : html`<h2>${fill(days.plot, { range: name })}</h2>
${
  !isOne &&
  plotPart(
    context,
    fill(days.plot, { range: name }),
    namesIn(range, unit).map(one => [one, bars.get(one) ?? empty]),
  )
}
${
  field === unit
    ? figuresTable(context, days.heading, unit, byTime)
    : html`${figuresTable(context, days.fields[field], field, rows)}
${!isOne && html`<details><summary>${days.fields[unit]}</summary>${figuresTable(context, days.heading, unit, byTime)}</details>`}`
}
<p class="note">${words.find.gpc}: ${words.find.gpcNote}.</p>
<h3>${days.rate}</h3>
<p>${rateInWords(context, figuresOf(byTime))}</p>
<p class="links">${days.download}: <a href="export?from=${range.from}&amp;to=${range.to}&amp;format=csv">${days.csv}</a> <a href="export?from=${range.from}&amp;to=${range.to}&amp;format=lines">${days.lines}</a></p>
<h2>${days.notices}</h2>
${await noticesPart(context, await log.sums({ ...range, by: ['notice'] }))}`
}
<h2>${words.versions.audits}</h2>
${await auditsPart(context, audits, audits.length ? await versionsOf(context) : [])}`,
  }
}

/** Returns a table of the notices in rows of sums, each with its language and version. */
export const noticesPart = async (
  context: Context,
  rows: Parameters<typeof groupsBy>[0],
): Promise<Markup> => {
  const { log, words, format } = context
  const notices = await Promise.all(
    groupsBy(rows, 'notice').map(async ([hash, { all, first, last }]) => {
      const text = hash === '' ? undefined : await log.notice(hash)
      const notice = text === undefined ? undefined : readNotice(text)
      return [
        hash === '' ? words.find.noHash : linkPart(context, `notice?hash=${hash}`, hash),
        notice ? languageName(context, notice.language) : words.notStored,
        notice?.version ?? words.notStored,
        fill(words.notice.times, {
          n: format.number(all),
          range: rangeInWords(context, { from: dayOf(first), to: dayOf(last) }),
        }),
      ]
    }),
  )
  const { fields } = words.days
  return table(
    words.days.notices,
    [fields.notice, fields.language, fields.version, words.notice.shown],
    notices,
  )
}

/** Returns the days or months of a range, also those without decisions. */
const namesIn = (range: Range, unit: 'day' | 'month'): readonly string[] => {
  const [begin, end] = timesOf(range)
  const all: string[] = []
  for (let time = begin; time < end; time += DAY_MS)
    all.push(dayOf(time).slice(0, unit === 'month' ? 7 : 10))
  return [...new Set(all)]
}
