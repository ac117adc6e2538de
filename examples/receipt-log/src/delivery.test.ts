import { expect, onTestFinished, test } from 'vitest'
import { post } from '../../../packages/consent/src/evidence/post.ts'
import { giveEvent, randomId } from '../test/samples.ts'
import { startApp } from '../test/start-app.ts'
import { hashOfNotice } from './notice.ts'

const NOTICE = '{"language":"ko","strings":["쿠키"],"version":"2024-01-18"}'
const H = hashOfNotice(NOTICE)

const listen = async (changes: Parameters<typeof startApp>[0] = {}) => {
  const { app, log } = await startApp(changes)
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/events`
  onTestFinished(() => app.server.closeAllConnections())
  return { url, log }
}

test('the receipt log and the SDK agree: an event is stored, a wanted notice is sent, an invalid event is dropped', async () => {
  const { url, log } = await listen()
  const event = giveEvent({ record: { h: H } })
  expect(await post(url, event)).toMatchObject({ outcome: 'kept', status: 201, wanted: [H] })
  const document = { v: 1, type: 'notice', h: H, text: NOTICE }
  expect(await post(url, document)).toMatchObject({ outcome: 'kept', status: 201, wanted: [] })
  expect(await post(url, event)).toMatchObject({ outcome: 'kept', status: 200, wanted: [] })
  expect(await post(url, { ...event, receipt: randomId() })).toMatchObject({ outcome: 'never' })
  expect((await log.head()).seq).toBe(1)
})

test("the SDK waits as long as the receipt log's Retry-After says", async () => {
  const { url, log } = await listen({ rateLimit: 1 })
  await post(url, giveEvent())
  const limited = await post(url, giveEvent())
  expect(limited).toMatchObject({ outcome: 'later', status: 429 })
  expect(Number(limited.retryAfter)).toBeGreaterThan(0)

  const broken = await listen()
  await broken.log.close()
  expect(await post(broken.url, giveEvent())).toMatchObject({ outcome: 'later', retryAfter: '30' })
  expect((await log.head()).seq).toBe(1)
})
