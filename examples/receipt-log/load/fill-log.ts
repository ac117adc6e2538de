import { canonicalJson } from '../src/canonical-json.ts'
import { DAY_MS } from '../src/day.ts'
import type { ConsentEvent, EventType } from '../src/event.ts'
import type { Log, Submission } from '../src/log/log.ts'
import { hashOfNotice } from '../src/notice.ts'
import { giveEvent, randomId } from '../test/samples.ts'

const YEARS = 10
const LANGUAGES = ['en', 'ko', 'ja']
const SURFACES = ['banner', 'preferences', 'inline', 'api'] as const

/** The number of entries of one transaction in the last 30 days. They have the same time. */
const GROUP = 1000

/** What the pages can be asked for. */
export interface Filled {
  readonly receipt: string
  readonly version: string
  readonly notice: string
}

/**
 * Adds events of ten years to an empty log: half of them in the last 30 days, the others spread
 * evenly, under a version of the policy for each year, with notices in three languages.
 */
export const fillLog = async (log: Log, entries: number): Promise<Filled> => {
  const now = Date.now()
  const receipts: string[] = []
  const notices = new Map<string, string>()
  const noticeOf = (version: string, language: string) => {
    const text = JSON.stringify({ language, strings: ['Cookies?', 'Accept', 'Reject'], version })
    const known = notices.get(text) ?? hashOfNotice(text)
    notices.set(text, known)
    return known
  }

  // Before the last 30 days, one transaction for each day.
  const ofDay = Math.max(1, Math.ceil(entries / 2 / (YEARS * 365)))
  for (let first = 0, size = ofDay; first < entries; first += size) {
    const share = first / entries
    const isOld = share < 0.5
    const age = isOld ? YEARS * 365 * (1 - share * 2) + 30 * share * 2 : 60 * (1 - share)
    const time = Math.round(now - age * DAY_MS)
    size = isOld ? ofDay : GROUP
    const group = Array.from({ length: Math.min(size, entries - first) }, (_, index) =>
      submissionAt(first + index, time, receipts, noticeOf),
    )
    await log.append(group, time)
  }
  for (const [text, h] of notices) await log.keepNotice(h, text)
  const version = versionAt(now)
  return {
    receipt: receipts[Math.floor(receipts.length / 2)] ?? '',
    ...{ version, notice: noticeOf(version, 'ko') },
  }
}

const versionAt = (time: number) => `${new Date(time).getUTCFullYear()}-01-01`

const TYPES: readonly EventType[] = ['give', 'give', 'refuse', 'give', 'update', 'withdraw']

/** Returns the event with a number. Its type, language and so on depend on the number alone. */
const submissionAt = (
  number: number,
  time: number,
  receipts: string[],
  noticeOf: (version: string, language: string) => string,
): Submission => {
  const type = TYPES[number % TYPES.length] ?? 'give'
  const l = LANGUAGES[Math.floor(number / 7) % LANGUAGES.length] ?? 'en'
  const p = versionAt(time)
  const t = Math.floor(time / 1000)
  const grants = type === 'give' || type === 'update'
  const { receipt: _, ...bare } = giveEvent({
    type,
    record: {
      ...{ p, l, t, e: t + 180 * 86_400, h: noticeOf(p, l), c: { analytics: grants ? 1 : 0 } },
      ...{ m: grants ? 'accept' : 'reject', s: SURFACES[Math.floor(number / 11) % 4] ?? 'banner' },
      ...(number % 13 === 0 && { g: 1 as const }),
    },
  })
  const receipt = grants ? randomId() : undefined
  const ends = type === 'update' || type === 'withdraw' ? receipts.at(-1) : undefined
  if (receipt) receipts.push(receipt)
  const event: ConsentEvent = { ...bare, ...(receipt && { receipt }), ...(ends && { ends }) }
  return { id: event.id, content: canonicalJson(event), until: time + 20 * 365 * DAY_MS }
}
