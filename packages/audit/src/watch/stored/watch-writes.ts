import { randomUUID } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import type { SeenStorage } from '../../seen.ts'
import { OUR_SCRIPT } from '../network/initiator-of.ts'
import { reportWrites } from './report-writes.ts'

/** A cookie that a script has set. */
export interface WrittenCookie {
  readonly name: string
  readonly host: string
  /** The address of the script; an inline script has the address of its page. */
  readonly script: string
  /** Milliseconds since the epoch. */
  readonly time: number
}

/** A key, database or cache that a script has written or opened. */
export interface WrittenKey extends Pick<SeenStorage, 'area' | 'origin' | 'key'> {
  readonly script: string
  readonly time: number
}

/** Receives what scripts write. */
export interface WriteListener {
  noteCookieWrite(cookie: WrittenCookie): void
  noteKeyWrite(key: WrittenKey): void
}

/** Matches the first address in a line of a stack, also of code that `eval` runs. */
const ADDRESS = /https?:\/\/[^\s()]+?(?=:\d+:\d+)/

/**
 * Returns the address of the script that has called a built-in: the innermost one in the stack that
 * is not the SDK's, because a script that only wraps timers or events is further out.
 *
 * @param isReplaced Whether a script has put a function of its own before the built-in: then this
 *   function is the innermost one in the stack, and its script is not the one that calls.
 */
export const callerIn = (stack: string, isReplaced: boolean): string | undefined => {
  const calls = stack.split('\n').flatMap(line => ADDRESS.exec(line)?.[0] ?? [])
  const [innermost] = calls
  const others = calls.filter(
    one => !OUR_SCRIPT.test(one) && !(isReplaced && innermost && one === innermost),
  )
  return others[0] ?? calls.find(one => !OUR_SCRIPT.test(one))
}

const AREAS: readonly string[] = ['local', 'session', 'indexeddb', 'cache']

/**
 * Passes a report of `reportWrites` on to a listener. Ignores a report without a script's address,
 * or with an unknown area or time, or with a name that cannot be decoded: a page can replace the
 * function that encodes names.
 */
export const readReport = (report: string, listener: WriteListener): void => {
  const [area = '', origin = '', name = '', at, isReplaced, ...stack] = report.split('\n')
  const script = callerIn(stack.join('\n'), isReplaced === 'true')
  const time = Number(at)
  if (!script || !Number.isFinite(time)) return
  const key = decoded(name)
  if (key === undefined) return
  if (area === 'cookie') {
    const host = URL.canParse(origin) ? new URL(origin).hostname : ''
    listener.noteCookieWrite({ name: key, host, script, time })
  } else if (AREAS.includes(area)) {
    listener.noteKeyWrite({ area: area as WrittenKey['area'], origin, key, script, time })
  }
}

const decoded = (name: string): string | undefined => {
  try {
    return decodeURIComponent(name)
  } catch {
    return undefined
  }
}

/** A function that the DevTools protocol adds to pages, and what receives its calls. */
export interface Binding {
  readonly name: string
  receive(payload: string): void
}

/**
 * Makes every frame of a profile report what its scripts write. The frames report through the
 * returned binding, which each session of the DevTools protocol has to add: a binding of
 * Playwright's stays visible to the page.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Runtime/#method-addBinding
 */
export const watchWrites = async (
  context: Pick<BrowserContext, 'addInitScript'>,
  listener: WriteListener,
): Promise<Binding> => {
  const name = `x${randomUUID().replaceAll('-', '')}`
  await context.addInitScript({ content: `(${reportWrites})('${name}')` })
  return { name, receive: payload => readReport(payload, listener) }
}
