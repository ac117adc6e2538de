import type { Initiator } from '../../seen.ts'

/** The initiator of a request as the browser reports it: the fields that the audit reads. */
export interface ToldInitiator {
  readonly type: string
  readonly url?: string | undefined
  /** The line in the file of `url`; the first line is 0. */
  readonly lineNumber?: number | undefined
  readonly stack?: Stack | undefined
}

interface CallFrame {
  readonly url: string
  readonly lineNumber: number
}

interface Stack {
  readonly callFrames: readonly CallFrame[]
  readonly parent?: Stack | undefined
}

/**
 * Matches the address of a script `consent.js`, such as the SDK's. The SDK's interceptors are in
 * the stacks of requests, but do not cause the requests.
 */
export const OUR_SCRIPT: RegExp = /\/consent\.js(\?|$)/

const callsIn = ({ callFrames, parent }: Stack): readonly CallFrame[] => [
  ...callFrames.filter(({ url }) => url),
  ...(parent ? callsIn(parent) : []),
]

/**
 * Returns the calls outside `consent.js`, the innermost first, also across timers and promises; if
 * there is none, all calls.
 */
const callsOf = (stack: Stack | undefined): readonly CallFrame[] => {
  const calls = stack ? callsIn(stack) : []
  const others = calls.filter(({ url }) => !OUR_SCRIPT.test(url))
  return others.length ? others : calls
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
  const at = callsOf(stack)[0] ?? { url, lineNumber }
  const kind =
    WORKERS[target] ??
    (type === 'script'
      ? 'script'
      : type === 'parser'
        ? at.url && isStyle(at.url)
          ? 'style'
          : 'markup'
        : 'unknown')
  return { kind, ...placeOf(at) }
}

const placeOf = ({ url, lineNumber }: Pick<ToldInitiator, 'url' | 'lineNumber'>) => ({
  ...(url ? { url } : {}),
  ...(url && lineNumber !== undefined ? { line: lineNumber + 1 } : {}),
})

/** The most scripts that `insertersOf` returns. */
const LONGEST = 10

/**
 * Returns the scripts that led to the initiator of a request, nearest first: the script that
 * inserted the initiator, the script that inserted that one, …. An inline script has the address of
 * its page; if a script of an address of its own has called it, as a tag manager does, the chain
 * goes on with the caller.
 *
 * @param requestFor Returns what made the browser request a script; `undefined` for an address that
 *   is not a script's.
 */
export const insertersOf = (
  { stack }: ToldInitiator,
  requestFor: (script: string) => ToldInitiator | undefined,
): readonly Initiator[] => {
  const [first, ...callers] = callsOf(stack)
  if (!first) return []
  const isFile = ({ url }: CallFrame) => requestFor(url) !== undefined
  const inserterOf = ({ url }: CallFrame) => callsOf(requestFor(url)?.stack)
  const chain: Initiator[] = []
  const passed = new Set([first.url])
  // An inline script has no request of its own, but the file that inserted it has called it.
  let calls = isFile(first) ? inserterOf(first) : callers.filter(isFile)
  while (chain.length < LONGEST) {
    const open = calls.filter(({ url }) => !passed.has(url))
    const next = open.find(isFile) ?? open[0]
    if (!next) return chain
    passed.add(next.url)
    chain.push({ kind: 'script', ...placeOf(next) })
    calls = inserterOf(next)
  }
  return chain
}
