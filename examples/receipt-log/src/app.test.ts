import { Writable } from 'node:stream'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DATABASES } from '../test/databases.ts'
import { DAY, giveEvent, NOW, randomId, withdrawEvent } from '../test/samples.ts'
import { createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { entriesOf } from './log/entries-of.ts'
import type { Log } from './log/log.ts'
import { openLog } from './log/open-log.ts'
import { hashOfNotice } from './notice.ts'
import { verify } from './verify.ts'

const TOKEN = 'a-token-of-more-than-thirty-two-characters'

const start = async (changes: Partial<Config> = {}, database = ':memory:') => {
  const log = await openLog(database)
  const app = await createApp({ ...readConfig({}), rateLimit: 1000, ...changes }, log, false)
  onTestFinished(async () => {
    await app.close()
    await log.close()
  })
  return { app, log }
}

const post = (app: FastifyInstance, document: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/events',
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers },
    payload: typeof document === 'string' ? document : JSON.stringify(document),
  })

const NOTICE = JSON.stringify({ language: 'ko', strings: ['쿠키', 'é'], version: '2024-01-18' })
const H = hashOfNotice(NOTICE)
const noticeDocument = { v: 1, type: 'notice', h: H, text: NOTICE }

const count = async (log: Log) => (await log.head()).seq

const summary = ({ statusCode, body }: LightMyRequestResponse) => [
  statusCode,
  JSON.parse(body) as unknown,
]

describe.each(DATABASES)('with %s', (_, createDatabase) => {
  test('takes an event, answers the same to the same one, and keeps it once', async () => {
    const { app, log } = await start({}, (await createDatabase()).address)
    const event = giveEvent()
    expect(summary(await post(app, event))).toEqual([201, {}])
    expect(summary(await post(app, event))).toEqual([200, {}])
    const [entry] = await log.after(0, 10)
    expect(JSON.parse(entry?.content ?? '')).toEqual(event)
    expect(entry?.until).toBe((event.record.e + 365 * DAY) * 1000)
    expect(await count(log)).toBe(1)
  })

  test('keeps an event once that comes many times at a time', async () => {
    const { app, log } = await start({}, (await createDatabase()).address)
    const events = Array.from({ length: 20 }, () => giveEvent())
    const answers = await Promise.all(
      [...events, ...events, ...events].map(each => post(app, each)),
    )
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(20)
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(40)
    expect(await verify(entriesOf(log), Date.now())).toMatchObject({ ok: true, head: { seq: 20 } })
  })

  test('exports a consent with what ended it and the notice, to who knows the token', async () => {
    const { app } = await start({ exportToken: TOKEN }, (await createDatabase()).address)
    const give = giveEvent({ record: { h: H } })
    const withdraw = withdrawEvent(give.receipt as string)
    for (const document of [give, giveEvent(), withdraw, noticeDocument]) await post(app, document)

    const get = (url: string, authorization?: string) =>
      app.inject({ url, headers: authorization ? { authorization } : {} })
    for (const url of [`/receipts/${give.receipt}`, '/export'])
      for (const header of [undefined, TOKEN, 'Bearer ', `Bearer ${TOKEN}x`])
        expect((await get(url, header)).statusCode).toBe(401)

    const receipt = (await get(`/receipts/${give.receipt}`, `Bearer ${TOKEN}`)).json()
    const contents = receipt.entries.map(({ content }: { content: string }) => JSON.parse(content))
    expect(contents).toEqual([give, withdraw])
    expect(receipt.notices).toEqual({ [H]: NOTICE })
    expect((await get(`/receipts/${randomId()}`, `Bearer ${TOKEN}`)).statusCode).toBe(404)

    const whole = await get('/export', `Bearer ${TOKEN}`)
    const lines = whole.body
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['notice', undefined],
      ['entry', 1],
      ['entry', 2],
      ['entry', 3],
    ])
    const entries = lines.filter(({ kind }) => kind === 'entry')
    expect(await verify(entries, Date.now())).toMatchObject({ ok: true })
  })
})

describe('never takes', () => {
  const event = giveEvent()
  const { receipt: _, ...bare } = event
  const ends = randomId()
  const [granted, denied] = [{ c: { analytics: 1 } }, { c: { analytics: 0 } }] as const

  test.each<[string, number, unknown, RegExp]>([
    ['what is no JSON', 400, '{', /JSON/],
    ['nothing', 400, '', /empty/i],
    ['no object', 400, '[]', /object/],
    ['another schema', 400, { ...event, v: 2 }, /body\.v/],
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
    ['what is long over', 422, giveEvent({ record: { t: 1, e: 2 } }), /retention/],
    ['a give without a receipt', 422, bare, /"give" has a "receipt"/],
    ['a give that ends', 422, { ...event, ends }, /no "ends"/],
    ['a give of nothing', 422, giveEvent({ record: denied }), /a granted category/],
    ['an update that ends nothing', 422, { ...event, type: 'update' }, /a "ends"/],
    ['an update of itself', 422, { ...event, type: 'update', ends: event.receipt }, /itself/],
    ['a withdrawal of nothing', 422, { ...bare, type: 'withdraw' }, /a "ends"/],
    ['a withdrawal that gives', 422, { ...event, type: 'withdraw', ends }, /no "receipt"/],
    [
      'a withdrawal that grants',
      422,
      { ...withdrawEvent(ends), record: { ...event.record, ...granted } },
      /no granted/,
    ],
    ['a refusal that ends', 422, { ...withdrawEvent(ends), type: 'refuse' }, /no "ends"/],
    ['a text of another hash', 422, { ...noticeDocument, h: 'a'.repeat(22) }, /this hash/],
    [
      'a text that is no notice',
      422,
      { ...noticeDocument, text: 'a', h: hashOfNotice('a') },
      /canonical/,
    ],
    ['a notice that no event names', 422, noticeDocument, /names/],
  ])('%s', async (_, status, document, error) => {
    const { app, log } = await start()
    const answer = await post(app, document)
    expect(summary(answer)).toEqual([status, { error: expect.stringMatching(error) }])
    expect(await count(log)).toBe(0)
    expect(await log.notices()).toEqual([])
  })

  test('another content of an id that is known', async () => {
    const { app, log } = await start()
    const event = giveEvent()
    await post(app, event)
    const answer = await post(app, { ...event, receipt: randomId() })
    expect(summary(answer)).toEqual([422, { error: expect.stringMatching(/another event/) }])
    expect(await count(log)).toBe(1)
  })

  test('a body of another kind', async () => {
    const { app } = await start()
    const answer = await post(app, 'v=1', { 'content-type': 'application/x-www-form-urlencoded' })
    expect(answer.statusCode).toBe(415)
  })
})

test('takes an update, a withdrawal, a refusal, and application/json', async () => {
  const { app, log } = await start()
  const { ends: _, ...refuse } = withdrawEvent(randomId())
  const documents = [
    giveEvent({ type: 'update', ends: randomId() }),
    withdrawEvent(randomId()),
    { ...refuse, type: 'refuse' },
  ]
  for (const document of documents)
    expect((await post(app, document, { 'content-type': 'application/json' })).statusCode).toBe(201)
  expect(await count(log)).toBe(3)
})

test('asks for the text of a notice until it has it', async () => {
  const { app, log } = await start()
  const event = giveEvent({ record: { h: H } })
  expect(summary(await post(app, event))).toEqual([201, { wanted: [H] }])
  expect(summary(await post(app, event))).toEqual([200, { wanted: [H] }])
  expect(summary(await post(app, noticeDocument))).toEqual([201, {}])
  expect(summary(await post(app, noticeDocument))).toEqual([200, {}])
  expect(summary(await post(app, event))).toEqual([200, {}])
  expect(summary(await post(app, giveEvent({ record: { h: H } })))).toEqual([201, {}])
  expect(await log.notice(H)).toBe(NOTICE)
})

test('takes a notice of up to 64 kB', async () => {
  const { app } = await start()
  const text = JSON.stringify({ language: 'en', strings: ['a'.repeat(60_000)], version: '1' })
  const h = hashOfNotice(text)
  await post(app, giveEvent({ record: { h } }))
  expect((await post(app, { v: 1, type: 'notice', h, text })).statusCode).toBe(201)
})

describe('other origins', () => {
  const origin = 'https://www.example.com'

  test('may neither send nor read unless they are on the list', async () => {
    const { app, log } = await start()
    const answer = await post(app, giveEvent(), { origin })
    expect(answer.statusCode).toBe(403)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    expect((await post(app, giveEvent(), { origin: 'null' })).statusCode).toBe(403)
    expect(await count(log)).toBe(0)
  })

  test('on the list may send, and read answers and when to come again', async () => {
    const { app } = await start({ allowedOrigins: [origin], rateLimit: 1 })
    const taken = await post(app, giveEvent(), { origin })
    expect(taken.statusCode).toBe(201)
    const limited = await post(app, giveEvent(), { origin })
    expect(limited.statusCode).toBe(429)
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0)
    for (const { headers } of [taken, limited]) {
      expect(headers['access-control-allow-origin']).toBe(origin)
      expect(headers['access-control-expose-headers']).toBe('Retry-After')
    }
    expect((await post(app, giveEvent(), { origin: 'https://example.com' })).statusCode).toBe(403)
  })

  test('on the list may ask first, for application/json', async () => {
    const { app } = await start({ allowedOrigins: [origin] })
    const headers = { origin, 'access-control-request-method': 'POST' }
    const answer = await app.inject({ method: 'OPTIONS', url: '/events', headers })
    expect(answer.statusCode).toBe(204)
    expect(answer.headers['access-control-allow-origin']).toBe(origin)
  })

  test('are told from our own, also behind a proxy that calls us otherwise', async () => {
    const { app } = await start()
    const own = [
      { origin: 'https://shop.example', host: 'shop.example' },
      { origin: 'http://localhost:4323', host: 'localhost:4323' },
      { origin: 'https://shop.example', host: '10.0.0.1', 'sec-fetch-site': 'same-origin' },
    ]
    for (const headers of own) expect((await post(app, giveEvent(), headers)).statusCode).toBe(201)
  })
})

test('counts the requests of each address, by a header only from a proxy that it trusts', async () => {
  const { app } = await start({ rateLimit: 1, trustProxy: ['127.0.0.1'] })
  const from = (address: string) => post(app, giveEvent(), { 'x-forwarded-for': address })
  expect((await from('192.0.2.1')).statusCode).toBe(201)
  expect((await from('192.0.2.1')).statusCode).toBe(429)
  expect((await from('192.0.2.2')).statusCode).toBe(201)
  const { app: plain } = await start({ rateLimit: 1 })
  const spoofed = (address: string) => post(plain, giveEvent(), { 'x-forwarded-for': address })
  expect((await spoofed('192.0.2.1')).statusCode).toBe(201)
  expect((await spoofed('192.0.2.2')).statusCode).toBe(429)
})

test('says that it is well, and never to whom it is not', async () => {
  const { app, log } = await start({ rateLimit: 1 })
  for (let time = 0; time < 3; time += 1)
    expect(summary(await app.inject('/health'))).toEqual([200, { ok: true }])
  await log.close()
  expect((await app.inject('/health')).statusCode).toBe(503)
})

test('asks to come again when the database refuses, and tells nothing of it', async () => {
  const { app, log } = await start()
  await log.close()
  const answer = await post(app, giveEvent())
  expect(summary(answer)).toEqual([503, { error: 'try again later' }])
  expect(answer.headers['retry-after']).toBe('30')
})

test('keeps and logs nothing of a visitor’s machine', async () => {
  const lines: string[] = []
  const stdout = new Writable({
    write: (chunk, _, done) => {
      lines.push(`${chunk}`)
      done()
    },
  })
  const log = await openLog(':memory:')
  const app = await createApp({ ...readConfig({}), exportToken: TOKEN }, log, stdout)
  const traces = {
    'user-agent': 'Own/1.0',
    referer: 'https://www.example.com/account?name=Kim',
    cookie: 'session=secret',
    'x-forwarded-for': '203.0.113.7',
    authorization: `Bearer ${TOKEN}`,
  }
  const event = giveEvent()
  const remoteAddress = '198.51.100.9'
  const send = (url: string, payload?: string) =>
    app.inject({
      url,
      remoteAddress,
      method: payload === undefined ? 'GET' : 'POST',
      headers: { ...traces, ...(payload === undefined ? {} : { 'content-type': 'text/plain' }) },
      ...(payload === undefined ? {} : { payload }),
    })
  await send('/events', JSON.stringify(event))
  await send('/events', JSON.stringify({ ...event, mail: 'kim@example.com' }))
  await send(`/receipts/${event.receipt}?name=Kim`)
  await send('/nowhere?name=Kim')
  const kept = JSON.stringify(await log.after(0, 10))
  await log.close()
  await send('/events', JSON.stringify(giveEvent()))
  await app.close()

  expect(lines.length).toBeGreaterThanOrEqual(5)
  for (const text of [kept, lines.join('')]) {
    expect(text).not.toMatch(/Own\/1|example\.com|Kim|secret|203\.0|198\.51|127\.0\.0\.1|a-token/)
    if (text !== kept) expect(text).not.toContain(event.receipt)
  }
})
