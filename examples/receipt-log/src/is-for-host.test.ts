import { describe, expect, test } from 'vitest'
import { giveEvent } from '../test/samples.ts'
import { post, startApp, summary } from '../test/start-app.ts'
import { talk } from '../test/talk.ts'
import { isForHost } from './is-for-host.ts'

const PUBLIC = { publicOrigin: 'https://www.example.com' }

test.each<[string, string, boolean]>([
  ['https://www.example.com', 'www.example.com', true],
  ['https://www.example.com', 'WWW.Example.COM', true],
  ['https://www.example.com', 'www.example.com:443', true],
  ['https://WWW.example.com:443', 'www.example.com', true],
  ['http://www.example.com', 'www.example.com:80', true],
  ['https://www.example.com:8443', 'www.example.com:8443', true],
  ['http://[::1]:4323', '[::1]:4323', true],
  ['https://www.example.com', 'www.example.com:80', false],
  ['http://www.example.com', 'www.example.com:443', false],
  ['https://www.example.com', 'www.example.com:8443', false],
  ['https://www.example.com:8443', 'www.example.com', false],
  ['https://www.example.com', 'example.com', false],
  ['https://www.example.com', 'www.example.com.other.example', false],
  ['https://www.example.com', 'user@www.example.com', false],
  ['https://www.example.com', '', false],
])('with the public origin %s the host %j is accepted: %j', (origin, host, expected) => {
  expect(isForHost({ url: '/events', headers: { host } }, origin)).toBe(expected)
  expect(isForHost({ url: '/events', headers: { ':authority': host } }, origin)).toBe(expected)
  const target = `https://${host}/events?to=https://www.example.com`
  expect(isForHost({ url: target, headers: {} }, origin)).toBe(expected)
})

test('an absolute request target counts before the header Host, and a missing header is another host', () => {
  const [own, other] = ['www.example.com', 'other.example']
  const isOwn = (url: string, host: string) =>
    isForHost({ url, headers: { host } }, PUBLIC.publicOrigin)
  expect(isOwn(`http://${other}/events`, own)).toBe(false)
  expect(isOwn(`http://${own}/events`, other)).toBe(true)
  expect(isOwn(`HTTP://${other}`, own)).toBe(false)
  expect(isOwn(`/events?to=http://${own}/`, other)).toBe(false)
  expect(isForHost({ url: '/events', headers: {} }, PUBLIC.publicOrigin)).toBe(false)
})

describe('with a public origin', () => {
  const refusal = [421, { error: expect.stringContaining('PUBLIC_ORIGIN') }]

  test('with a public origin an event for another host gets a 421, and an event for the public host is stored', async () => {
    const { app, log } = await startApp({ ...PUBLIC, trustProxy: ['127.0.0.1'] })
    const other = [
      { host: 'other.example' },
      { host: 'www.example.com:8443' },
      { host: 'other.example', 'x-forwarded-host': 'www.example.com' },
      { host: 'other.example', 'sec-fetch-site': 'same-origin' },
    ]
    for (const headers of other)
      expect(summary(await post(app, giveEvent(), headers))).toEqual(refusal)
    expect((await log.head()).seq).toBe(0)
    const answer = await post(app, giveEvent(), { host: 'WWW.example.com:443' })
    expect(summary(answer)).toEqual([201, {}])
  })

  test('with a public origin another host is refused on every route but health and metrics', async () => {
    const allowedOrigins = ['https://shop.example']
    const { app } = await startApp({ ...PUBLIC, allowedOrigins })
    app.get('/metrics', async () => ({}))
    const headers = { host: 'other.example' }
    const preflight = { origin: 'https://shop.example', 'access-control-request-method': 'POST' }
    const refused = await Promise.all([
      app.inject({ method: 'POST', url: '/cookie', headers }),
      app.inject({ url: '/receipts/a', headers }),
      app.inject({ url: '/export', headers }),
      app.inject({ url: '/nowhere', headers }),
      app.inject({ url: '/health/', headers }),
      app.inject({ method: 'OPTIONS', url: '/events', headers: { ...headers, ...preflight } }),
    ])
    for (const answer of refused) expect(summary(answer)).toEqual(refusal)
    for (const url of ['/health', '/health?from=balancer', '/metrics'])
      expect((await app.inject({ url, headers })).statusCode).toBe(200)
  })

  test('the host of an absolute request target is read from the connection', async () => {
    const { app } = await startApp({ ...PUBLIC, exportToken: undefined })
    const ask = (target: string, host: string) =>
      talk(app, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    expect(await ask('http://other.example/export', 'www.example.com')).toMatch(/^HTTP\/1\.1 421 /)
    expect(await ask('http://www.example.com/export', 'other.example')).toMatch(/^HTTP\/1\.1 401 /)
    expect(await ask('http://other.example/health', 'other.example')).toMatch(/^HTTP\/1\.1 200 /)
  })
})

test('without a public origin every host is accepted', async () => {
  const { app } = await startApp()
  expect((await post(app, giveEvent(), { host: 'other.example' })).statusCode).toBe(201)
})
