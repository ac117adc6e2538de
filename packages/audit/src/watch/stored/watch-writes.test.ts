import { expect, test } from 'vitest'
import { callerIn, readReport, type WriteListener } from './watch-writes.ts'

const PAGE = 'https://shop.example/'
const PIXEL = 'https://connect.facebook.net/fbevents.js'
const SDK = `${PAGE}consent/consent.js`
const REPLAY = 'https://replay.example/r.js'

const stackOf = (...urls: string[]) =>
  [
    'Error',
    '    at Object.apply (<anonymous>:9:1)',
    ...urls.map(url => `    at f (${url}:1:2)`),
  ].join('\n')

test.each<[string, string, boolean, string | undefined]>([
  ['the innermost script', stackOf(PIXEL, PAGE), false, PIXEL],
  ['not the consent script', stackOf(SDK, PIXEL, PAGE), true, PIXEL],
  ['not a script that replaced the built-in', stackOf(REPLAY, REPLAY, PAGE), true, PAGE],
  ['a script that replaced the built-in and calls it itself', stackOf(REPLAY), true, REPLAY],
  ['an inline script', `Error\n    at ${PAGE}:3:4`, false, PAGE],
  [
    'code that eval runs',
    `Error\n at eval (eval at f (${PIXEL}:1:1), <anonymous>:1:1)`,
    false,
    PIXEL,
  ],
  ['nobody in a stack without addresses', stackOf(), false, undefined],
  ['nobody in a stack of the consent script', stackOf(SDK), false, undefined],
])('names %s', (_, stack, isReplaced, expected) =>
  expect(callerIn(stack, isReplaced)).toBe(expected),
)

test('passes on cookies and keys, and ignores what has another form', () => {
  const got: unknown[] = []
  const listener: WriteListener = {
    noteCookieWrite: one => void got.push(one),
    noteKeyWrite: one => void got.push(one),
  }
  const report = (area: string, name: string, time = '5', stack = stackOf(PIXEL)) =>
    readReport([area, 'https://shop.example', name, time, 'false', stack].join('\n'), listener)
  report('cookie', 'x1')
  report('indexeddb', 'a%0Ab')
  report('other', 'x')
  report('local', '%')
  report('local', 'x', 'soon')
  report('local', 'x', '5', 'Error')
  readReport('', listener)
  expect(got).toEqual([
    { name: 'x1', host: 'shop.example', script: PIXEL, time: 5 },
    { area: 'indexeddb', origin: 'https://shop.example', key: 'a\nb', script: PIXEL, time: 5 },
  ])
})
