import type { Initiator } from '../seen.ts'

/** What the browser tells about the start of a request, as far as the audit reads it. */
export interface ToldInitiator {
  readonly type: string
  readonly url?: string | undefined
  /** The first line is 0. */
  readonly lineNumber?: number | undefined
  readonly stack?: Stack | undefined
}

interface Stack {
  readonly callFrames: readonly { readonly url: string; readonly lineNumber: number }[]
  readonly parent?: Stack | undefined
}

/** Matches our own script, which stands between a page's code and `fetch`. */
const OURS = /\/consent\.js(\?|$)/

const callsIn = ({ callFrames, parent }: Stack): Stack['callFrames'] => [
  ...callFrames.filter(({ url }) => url),
  ...(parent ? callsIn(parent) : []),
]

/** Returns the innermost call in a file that is not ours, also behind timers and promises. */
const callIn = (stack: Stack) => {
  const calls = callsIn(stack)
  return calls.find(({ url }) => !OURS.test(url)) ?? calls[0]
}

/** The kinds of targets whose requests come from a worker. */
const WORKERS: Record<string, Initiator['kind']> = {
  worker: 'worker',
  shared_worker: 'worker',
  service_worker: 'service-worker',
}

/**
 * Returns what made the browser send a request.
 *
 * @param target Type of the target that has sent the request: `page`, `iframe`, `worker`, …
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
