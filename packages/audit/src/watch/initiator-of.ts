import type { Initiator } from '../seen.ts'

/** The initiator of a request as the browser reports it: the fields that the audit reads. */
export interface ToldInitiator {
  readonly type: string
  readonly url?: string | undefined
  /** The line in the file of `url`; the first line is 0. */
  readonly lineNumber?: number | undefined
  readonly stack?: Stack | undefined
}

interface Stack {
  readonly callFrames: readonly { readonly url: string; readonly lineNumber: number }[]
  readonly parent?: Stack | undefined
}

/**
 * Matches the address of the SDK's script. Its interceptor of `fetch` is in the stack of each
 * request by `fetch`, but does not cause the request.
 */
const OURS = /\/consent\.js(\?|$)/

const callsIn = ({ callFrames, parent }: Stack): Stack['callFrames'] => [
  ...callFrames.filter(({ url }) => url),
  ...(parent ? callsIn(parent) : []),
]

/**
 * Returns the innermost call outside `consent.js`, also across timers and promises; if there is
 * none, the innermost call.
 */
const callIn = (stack: Stack) => {
  const calls = callsIn(stack)
  return calls.find(({ url }) => !OURS.test(url)) ?? calls[0]
}

/** The kind of initiator for each type of target that is a worker. */
const WORKERS: Record<string, Initiator['kind']> = {
  worker: 'worker',
  shared_worker: 'worker',
  service_worker: 'service-worker',
}

/**
 * Returns what made the browser send a request.
 *
 * @param target Type of the target that sent the request: `page`, `iframe`, `worker`, …
 * @param isStyle Says whether an address is a style sheet.
 */
export const initiatorOf = (
  { type, url, lineNumber, stack }: ToldInitiator,
  target: string,
  isStyle: (url: string) => boolean,
): Initiator => {
  const call = stack && callIn(stack)
  const at = call ?? { url, lineNumber }
  const kind =
    WORKERS[target] ??
    (type === 'script'
      ? 'script'
      : type === 'parser'
        ? at.url && isStyle(at.url)
          ? 'style'
          : 'markup'
        : 'unknown')
  return {
    kind,
    ...(at.url ? { url: at.url } : {}),
    ...(at.url && at.lineNumber !== undefined ? { line: at.lineNumber + 1 } : {}),
  }
}
