import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { stopApp } from './stop-app.ts'

// The test must end sooner than the time limit of `stopApp`, which is meant for slow clients.
test('a response that has begun is finished, and its connection is closed without waiting for keep-alive to end', async () => {
  const app = fastify()
  const body = new PassThrough()
  app.get('/', (_, reply) => reply.send(body))
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const agent = new Agent({ keepAlive: true })
  const sent = request(address, { agent }).end()
  body.write('first, ')
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  expect(answer.headers.connection).toBe('keep-alive')

  const stopped = stopApp(app)
  body.end('last')
  expect(await text(answer)).toBe('first, last')
  await stopped
  agent.destroy()
}, 9000)
