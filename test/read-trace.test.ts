import { expect, test } from 'vitest'
import { readTrace, type TraceEvent } from '../scripts/benchmark/start-up/read-trace.mjs'

const PAGE = 'http://127.0.0.1:1/site/'

/** Returns an event of the page's thread that takes `tdur` of processor time. */
const event = (name: string, ts: number, dur: number, tdur = dur): TraceEvent => ({
  ...{ name, ph: 'X', pid: 1, tid: 2 },
  ...{ ts, dur, tdur },
})

const PARSED = { ...event('ParseHTML', 0, 10), args: { beginData: { url: PAGE } } }

test('adds up the processor time of scripts and of tasks, nested events once', () => {
  const events = [
    PARSED,
    event('RunTask', 0, 9_000, 4_000),
    event('FunctionCall', 1_500, 500),
    event('EvaluateScript', 1_000, 3_000, 2_000),
    event('RunMicrotasks', 5_000, 1_000, 500),
    event('Layout', 6_000, 1_000),
    event('RunTask', 10_000, 2_000, 1_000),
  ]
  expect(readTrace(events, PAGE)).toEqual({ script: 2.5, tasks: 5 })
})

test('leaves out the events of other threads and processes', () => {
  const events = [
    PARSED,
    { ...event('EvaluateScript', 0, 1_000), tid: 3 },
    { ...event('RunTask', 0, 1_000), pid: 9 },
    { ...event('RunTask', 0, 1_000), ph: 'B' },
  ]
  expect(readTrace(events, PAGE)).toEqual({ script: 0, tasks: 0 })
})

test('throws where no thread has parsed the page', () => {
  expect(() => readTrace([PARSED], 'http://127.0.0.1:1/other/')).toThrow('no ParseHTML')
})
