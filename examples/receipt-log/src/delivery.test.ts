import { expect, onTestFinished, test } from 'vitest'
import { post } from '../../../packages/consent/src/evidence/post.ts'
import { giveEvent, NOTICE, randomId } from '../test/samples.ts'
import { startApp } from '../test/start-app.ts'
import { hashOfNotice } from './notice.ts'

const H = hashOfNotice(NOTICE)

test('the receipt log and the SDK agree: an event is stored, a wanted notice is sent, an invalid event is dropped', async () => {
  const { app, log } = await startApp()
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/events`
  onTestFinished(() => app.server.closeAllConnections())
  const event = giveEvent({ record: { h: H } })
  expect(await post(url, event)).toMatchObject({ outcome: 'kept', status: 201, wanted: [H] })
  const document = { v: 1, type: 'notice', h: H, text: NOTICE }
  expect(await post(url, document)).toMatchObject({ outcome: 'kept', status: 201, wanted: [] })
  expect(await post(url, event)).toMatchObject({ outcome: 'kept', status: 200, wanted: [] })
  expect(await post(url, { ...event, receipt: randomId() })).toMatchObject({ outcome: 'never' })
  expect((await log.head()).seq).toBe(1)
})
