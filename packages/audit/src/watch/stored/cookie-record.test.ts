import { expect, test } from 'vitest'
import type { Answer } from '../../seen.ts'
import { createCookieRecord } from './cookie-record.ts'

const GA = { name: '_ga', domain: '.shop.example', path: '/', expires: -1, httpOnly: false }
const URL_ = 'https://www.shop.example/'
const HOST = 'www.shop.example'
const LINE = '_ga=1; Domain=shop.example; Path=/'

/** The visitor accepts at 100 and withdraws at 200. */
const momentOf = (at: number) => {
  const answer: Answer = at < 100 ? 'none' : at < 200 ? 'accepted' : 'withdrawn'
  return { at, answer }
}

/** Creates a record, and a function that looks at the cookies at a time. */
const start = () => {
  let now = 0
  const record = createCookieRecord(() => now)
  const lookAt = (time: number, cookies: (typeof GA)[], asked = time) => {
    now = time
    record.noteCookies(cookies, asked)
  }
  const answers = () => record.list(momentOf).map(({ answer }) => answer)
  return { record, lookAt, answers }
}

test('a cookie that stays after a later answer is listed once', () => {
  const { record, lookAt, answers } = start()
  for (const time of [110, 190, 210, 290]) lookAt(time, [GA])
  expect(answers()).toEqual(['accepted'])
  expect(record.listLeft(momentOf)).toMatchObject([{ name: '_ga', at: 290, answer: 'withdrawn' }])
})

test('a cookie that is there again is listed again, if it was not there after the answer', () => {
  const { lookAt, answers } = start()
  lookAt(110, [GA])
  lookAt(210, [])
  lookAt(230, [GA])
  expect(answers()).toEqual(['accepted', 'withdrawn'])
})

test('a cookie that may have been set before the answer is not listed for the answer', () => {
  const { lookAt, answers } = start()
  lookAt(110, [GA])
  lookAt(190, [])
  lookAt(210, [GA])
  lookAt(230, [])
  expect(answers()).toEqual(['accepted'])
})

test('a header sets a cookie again, however soon the cookie is deleted', () => {
  const { record, lookAt, answers } = start()
  lookAt(110, [GA])
  lookAt(210, [])
  record.noteHeader(URL_, [LINE], 220)
  lookAt(230, [])
  expect(answers()).toEqual(['accepted', 'withdrawn'])
  expect(record.list(momentOf)[1]).toMatchObject({ origin: 'header', url: URL_, at: 220 })
})

test('a header counts for the answer that the page had when it sent the request', () => {
  const { record, lookAt, answers } = start()
  lookAt(110, [GA])
  lookAt(205, [])
  record.noteHeader(URL_, [LINE], 195)
  lookAt(210, [GA])
  expect(answers()).toEqual(['accepted'])
})

test('a script sets a cookie again, if the next look sees the cookie', () => {
  const { record, lookAt, answers } = start()
  lookAt(110, [GA])
  record.noteWrite({ name: '_ga', host: HOST, script: 'https://tag.example/', time: 220 })
  // The look began before the script wrote the cookie.
  lookAt(225, [GA], 215)
  expect(answers()).toEqual(['accepted'])
  lookAt(240, [GA])
  expect(answers()).toEqual(['accepted', 'withdrawn'])
  const [, again] = record.list(momentOf)
  expect(again).toMatchObject({ origin: 'script', script: 'https://tag.example/', at: 220 })
  expect(record.listLeft(momentOf)).toMatchObject([{ script: 'https://tag.example/' }])
})

test('a write that leaves no cookie does not count', () => {
  const { record, lookAt, answers } = start()
  lookAt(110, [GA])
  record.noteWrite({ name: '_ga', host: HOST, script: 'https://tag.example/', time: 220 })
  lookAt(230, [])
  lookAt(250, [])
  expect(answers()).toEqual(['accepted'])
})

test('a write tells the time of a cookie that a look sees after the answer', () => {
  const { record, lookAt, answers } = start()
  lookAt(50, [])
  record.noteWrite({ name: '_ga', host: HOST, script: 'https://tag.example/', time: 90 })
  lookAt(110, [GA])
  expect(answers()).toEqual(['none'])
})

test('a cookie of the profile is not listed, unless the page sets it', () => {
  const { record, lookAt, answers } = start()
  record.noteBefore([GA])
  lookAt(50, [GA])
  expect(answers()).toEqual([])
  expect(record.listLeft(momentOf)).toHaveLength(1)
  record.noteHeader(URL_, [LINE], 210)
  expect(answers()).toEqual(['withdrawn'])
})
