import { describe, expect, test } from 'vitest'
import { describeEach } from '../test/databases.ts'
import { DAY, giveEvent, NOTICE, NOW, randomId, withdrawEvent } from '../test/samples.ts'
import { post, startApp, summary } from '../test/start-app.ts'
import { readConfig } from './config.ts'
import { entriesOf } from './log/entries-of.ts'
import type { Log } from './log/log.ts'
import { hashOfNotice } from './notice.ts'
import { verify } from './verify.ts'

const noticeDocument = { v: 1, type: 'notice', h: hashOfNotice(NOTICE), text: NOTICE }

const count = async (log: Log) => (await log.head()).seq

describeEach('with', createDatabase => {
  test('an event that is sent twice is stored once, for the configured time, and gets the same response both times; other content under its id is rejected', async () => {
    const { app, log } = await startApp(
      { retention: { days: 10, byVersion: new Map([['long', 1000]]) } },
      (await createDatabase()).address,
    )
    const event = giveEvent()
    expect(summary(await post(app, event))).toEqual([201, {}])
    expect(summary(await post(app, event))).toEqual([200, {}])
    const other = await post(app, { ...event, receipt: randomId() })
    expect(summary(other)).toEqual([422, { error: expect.stringMatching(/another event/) }])
    const [entry] = await log.after(0, 10)
    expect(JSON.parse(entry?.content ?? '')).toEqual(event)
    expect(entry?.until).toBe((event.record.e + 10 * DAY) * 1000)
    expect(await count(log)).toBe(1)
  })

  test('an event that is sent many times at once is stored once, and its id never with other content', async () => {
    const { app, log } = await startApp({}, (await createDatabase()).address)
    const events = Array.from({ length: 20 }, () => giveEvent())
    const other = { ...events[0], receipt: randomId() }
    const answers = await Promise.all(
      [...events, ...events, ...events, other].map(each => post(app, each)),
    )
    const counted = [201, 200, 422].map(
      status => answers.filter(({ statusCode }) => statusCode === status).length,
    )
    expect(counted).toEqual([20, 40, 1])
    expect(await verify(entriesOf(log), Date.now())).toMatchObject({ ok: true, head: { seq: 20 } })
  })

  test('events under a version of the policy that has a number of days of its own are stored for longer than the others', async () => {
    const { retention } = readConfig({ RETENTION_DAYS: '365, 2024-01-18=1095' })
    const { app, log } = await startApp({ retention }, (await createDatabase()).address)
    for (const p of ['2024-01-18', '2024-01-19'])
      expect((await post(app, giveEvent({ record: { p, e: NOW + DAY } }))).statusCode).toBe(201)
    /** Deletes what may be deleted some days after the decisions, and returns what is left. */
    const versionsAfter = async (days: number) => {
      await log.forget((NOW + days * DAY) * 1000)
      const contents = (await log.after(0, 10)).map(({ content }) => content)
      return contents.map(content => content && JSON.parse(content).record.p)
    }
    expect(await versionsAfter(365)).toEqual(['2024-01-18', '2024-01-19'])
    expect(await versionsAfter(366)).toEqual(['2024-01-18', null])
    expect(await versionsAfter(1095)).toEqual(['2024-01-18', null])
    expect(await versionsAfter(1096)).toEqual([null, null])
    const later = (NOW + 1096 * DAY) * 1000
    expect(await verify(entriesOf(log), later)).toMatchObject({ ok: true, forgotten: 2 })
  })

  test('an update, a withdrawal and a refusal are accepted, and the events that gave and ended a receipt are found', async () => {
    const { app, log } = await startApp({}, (await createDatabase()).address)
    const give = giveEvent()
    const update = giveEvent({ type: 'update', ends: `${give.receipt}` })
    const withdraw = withdrawEvent(`${update.receipt}`)
    const { ends: _, ...bare } = withdraw
    const refuse = { ...bare, id: randomId(), type: 'refuse' }
    for (const document of [give, refuse, update, withdraw])
      expect((await post(app, document)).statusCode).toBe(201)
    const found = async (id = '') => (await log.ofReceipt(id)).map(({ seq }) => seq)
    expect(await found(give.receipt)).toEqual([1, 3])
    expect(await found(update.receipt)).toEqual([3, 4])
    expect(await found(randomId())).toEqual([])
  })
})

describe('an invalid document', () => {
  const event = giveEvent()
  const { receipt: _, ...bare } = event
  const ends = randomId()
  const denied = { c: { analytics: 0 } } as const
  const granting = { ...withdrawEvent(ends), record: event.record }
  const noNotice = { ...noticeDocument, text: 'a', h: hashOfNotice('a') }

  test.each<[string, number, unknown, RegExp]>([
    ['a body that is no JSON', 400, '{', /JSON/],
    ['an empty body', 400, '', /empty/i],
    ['a JSON value that is no object', 400, '[]', /object/],
    ['another schema version', 400, { ...event, v: 2 }, /body\.v/],
    ['no id', 400, { ...event, id: undefined }, /'id'/],
    ['a short id', 400, { ...event, id: 'abc' }, /body\.id/],
    ['an unknown type', 400, { ...event, type: 'take' }, /type/],
    ['an unknown field', 400, { ...event, email: 'a@b.c' }, /properties: "email"/],
    ['an unknown field of the record', 400, giveEvent({ record: { r: 'x' } as object }), /"r"/],
    ['a number as text', 400, giveEvent({ record: { t: `${NOW}` as never } }), /record\.t/],
    ['an answer of true', 400, giveEvent({ record: { c: { a: true as never } } }), /record\.c\.a/],
    ['a category that is no name', 400, giveEvent({ record: { c: { '1': 1 } } }), /record\.c/],
    ['an unknown method', 400, giveEvent({ record: { m: 'scroll' as never } }), /record\.m/],
    ['a control character', 400, giveEvent({ record: { p: 'a\u0000b' } }), /record\.p/],
    ['half a surrogate pair', 400, giveEvent({ record: { x: ['a/\ud800'] } }), /record\.x\.0/],
    ['a polluted prototype', 400, '{"__proto__":{"v":1},"type":"give"}', /JSON/],
    ['a long event', 413, `${JSON.stringify(event)}${' '.repeat(8192)}`, /8 kB/],
    ['a long body', 413, JSON.stringify({ ...noticeDocument, text: 'a'.repeat(65_536) }), /large/],
    ['an end before the beginning', 422, giveEvent({ record: { e: NOW } }), /after "t"/],
    ['more than 400 days', 422, giveEvent({ record: { e: NOW + 400 * DAY + 1 } }), /400 days/],
    ['the day after tomorrow', 422, giveEvent({ record: { t: NOW + DAY + 60 } }), /a day ahead/],
    ['a consent that expired long ago', 422, giveEvent({ record: { t: 1, e: 2 } }), /retention/],
    ['a give without a receipt', 422, bare, /"give" has a "receipt"/],
    ['a give that ends', 422, { ...event, ends }, /no "ends"/],
    ['a give without a granted category', 422, giveEvent({ record: denied }), /a granted category/],
    ['an update that ends nothing', 422, { ...event, type: 'update' }, /a "ends"/],
    ['an update of itself', 422, { ...event, type: 'update', ends: event.receipt }, /itself/],
    ['a withdrawal of nothing', 422, { ...bare, type: 'withdraw' }, /a "ends"/],
    ['a withdrawal that gives', 422, { ...event, type: 'withdraw', ends }, /no "receipt"/],
    ['a withdrawal that grants', 422, granting, /no granted/],
    ['a refusal that ends', 422, { ...withdrawEvent(ends), type: 'refuse' }, /no "ends"/],
    ['a text of another hash', 422, { ...noticeDocument, h: 'a'.repeat(22) }, /this hash/],
    ['a text that is no notice', 422, noNotice, /canonical/],
    ['a notice that no event names', 422, noticeDocument, /names/],
  ])('%s is rejected', async (_, status, document, error) => {
    const { app, log } = await startApp()
    const answer = await post(app, document)
    expect(summary(answer)).toEqual([status, { error: expect.stringMatching(error) }])
    expect(await count(log)).toBe(0)
    expect(await log.notices()).toEqual([])
  })

  test('a body with bytes that are not UTF-8 is rejected, instead of stored with other characters', async () => {
    const { app, log } = await startApp()
    const event = JSON.stringify(giveEvent({ record: { x: ['analytics/é'] } }))
    const answer = await app.inject({
      method: 'POST',
      url: '/events',
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      payload: Buffer.from(event, 'latin1'),
    })
    expect(await count(log)).toBe(0)
    expect(summary(answer)).toEqual([400, { error: 'the body is not valid UTF-8' }])
  })
})

test('the text of a notice, of up to 64 kB, is requested until it is stored', async () => {
  const { app, log } = await startApp()
  const text = JSON.stringify({ language: 'en', strings: ['a'.repeat(60_000)], version: '1' })
  const h = hashOfNotice(text)
  const event = giveEvent({ record: { h } })
  const notice = { v: 1, type: 'notice', h, text }
  expect(summary(await post(app, event))).toEqual([201, { wanted: [h] }])
  expect(summary(await post(app, event))).toEqual([200, { wanted: [h] }])
  expect(summary(await post(app, notice))).toEqual([201, {}])
  expect(summary(await post(app, notice))).toEqual([200, {}])
  expect(summary(await post(app, event))).toEqual([200, {}])
  expect(summary(await post(app, giveEvent({ record: { h } })))).toEqual([201, {}])
  expect(await log.notice(h)).toBe(text)
})
