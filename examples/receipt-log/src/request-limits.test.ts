import { expect, test } from 'vitest'
import { startApp } from '../test/start-app.ts'
import { talk } from '../test/talk.ts'
import { REQUEST_TIMEOUT_MS, requestLimits } from './request-limits.ts'

const POST = 'POST /events HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n'

/** A time limit short enough for a test, in milliseconds. */
const SHORT_MS = 200

test.each([
  ['body of a known length', `${POST}Content-Length: 8000\r\n\r\n`, ' '],
  ['body in chunks', `${POST}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n'],
  ['header', `${POST}X-Long: `, 'a'],
])('a slow %s is cut off with 408', async (_, text, byte) => {
  const { app, log } = await startApp({}, ':memory:', SHORT_MS)
  const answer = await talk(app, text, byte)
  expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\nConnection: close\r\n/)
  expect(answer).toMatch(/\r\n\r\n\{"error":"the request took too long [^"]*"\}$/)
  expect((await log.head()).seq).toBe(0)
})

test('a request may take 15 s, and slow requests are looked for at least once a second', async () => {
  expect(REQUEST_TIMEOUT_MS).toBe(15_000)
  const { app } = await startApp()
  const { requestTimeout, headersTimeout } = app.server
  expect([requestTimeout, headersTimeout]).toEqual([15_000, 15_000])
  const { http } = requestLimits(REQUEST_TIMEOUT_MS)
  expect(http?.connectionsCheckingInterval).toBeLessThanOrEqual(1000)
})
