import { expect, test } from 'vitest'
import { giveEvent } from '../test/samples.ts'
import { startApp } from '../test/start-app.ts'
import { talk } from '../test/talk.ts'
import { REQUEST_TIMEOUT_MS, requestLimits } from './request-limits.ts'

const BODY = JSON.stringify(giveEvent())
const CONFIG = {
  publicOrigin: 'https://www.example.com',
  allowedOrigins: ['https://shop.example'],
  trustProxy: ['127.0.0.1'],
}
/** A time limit short enough for a test, in milliseconds. */
const SHORT_MS = 200

const HOST = 'Host: www.example.com'
const TEXT = 'Content-Type: text/plain'
const OTHER = 'Host: other.example'

/** Returns the text of a request, with these headers and `Connection: close`, and no other. */
const ask = (request: string, ...headers: readonly string[]) =>
  `${request} HTTP/1.1\r\n${[...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`

/** Returns the text of a request that sends an event to the public host, with further headers. */
const event = (...headers: readonly string[]) =>
  `${ask('POST /events', HOST, ...headers, `Content-Length: ${BODY.length}`)}${BODY}`
const typed = (type: string) => event(`Content-Type: ${type}`)
const coded = (coding: string) => event(TEXT, `Content-Encoding: ${coding}`)
/** Returns the text of a request that sends an event in one chunk, with a transfer coding. */
const chunked = (coding: string) =>
  `${ask('POST /events', HOST, TEXT, `Transfer-Encoding: ${coding}`)}${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`

/** Sends a text unchanged to a new server, then sends `byte`, if given, again and again. */
const send = async (text: string, byte?: string) => {
  const { app, log } = await startApp(CONFIG, ':memory:', byte ? SHORT_MS : undefined)
  app.get('/metrics', async () => ({}))
  const answer = await talk(app, text, byte)
  return {
    statuses: [...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status)),
    body: JSON.parse(answer.split('\r\n\r\n').at(-1) || '{}'),
    stored: (await log.head()).seq,
    answer,
  }
}

const charset = (name: string) => `the charset "${name}" is not taken: send the body as UTF-8`
const coding = (name: string) => `the coding "${name}" is not read: send the body without it`
const twice = (name: string) => `the header "${name}" must be sent only once`
const FOREIGN = 'this origin is not in ALLOWED_ORIGINS'
const ELSEWHERE = 'the request is for another host than that of PUBLIC_ORIGIN'

type Refusal = readonly [about: string, status: number, error: string, text: string]

test.each<Refusal>([
  ...[
    ['text/plain;charset=iso-8859-1', 'iso-8859-1'],
    ['application/json; charset=UTF-16LE', 'UTF-16LE'],
    ['text/plain; CHARSET=Latin1', 'Latin1'],
    ['text/plain; charset="windows-1252"', 'windows-1252'],
    ['text/plain; format=flowed; charset=us-ascii', 'us-ascii'],
    ['text/plain; x="a;b"; charset=latin1', 'latin1'],
    ['text/plain; charset=utf-8; charset=latin1', 'latin1'],
    ['text/plain; charset=latin1; charset=utf-8', 'latin1'],
  ].map(([type = '', name = '']): Refusal => [type, 415, charset(name), typed(type)]),
  ['a form', 415, 'Unsupported Media Type', typed('application/x-www-form-urlencoded')],
  ...[
    ['gzip', 'gzip'],
    ['BR', 'br'],
    ['identity, deflate', 'deflate'],
    ['aes128gcm', 'aes128gcm'],
  ].map(([list = '', name = '']): Refusal => [list, 415, coding(name), coded(list)]),
  ['a transfer coding before "chunked"', 415, coding('gzip'), chunked('gzip, chunked')],
  ['two hosts', 400, twice('host'), event(TEXT, OTHER)],
  ['the same host twice', 400, twice('host'), event(TEXT, 'hOST: www.example.com')],
  ['two content types', 400, twice('content-type'), event(TEXT, `${TEXT};charset=utf-8`)],
  ...['/health', '/export', '/nowhere'].map(
    (path): Refusal => [`two hosts: ${path}`, 400, twice('host'), ask(`GET ${path}`, HOST, OTHER)],
  ),
  ...[
    ask('POST /events', OTHER, 'X-Forwarded-Host: www.example.com'),
    ask('POST /events', OTHER, 'Sec-Fetch-Site: same-origin'),
    ask('POST /events', `${HOST}:8443`),
    ask('POST /cookie', OTHER),
    ...['/receipts/a', '/export', '/nowhere', '/health/'].map(path => ask(`GET ${path}`, OTHER)),
    ask(
      'OPTIONS /events',
      OTHER,
      'Origin: https://shop.example',
      'Access-Control-Request-Method: POST',
    ),
    ask('GET http://other.example/export', HOST),
  ].map((text): Refusal => [`another host: ${text}`, 421, ELSEWHERE, text]),
  ...['https://a.example', 'https://example.com', 'null'].map(
    (origin): Refusal => [`the origin ${origin}`, 403, FOREIGN, event(TEXT, `Origin: ${origin}`)],
  ),
  ['no HTTP', 400, 'the request is not valid HTTP', 'no HTTP\r\n\r\n'],
  ['a long header', 431, 'the header is too long', ask('GET /', `X-Long: ${'a'.repeat(20_000)}`)],
])('a request is refused for %s with %i, and nothing is stored', async (_, status, error, text) => {
  const { statuses, body, stored, answer } = await send(text)
  expect([statuses, body, stored]).toEqual([[status], { error }, 0])
  expect(answer).not.toMatch(/access-control-allow-origin/i)
})

test.each([
  ...['text/plain', 'application/json', 'text/plain;charset=utf-8', 'text/plain; charset=UTF-8'],
  ...['application/json; charset="utf-8"', 'text/plain; CharSet="UTF-8"', 'text/plain; x=latin1'],
  'text/plain; format=flowed; charset=utf-8; delsp=yes',
  ...['text/plain; x="; charset=latin1"', 'text/plain; x="\\"; charset=latin1"'],
])('an event of the content type %s is stored', async type => {
  expect(await send(typed(type))).toMatchObject({ statuses: [201], stored: 1 })
})

test.each([
  ...['identity', 'Identity', 'identity,identity', ''].map(coded),
  ...['chunked', 'Chunked'].map(chunked),
  // The header `Accept` is allowed twice.
  event(TEXT, 'Accept: */*', 'Accept: text/plain'),
  event(TEXT).replace(HOST, 'Host: WWW.example.com:443'),
])('the event %j is stored', async text => {
  expect(await send(text)).toMatchObject({ statuses: [201], stored: 1 })
})

test.each([
  ['GET /health', OTHER, 200],
  ['GET /health?from=balancer', OTHER, 200],
  ['GET /metrics', OTHER, 200],
  ['GET http://other.example/health', OTHER, 200],
  ['GET http://www.example.com/export', OTHER, 401],
])('%s for %s is answered with %i', async (request, host, status) => {
  expect((await send(ask(request, host))).statuses).toEqual([status])
})

const POST = `POST /events HTTP/1.1\r\n${HOST}\r\n${TEXT}\r\n`
const HEALTH = `GET /health HTTP/1.1\r\n${HOST}\r\n\r\n`
const SLOW = 'the request took too long to arrive: send it again'

test.each<[about: string, text: string, byte: string, statuses: readonly number[], error: string]>([
  ['body of a known length', `${POST}Content-Length: 8000\r\n\r\n`, ' ', [408], SLOW],
  ['body in chunks', `${POST}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n', [408], SLOW],
  ['header', `${POST}X-Long: `, 'a', [408], SLOW],
  ['request after an answered one', `${HEALTH}${POST}X-Long: `, 'a', [200, 408], SLOW],
  [
    'body of a refused request, without a second response',
    `${POST}Origin: https://a.example\r\nContent-Length: 8000\r\n\r\n`,
    ...([' ', [403], FOREIGN] as const),
  ],
])('a slow %s is cut off', async (_, text, byte, statuses, error) => {
  const result = await send(text, byte)
  expect(result).toMatchObject({ statuses, body: { error }, stored: 0 })
  if (statuses.at(-1) === 408)
    expect(result.answer).toMatch(/HTTP\/1\.1 408 Request Timeout\r\nConnection: close\r\n/)
})

test('a request may take 15 s, and slow requests are looked for at least once a second', async () => {
  expect(REQUEST_TIMEOUT_MS).toBe(15_000)
  const { app } = await startApp()
  const { requestTimeout, headersTimeout } = app.server
  expect([requestTimeout, headersTimeout]).toEqual([15_000, 15_000])
  const { http } = requestLimits(REQUEST_TIMEOUT_MS)
  expect(http?.connectionsCheckingInterval).toBeLessThanOrEqual(1000)
})
