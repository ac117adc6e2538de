import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { giveEvent } from '../test/samples.ts'
import { post, startApp, summary } from '../test/start-app.ts'
import { talk } from '../test/talk.ts'
import { unreadCoding } from './unread-coding.ts'

const BODY = JSON.stringify(giveEvent())

/** Sends an event in one chunk, with a transfer coding. */
const postChunk = async (coding: string) => {
  const { app, log } = await startApp()
  const lines = [
    'POST /events HTTP/1.1',
    'Host: localhost',
    'Content-Type: text/plain',
    `Transfer-Encoding: ${coding}`,
    'Connection: close',
  ]
  const chunks = `${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`
  const answer = await talk(app, `${lines.join('\r\n')}\r\n\r\n${chunks}`)
  return { answer, seq: (await log.head()).seq }
}

test.each([
  ['gzip', 'gzip'],
  ['BR', 'br'],
  ['identity, deflate', 'deflate'],
  ['aes128gcm', 'aes128gcm'],
])('a body with the content coding %s is refused with 415', async (header, coding) => {
  const { app, log } = await startApp()
  for (const payload of [BODY, gzipSync(BODY)]) {
    const headers = { 'content-type': 'text/plain', 'content-encoding': header }
    const answer = await app.inject({ method: 'POST', url: '/events', headers, payload })
    expect((await log.head()).seq).toBe(0)
    expect(summary(answer)).toEqual([
      415,
      { error: `the coding "${coding}" is not read: send the body without it` },
    ])
  }
})

test.each(['identity', 'Identity', 'identity,identity', ''])(
  'a body with the content coding "%s" has no coding, and is accepted',
  async header => {
    const { app } = await startApp()
    expect(summary(await post(app, BODY, { 'content-encoding': header }))).toEqual([201, {}])
    expect(unreadCoding({ 'content-encoding': header })).toBeUndefined()
  },
)

test('a body with a transfer coding before "chunked" is refused with 415, and one with "chunked" alone is stored', async () => {
  const refused = await postChunk('gzip, chunked')
  expect(refused.seq).toBe(0)
  expect(refused.answer).toMatch(/^HTTP\/1\.1 415 .*gzip.* is not read/s)
  for (const coding of ['chunked', 'Chunked'])
    expect(await postChunk(coding)).toEqual({ seq: 1, answer: expect.stringMatching(/ 201 /) })
})
