import { INTERCEPTED } from '../../shared/platform.ts'
import { callIn } from '../../shared/timers.ts'
import { reinsert } from '../interceptors/block-element.ts'
import type { Unblocking } from './unblock.ts'

/** The longest time for which a script waits for the script before it, in seconds. */
const MAX_WAIT = 3

let hasWarned = false

/**
 * Unblocks a script in its place. A script of the HTML must have the `nonce`, if there is one.
 * Resolves when the next script may run; `undefined` if the next script need not wait.
 */
export const unblockScript = (
  script: HTMLScriptElement & { [INTERCEPTED]?: boolean | undefined },
  nonce: string | undefined,
  { missingGrantOf, setAddress, warn }: Pick<Unblocking, 'missingGrantOf' | 'setAddress' | 'warn'>,
): Promise<unknown> | undefined => {
  // Under `'strict-dynamic'` the browser runs every script that the SDK inserts, also one that an
  // attacker has written into the HTML. One that code of the page has inserted would run anyway.
  if (nonce && script.nonce !== nonce && !script[INTERCEPTED]) {
    if (!hasWarned) warn('nonce-missing', script)
    hasWarned = true
    return undefined
  }
  const source = script.getAttribute('data-src')
  const type = script.getAttribute('data-type') ?? ''
  let hasAddress = false
  let isWaitedFor = false
  // No browser runs an element again whose download `endDownloads` has ended, but a copy from before
  // the download runs.
  const copy = script.cloneNode(true) as typeof script
  copy[INTERCEPTED] = script[INTERCEPTED]
  reinsert(script, () => {
    script.removeAttribute('type')
    // A `data-type` that is no type of script belongs to the page.
    if (/\/|^module$/.test(type)) {
      script.removeAttribute('data-type')
      script.type = type
    }
    if (source !== null) setAddress(script, source)
    hasAddress = script.hasAttribute('src')
    isWaitedFor = hasAddress && !script.hasAttribute('async') && !script.defer
    // The browser ignores `defer` of an inserted script. `async = false` keeps scripts in order.
    if (script.defer) script.async = false
  })
  const insertCopy = () => missingGrantOf(script) === undefined || script.before(copy)
  // `once`, since Firefox dispatches a second `error` on an ended script.
  if (hasAddress) script.addEventListener('error', insertCopy, { once: true })
  // A rule may have blocked the script again at the insertion.
  if (!isWaitedFor || script.type === 'text/plain') return undefined
  return new Promise<unknown>(resolve => {
    for (const type of ['load', 'error']) script.addEventListener(type, resolve)
    callIn(MAX_WAIT, resolve as () => void)
  })
}
