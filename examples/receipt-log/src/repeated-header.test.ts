import { expect, test } from 'vitest'
import { giveEvent } from '../test/samples.ts'
import { startApp } from '../test/start-app.ts'
import { talk } from '../test/talk.ts'
import { repeatedHeader } from './repeated-header.ts'

test.each([
  [['Host', 'a', 'HOST', 'a'], 'host'],
  [['Content-Type', 'text/plain', 'content-type', 'text/plain'], 'content-type'],
  [['Host', 'host', 'Accept', 'host', 'Accept', 'content-type'], undefined],
  [[], undefined],
])('of the headers %j the repeated one is %j', (rawHeaders, name) => {
  expect(repeatedHeader(rawHeaders)).toBe(name)
})

test.each([
  ['two different hosts', ['Host: other.example']],
  ['the same host twice', ['hOST: www.example.com']],
  ['two content types', ['Content-Type: text/plain;charset=iso-8859-1']],
])('a request with %s gets a 400 on every route, and nothing is stored', async (_, headers) => {
  const { app, log } = await startApp({ publicOrigin: 'https://www.example.com' })
  const body = JSON.stringify(giveEvent())
  const ask = async (request: string, text = '') => {
    const lines = [
      `${request} HTTP/1.1`,
      'Host: www.example.com',
      'Content-Type: text/plain',
      ...headers,
      `Content-Length: ${text.length}`,
      'Connection: close',
    ]
    return talk(app, `${lines.join('\r\n')}\r\n\r\n${text}`)
  }
  expect(await ask('POST /events', body)).toMatch(/^HTTP\/1\.1 400 .*only once/s)
  expect((await log.head()).seq).toBe(0)
  for (const url of ['/health', '/export', '/nowhere'])
    expect(await ask(`GET ${url}`)).toMatch(/^HTTP\/1\.1 400 .*only once/s)
})
