import { callIn } from '../../shared/call-in.ts'
import { warn } from '../../shared/warn.ts'
import { GUARD } from '../guard/guard-symbol.ts'
import { reinsert } from '../reinsert.ts'
import { setAddress } from '../set-address.ts'

/**
 * How long one script may hold up the next, in seconds. In order is what pages expect, and one
 * that hangs must not stall the others for ever.
 */
const HOLD_UP = 3

let hasTold = false

/** Tells the page's developer of the first script that stays held although it is allowed. */
const tellOnce = (script: Element): void => {
  if (!hasTold) warn('Stays held, without the nonce of the SDK:', script)
  hasTold = true
}

/**
 * Lets a held script run: the same element, in the same place, with its attributes and its nonce.
 * Its address stands in `src` or in `data-src`.
 *
 * @param nonce What it has to bear, unless a script of the page has put it in. @default anything
 * @returns Resolves when the next one may run: at once after an inline, `async` or `defer` script,
 *   else when it has loaded, has failed or has taken too long.
 */
export const releaseScript = (
  script: HTMLScriptElement & { readonly [GUARD]?: boolean },
  nonce: string | undefined,
): Promise<unknown> | undefined => {
  // To put it in again is to put it in by script, and under `'strict-dynamic'` that runs whoever wrote
  // it into the HTML. What a script of the page has put in would run without us, too.
  if (nonce && script.nonce !== nonce && !script[GUARD]) {
    tellOnce(script)
    return undefined
  }
  // By attributes, as in `keyOf`.
  const source = script.getAttribute('data-src')
  const type = script.getAttribute('data-type') ?? ''
  let isWaitedFor = false
  reinsert(script, () => {
    // A script that was held keeps no mark of it.
    script.removeAttribute('type')
    // Or `data-type` is the page's own, and says something else.
    if (/\/|^module$/.test(type)) {
      script.removeAttribute('data-type')
      script.type = type
    }
    if (source !== null) setAddress(script, source)
    isWaitedFor = script.hasAttribute('src') && !script.hasAttribute('async') && !script.defer
    // An element that has been in the document once is async unless told otherwise.
    if (script.defer) script.async = false
  })
  // A service that is left out may hold it again: then it does not run.
  return isWaitedFor && script.type !== 'text/plain' ? settled(script) : undefined
}

const settled = (script: HTMLScriptElement): Promise<unknown> =>
  new Promise<void>(resolve => {
    const end = () => {
      // The script stays in the page, and nothing of ours with it.
      for (const type of ['load', 'error']) script.removeEventListener(type, end)
      resolve()
    }
    for (const type of ['load', 'error']) script.addEventListener(type, end)
    callIn(HOLD_UP, end)
  })
