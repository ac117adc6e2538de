import { expect, test } from 'vitest'
import { startApp } from '../test/start-app.ts'
import { talk } from '../test/talk.ts'

const POST = 'POST /events HTTP/1.1\r\nHost: localhost\r\n'
const HEALTH = 'GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n'

/** A time limit short enough for a test, in milliseconds. */
const SHORT_MS = 200

const statuses = (answer: string) =>
  [...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status))

test('a slow body after a refused request is cut off without a second response', async () => {
  const { app } = await startApp({}, ':memory:', SHORT_MS)
  const refused = `${POST}Origin: https://a.example\r\nContent-Length: 8000\r\n\r\n`
  expect(statuses(await talk(app, refused, ' '))).toEqual([403])
})

test('a request that is too slow gets a 408, also after an answered request on the same connection', async () => {
  const { app } = await startApp({}, ':memory:', SHORT_MS)
  expect(statuses(await talk(app, `${HEALTH}${POST}X-Long: `, 'a'))).toEqual([200, 408])
})

test.each([
  ['no HTTP', 400, 'no HTTP\r\n\r\n', 'the request is not valid HTTP'],
  [
    'a long header',
    431,
    `GET / HTTP/1.1\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`,
    'the header is too long',
  ],
])('a request with %s is refused with %d and a message', async (_, status, text, error) => {
  const { app } = await startApp()
  const answer = await talk(app, text)
  expect(statuses(answer)).toEqual([status])
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toEqual({ error })
})
