import type {
  Answer,
  Collector,
  Moment,
  SeenClick,
  SeenPhase,
  SeenRequest,
  SeenScript,
  SeenStorage,
} from '../seen.ts'
import type { PausedRequest } from './network/hold-requests.ts'
import { initiatorOf, insertersOf } from './network/initiator-of.ts'
import type { AnnouncedRequest, RequestDetails } from './network/read-events.ts'
import { type CookieRecord, createCookieRecord } from './stored/cookie-record.ts'
import type { KeysLook } from './stored/read-keys.ts'
import type { WriteListener, WrittenKey } from './stored/watch-writes.ts'

/** A key in local or session storage, or the name of a database or cache. */
export type StoredKey = Pick<SeenStorage, 'area' | 'origin' | 'key'>

/** A control that the audit presses, and the time shortly before the press. */
export type Click = Omit<SeenClick, keyof Moment> & { readonly time: number }

/** What was seen in a phase: the `SeenPhase`, but for what `playPhase` adds. */
type Recorded = Omit<SeenPhase, 'name' | 'notPlayed' | 'detail' | 'banner' | 'duration'>

/**
 * Collects what is seen in one phase. `began` and each `time` are in milliseconds since the epoch.
 */
export interface Recording extends WriteListener {
  readonly began: number
  noteAnswer(answer: Answer, time: number): void
  notePaused(request: PausedRequest): void
  noteAnnounced(request: AnnouncedRequest): void
  /** Notes a connection that no interception pauses: a WebSocket. */
  noteConnected(request: AnnouncedRequest, collector: Collector | undefined, isHeld: boolean): void
  noteDetails(id: string, hop: number, details: RequestDetails): void
  readonly cookies: CookieRecord
  noteKeys(look: KeysLook): void
  /**
   * Notes a picture; `click` is the control that the audit presses next, if it presses one, and
   * `time` the time of the picture. @default the present
   */
  notePicture(jpeg: string, click?: Click, time?: number): void
  noteClick(click: Click): void
  noteScript(script: SeenScript): void
  noteScriptMissing(message: string): void
  /** Returns the first message of `noteScriptMissing`; `undefined` if no script is missing. */
  missingScript(): string | undefined
  requestCount(): number
  result(): Recorded
}

/**
 * How long after the first look that saw a key the time of a script's write may be, in
 * milliseconds, for the script to count as the key's.
 */
const BLUR = 50

/**
 * Creates an empty recording. Only `result` works out which answer each moment belongs to, because
 * the time of a click is known only after the click.
 *
 * @param requestLimit Number of requests after which `atLimit` is called.
 */
export const createRecording = (requestLimit: number, atLimit: () => void): Recording => {
  const began = Date.now()
  const answers: { answer: Answer; time: number }[] = []
  const requests: (PausedRequest & { time: number })[] = []
  const announced: AnnouncedRequest[] = []
  const styles = new Set<string>()
  const details = new Map<string, RequestDetails>()
  const cookies = createCookieRecord()
  const writtenKeys: WrittenKey[] = []
  /** The keys that were seen, each with the times of the first and of the last look that saw it. */
  const storage = new Map<string, { key: StoredKey; time: number; last: number }>()
  const screenshots: { jpeg: string; time: number; click?: Click | undefined }[] = []
  const clicks: Click[] = []
  const scripts = new Map<string, SeenScript>()
  let keysNow: readonly StoredKey[] = []
  let told: KeysLook['origins'] = new Map()
  let missing: string | undefined

  const momentOf = (time: number): Moment => ({
    at: Math.max(0, Math.round(time - began)),
    answer: answers.findLast(one => one.time <= time)?.answer ?? 'none',
  })

  const writesOf = (key: StoredKey) =>
    writtenKeys.filter(
      one => one.key === key.key && one.area === key.area && one.origin === key.origin,
    )

  const seenKey = (key: StoredKey, time: number): SeenStorage => ({
    ...{ ...key, ...momentOf(time) },
    script: writesOf(key).find(one => one.time <= time + BLUR)?.script,
  })

  /**
   * Returns a key when it was first seen, and once more for each later answer after which a script
   * wrote it again and a look saw it. To open a database or cache that is there stores nothing.
   */
  const seenKeys = (key: StoredKey, time: number, last: number): readonly SeenStorage[] => {
    const found = [seenKey(key, time)]
    const isWritten = key.area === 'local' || key.area === 'session'
    for (const write of isWritten ? writesOf(key) : []) {
      const moment = momentOf(write.time)
      const isLater = write.time > time && write.time <= last
      if (isLater && !found.some(({ answer }) => answer === moment.answer))
        found.push({ ...key, ...moment, script: write.script })
    }
    return found
  }

  /** Returns the announcement of a request: by its id, or by its address if it has no id. */
  const announcementOf = ({ id, url, method }: PausedRequest) =>
    announced.find(one => one.id === id && one.url === url) ??
    announced.find(one => id === undefined && one.url === url && one.method === method)

  const requestFor = (script: string) =>
    announced.find(one => one.url === script && one.resource === 'script')?.initiator

  const seenRequest = (request: PausedRequest & { time: number }): SeenRequest => {
    const { url, method, collector, isHeld, fetched } = request
    const found = announcementOf(request)
    const { searchParams } = new URL(url)
    const chain = found ? insertersOf(found.initiator, requestFor) : []
    return {
      ...{ url, method, isHeld, collector, fetched, ...momentOf(found?.time ?? request.time) },
      resource: kindOf(found && found.resource !== 'other' ? found.resource : request.resource),
      initiator: found
        ? initiatorOf(found.initiator, found.target, one => styles.has(one))
        : { kind: 'unknown' },
      ...(chain.length ? { chain } : {}),
      ...(found ? details.get(`${found.id} ${found.hop ?? 0}`) : {}),
      gcs: searchParams.get('gcs') ?? undefined,
      gcd: searchParams.get('gcd') ?? undefined,
    }
  }

  const seenClick = ({ time, ...click }: Click): SeenClick => ({ ...click, ...momentOf(time) })

  const add = (request: (typeof requests)[number]) => {
    requests.push(request)
    if (requests.length === requestLimit) atLimit()
  }

  return {
    began,
    noteAnswer(answer, time) {
      answers.push({ answer, time })
    },
    notePaused(request) {
      if (request.resource === 'stylesheet') styles.add(request.url)
      add({ ...request, time: Date.now() })
    },
    noteAnnounced(request) {
      announced.push(request)
    },
    noteConnected(request, collector, isHeld) {
      announced.push(request)
      const { id, url, method, resource, time } = request
      add({ id, url, method, resource, time, collector, isHeld })
    },
    noteDetails(id, hop, more) {
      const key = `${id} ${hop}`
      details.set(key, { ...details.get(key), ...more })
    },
    cookies,
    noteCookieWrite: cookies.noteWrite,
    noteKeys({ keys, origins }) {
      const time = Date.now()
      keysNow = keys
      told = new Map([...told, ...origins])
      for (const key of keys) {
        const name = `${key.area} ${key.origin} ${key.key}`
        storage.set(name, { key, time, ...storage.get(name), last: time })
      }
    },
    noteKeyWrite(key) {
      writtenKeys.push(key)
    },
    notePicture(jpeg, click, time = Date.now()) {
      screenshots.push({ jpeg, click, time })
    },
    noteClick(click) {
      clicks.push(click)
    },
    noteScript(script) {
      scripts.set(`${script.url} ${script.sha256}`, script)
    },
    noteScriptMissing(message) {
      missing ??= message
    },
    missingScript: () => missing,
    requestCount: () => requests.length,
    result() {
      const time = Date.now()
      const seen = requests.map(seenRequest)
      const unread = [...told.keys()].filter(origin => !told.get(origin)).sort()
      return {
        requests: seen.toSorted((one, other) => one.at - other.at),
        cookies: cookies.list(momentOf),
        cookiesLeft: cookies.listLeft(momentOf),
        storage: [...storage.values()].flatMap(one => seenKeys(one.key, one.time, one.last)),
        storageLeft: keysNow.map(key => seenKey(key, time)),
        unreadOrigins: unread[0] ? unread : undefined,
        heldHosts: [
          ...new Set(seen.filter(one => one.isHeld).map(one => new URL(one.url).hostname)),
        ].sort(),
        screenshots: screenshots.map(({ jpeg, time, click }) => ({
          jpeg,
          ...momentOf(time),
          ...(click ? { click: seenClick(click) } : {}),
        })),
        clicks: clicks.map(seenClick),
        scripts: [...scripts.values()],
      }
    },
  }
}

/** Returns a kind of resource; `fetch` for `xhr`, since the interception reports both as `xhr`. */
const kindOf = (resource: string): string => (resource === 'xhr' ? 'fetch' : resource)
