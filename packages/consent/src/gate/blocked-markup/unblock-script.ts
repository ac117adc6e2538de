import { callIn } from '../../shared/call-in.ts'
import { INTERCEPTED } from '../interceptors/intercepted.ts'
import { reinsert } from '../reinsert.ts'
import type { Unblocking } from './unblock.ts'

/**
 * The longest time for which a script waits for the one before it, in seconds. Pages expect scripts
 * to run in order, and a script that never loads must not block the others for ever.
 */
const MAX_WAIT = 3

let hasWarned = false

/**
 * Unblocks a script: the same element, in the same place, with its attributes and its nonce. The
 * address is in `src` or in `data-src`.
 *
 * @param nonce The nonce that a script of the HTML must have. @default none is needed
 * @returns Resolves when the next script may run: at once after an inline, `async` or `defer`
 *   script, otherwise when the script has loaded, has failed or has taken too long.
 */
export const unblockScript = (
  script: HTMLScriptElement & { readonly [INTERCEPTED]?: boolean },
  nonce: string | undefined,
  { setAddress, warn }: Pick<Unblocking, 'setAddress' | 'warn'>,
): Promise<unknown> | undefined => {
  // Under `'strict-dynamic'` a script that the SDK inserts runs whoever wrote it into the HTML, so
  // the nonce is checked here. A script that code of the page inserted would run without the SDK
  // too.
  if (nonce && script.nonce !== nonce && !script[INTERCEPTED]) {
    // Only the first script with a wrong nonce is reported.
    if (!hasWarned) warn('nonce-missing', script)
    hasWarned = true
    return undefined
  }
  // Attributes, since `dataset` inherits from `Object.prototype`.
  const source = script.getAttribute('data-src')
  const type = script.getAttribute('data-type') ?? ''
  let isWaitedFor = false
  reinsert(script, () => {
    // Restores the type that the script had before it was blocked.
    script.removeAttribute('type')
    // Any other `data-type` belongs to the page.
    if (/\/|^module$/.test(type)) {
      script.removeAttribute('data-type')
      script.type = type
    }
    if (source !== null) setAddress(script, source)
    isWaitedFor = script.hasAttribute('src') && !script.hasAttribute('async') && !script.defer
    // A script element that is inserted again is async unless `async` is set to false.
    if (script.defer) script.async = false
  })
  // A rule may have blocked the script again when it was inserted; then no load event comes.
  return isWaitedFor && script.type !== 'text/plain' ? settled(script) : undefined
}

const settled = (script: HTMLScriptElement): Promise<unknown> =>
  new Promise<void>(resolve => {
    const end = () => {
      // Leaves no listener of the SDK on the page's script.
      for (const type of ['load', 'error']) script.removeEventListener(type, end)
      resolve()
    }
    for (const type of ['load', 'error']) script.addEventListener(type, end)
    callIn(MAX_WAIT, end)
  })
