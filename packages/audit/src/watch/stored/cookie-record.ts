import type { Moment, SeenCookie } from '../../seen.ts'
import { cookieIn, type StoredCookie } from './cookie-in.ts'
import type { WrittenCookie } from './watch-writes.ts'

/** One time at which a cookie was set, as far as the audit knows. */
interface Setting {
  readonly cookie: StoredCookie
  /** The time that decides after which answer the cookie was set. */
  readonly time: number
  /** The time at which the audit has noticed that the cookie was set. */
  readonly seen: number
  readonly url?: string | undefined
  readonly write?: WrittenCookie | undefined
  /** If the audit only saw that the cookie was there again: when the cookie was not there. */
  readonly absent?: number | undefined
}

/** One cookie, known by name, domain and path. */
interface CookieEntry {
  readonly settings: Setting[]
  /** Whether the cookie was there at the last look; `undefined` before the first look. */
  isThere?: boolean | undefined
  /** The time of the last look at which the cookie was not there. */
  absent?: number | undefined
}

/** The cookies of a phase, and the times at which they were set, as far as the audit knows. */
export interface CookieRecord {
  /** Notes cookies that the profile has before the visit, which the page has not set. */
  noteBefore(cookies: readonly StoredCookie[]): void
  /** Notes the `Set-Cookie` lines of an answer. `time` is the time of the request. */
  noteHeader(url: string, lines: readonly string[], time: number): void
  /**
   * Notes that a script has written a cookie. The write counts only if the next look after the
   * write finds the cookie.
   */
  noteWrite(write: WrittenCookie): void
  /** Notes the cookies that the browser has. `asked` is the time at which the look began. */
  noteCookies(cookies: readonly StoredCookie[], asked: number): void
  /**
   * Lists each cookie when it was first set, and once more for each later answer after which it was
   * set again. A cookie that only stays after an answer does not count as set again.
   */
  list(momentOf: (time: number) => Moment): SeenCookie[]
  /** Lists the cookies of the last look, with the present as their moment. */
  listLeft(momentOf: (time: number) => Moment): SeenCookie[]
}

const cookieKey = ({ name, domain, path }: StoredCookie) => `${name} ${domain} ${path}`

/**
 * Creates an empty record.
 *
 * @param now Returns the present, in milliseconds since the epoch.
 */
export const createCookieRecord = (now: () => number = Date.now): CookieRecord => {
  const entries = new Map<string, CookieEntry>()
  /** Scripts' writes since the last look began, by name and host: the first and the last one. */
  const writes = new Map<string, WrittenCookie[]>()
  let cookiesNow: readonly StoredCookie[] = []

  const entryOf = (cookie: StoredCookie): CookieEntry => {
    const key = cookieKey(cookie)
    const entry = entries.get(key) ?? { settings: [] }
    entries.set(key, entry)
    return entry
  }

  const saw = (cookie: StoredCookie, asked: number) => {
    const entry = entryOf(cookie)
    const { settings, isThere, absent } = entry
    const seen = now()
    if (!cookie.httpOnly)
      for (const write of [...writes.values()].flat())
        if (
          write.name === cookie.name &&
          write.time <= asked &&
          isInDomain(write.host, cookie.domain)
        )
          settings.push({ cookie, time: write.time, seen, write })
    const isExplained = settings.some(one => one.seen >= (absent ?? 0))
    if (!isThere && !isExplained) settings.push({ cookie, time: seen, seen, absent })
    entry.isThere = true
  }

  const seenCookie = (
    { name, domain, path, expires, httpOnly }: StoredCookie,
    { seen, url, write }: Pick<Setting, 'seen' | 'url' | 'write'>,
    moment: Moment,
  ): SeenCookie => ({
    ...{ name, domain, path, ...moment },
    ...(expires > 0 ? { lifetime: Math.round(expires - seen / 1000) } : {}),
    ...(url
      ? { origin: 'header' as const, url }
      : { origin: httpOnly ? ('unknown' as const) : ('script' as const) }),
    ...(write ? { script: write.script } : {}),
  })

  return {
    noteBefore(cookies) {
      for (const cookie of cookies) entryOf(cookie).isThere = true
    },
    noteHeader(url, lines, time) {
      const seen = now()
      for (const line of lines) {
        const cookie = cookieIn(line, url, seen)
        if (cookie) entryOf(cookie).settings.push({ cookie, time, seen, url })
      }
    },
    noteWrite(write) {
      const key = `${write.name} ${write.host}`
      const [first = write] = writes.get(key) ?? []
      writes.set(key, first === write ? [write] : [first, write])
    },
    noteCookies(cookies, asked) {
      cookiesNow = cookies
      for (const cookie of cookies) saw(cookie, asked)
      const keys = new Set(cookies.map(cookieKey))
      for (const [key, entry] of entries)
        if (!keys.has(key)) {
          entry.isThere = false
          entry.absent = asked
        }
      for (const [name, all] of writes) {
        const later = all.filter(({ time }) => time > asked)
        if (later.length) writes.set(name, later)
        else writes.delete(name)
      }
    },
    list: momentOf =>
      [...entries.values()].flatMap(({ settings }) => {
        const answers = new Set<string>()
        return settings
          .toSorted((one, other) => one.time - other.time)
          .flatMap(setting => {
            const moment = momentOf(setting.time)
            const { answer } = moment
            // A look comes late. It counts for a later answer only if the cookie was not there at a
            // look after this answer.
            const { url, write, absent } = setting
            const isSure =
              url || write || (absent !== undefined && momentOf(absent).answer === answer)
            if (answers.has(answer) || (answers.size > 0 && !isSure)) return []
            answers.add(answer)
            return [seenCookie(setting.cookie, setting, moment)]
          })
      }),
    listLeft(momentOf) {
      const seen = now()
      return cookiesNow.map(cookie => {
        const { url, write } = entryOf(cookie).settings.find(one => one.url || one.write) ?? {}
        return seenCookie(cookie, { url, write, seen }, momentOf(seen))
      })
    },
  }
}

const isInDomain = (host: string, domain: string): boolean => {
  const bare = domain.replace(/^\./, '')
  return host === bare || host.endsWith(`.${bare}`)
}
