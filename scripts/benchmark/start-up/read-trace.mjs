// @ts-check

/**
 * An event of a trace, as Chromium writes it. Times are microseconds.
 *
 * @typedef {object} TraceEvent
 * @property {string} name
 * @property {string} ph The kind; `X` is an event with a duration.
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts The start.
 * @property {number} [dur] The wall-clock duration.
 * @property {number} [tdur] The processor time of the thread.
 * @property {any} [args]
 */

/**
 * The names of events that run or compile scripts. If such events are nested, only the outermost
 * counts.
 *
 * @see https://source.chromium.org/chromium/chromium/src/+/main:third_party/devtools-frontend/src/front_end/models/trace/types/TraceEvents.ts
 */
const SCRIPT = new Set([
  'EvaluateScript',
  'FunctionCall',
  'v8.compile',
  'v8.run',
  'v8.callFunction',
  'v8.compileModule',
  'v8.evaluateModule',
  'RunMicrotasks',
  'TimerFire',
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
])

/** The names of events that are tasks of a thread. Everything that a thread does is in a task. */
const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask'])

/**
 * Adds up the processor time of the events with these names. Leaves out events inside another such
 * event.
 *
 * @param {readonly TraceEvent[]} events The events of one thread, sorted by their start.
 * @param {ReadonlySet<string>} names
 * @returns {number} Milliseconds.
 */
const sumOf = (events, names) => {
  let sum = 0
  let end = Number.NEGATIVE_INFINITY
  for (const { name, ts, dur = 0, tdur = 0 } of events) {
    if (!names.has(name) || ts < end) continue
    sum += tdur
    end = ts + dur
  }
  return sum / 1000
}

/**
 * Reads two processor times of the page's main thread from a trace: the time of scripts, and the
 * time of all tasks.
 *
 * @param {readonly TraceEvent[]} events
 * @param {string} address The page's address. The page's thread is the one that parsed its HTML.
 * @returns {{ script: number, tasks: number }} Milliseconds.
 * @throws Error if no thread has parsed the page.
 */
export const readTrace = (events, address) => {
  const parser = events.find(
    ({ name, args }) => name === 'ParseHTML' && args?.beginData?.url === address,
  )
  if (!parser) throw new Error(`The trace has no ParseHTML of ${address}.`)
  const own = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === parser.pid && tid === parser.tid)
    .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0))
  return { script: sumOf(own, SCRIPT), tasks: sumOf(own, TASKS) }
}
