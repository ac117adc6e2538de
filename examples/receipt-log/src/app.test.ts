import { Writable } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { giveEvent, TOKEN } from '../test/samples.ts'
import { NO_CHECKS, post, startApp, summary } from '../test/start-app.ts'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { openLog } from './log/open-log.ts'

// refused-requests.test.ts shows that a page of an origin that is not listed cannot send.

test('a page of a listed origin can send, also application/json, and can read responses and Retry-After', async () => {
  const origin = 'https://www.example.com'
  const { app } = await startApp({ allowedOrigins: [origin], rateLimit: 1 })
  const headers = { origin, 'access-control-request-method': 'POST' }
  const preflight = await app.inject({ method: 'OPTIONS', url: '/events', headers })
  const taken = await post(app, giveEvent(), { origin })
  const limited = await post(app, giveEvent(), { origin })
  const answers = [preflight, taken, limited]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 201, 429])
  expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0)
  for (const { headers } of answers) {
    expect(headers['access-control-allow-origin']).toBe(origin)
    expect(headers['access-control-expose-headers']).toBe('Retry-After')
  }
})

test("pages of the server's own origin may send, also behind a proxy that forwards another host name", async () => {
  const { app } = await startApp()
  const own = [
    { origin: 'https://shop.example', host: 'shop.example' },
    { origin: 'http://localhost:4323', host: 'localhost:4323' },
    { origin: 'https://shop.example', host: '10.0.0.1', 'sec-fetch-site': 'same-origin' },
  ]
  for (const headers of own) expect((await post(app, giveEvent(), headers)).statusCode).toBe(201)
})

test('the rate limit counts requests by address, and takes the address from a header only if a trusted proxy sent it', async () => {
  const { app } = await startApp({ rateLimit: 1, trustProxy: ['127.0.0.1'] })
  const from = (address: string) => post(app, giveEvent(), { 'x-forwarded-for': address })
  expect((await from('192.0.2.1')).statusCode).toBe(201)
  expect((await from('192.0.2.1')).statusCode).toBe(429)
  expect((await from('192.0.2.2')).statusCode).toBe(201)
  const { app: plain } = await startApp({ rateLimit: 1 })
  const spoofed = (address: string) => post(plain, giveEvent(), { 'x-forwarded-for': address })
  expect((await spoofed('192.0.2.1')).statusCode).toBe(201)
  expect((await spoofed('192.0.2.2')).statusCode).toBe(429)
})

test('the health check has no rate limit, and answers like every other route with 503, Retry-After and no details when the database fails', async () => {
  const { app, log } = await startApp({ rateLimit: 1 })
  for (let time = 0; time < 3; time += 1)
    expect(summary(await app.inject('/health'))).toEqual([200, { ok: true }])
  await log.close()
  for (const answer of [await app.inject('/health'), await post(app, giveEvent())]) {
    expect(summary(answer)).toEqual([503, { error: 'try again later' }])
    expect(answer.headers['retry-after']).toBe('30')
  }
})

test("neither the database nor the logs contain data of a visitor's machine", async () => {
  const lines: string[] = []
  const stdout = new Writable({
    write: (chunk, _, done) => {
      lines.push(`${chunk}`)
      done()
    },
  })
  const log = await openLog(':memory:')
  const app = await createApp({ ...readConfig({}), exportToken: TOKEN }, log, NO_CHECKS, stdout)
  const traces = {
    'user-agent': 'Own/1.0',
    referer: 'https://www.example.com/account?name=Kim',
    cookie: 'session=secret',
    'x-forwarded-for': '203.0.113.7',
    authorization: `Bearer ${TOKEN}`,
  }
  const event = giveEvent()
  const send = (url: string, payload?: string) =>
    app.inject({
      ...{ url, remoteAddress: '198.51.100.9', method: payload ? 'POST' : 'GET' },
      headers: { ...traces, ...(payload && { 'content-type': 'text/plain' }) },
      ...(payload && { payload }),
    })
  await send('/events', JSON.stringify(event))
  await send('/events', JSON.stringify({ ...event, mail: 'kim@example.com' }))
  await send(`/receipts/${event.receipt}?name=Kim`)
  await send('/nowhere?name=Kim')
  const kept = JSON.stringify(await log.after(0, 10))
  await log.close()
  vi.spyOn(log, 'append').mockRejectedValue(new Error('invalid\nvalue Kim'))
  await send('/events', JSON.stringify(giveEvent()))
  await app.close()

  expect(lines.length).toBeGreaterThanOrEqual(5)
  for (const text of [kept, lines.join('')]) {
    expect(text).not.toMatch(/Own\/1|example\.com|Kim|secret|203\.0|198\.51|127\.0\.0\.1|a-token/)
    if (text !== kept) expect(text).not.toContain(event.receipt)
  }
})
