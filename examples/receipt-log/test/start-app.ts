import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { onTestFinished } from 'vitest'
import { createApp } from '../src/app.ts'
import { type Config, readConfig } from '../src/config.ts'
import { openLog } from '../src/log/open-log.ts'

/** Starts the server with an empty log, and closes it after the test. */
export const startApp = async (
  changes: Partial<Config> = {},
  database = ':memory:',
  requestTimeoutMs?: number,
) => {
  const log = await openLog(database)
  const config = { ...readConfig({}), rateLimit: 1000, ...changes }
  const app = await createApp(config, log, false, requestTimeoutMs)
  onTestFinished(async () => {
    await app.close()
    await log.close()
  })
  return { app, log }
}

/** Sends a document as a page does. */
export const post = (
  app: FastifyInstance,
  document: unknown,
  headers: Record<string, string> = {},
) =>
  app.inject({
    method: 'POST',
    url: '/events',
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers },
    payload: typeof document === 'string' ? document : JSON.stringify(document),
  })

/** Returns the status and the body of a response. */
export const summary = ({ statusCode, body }: LightMyRequestResponse) => [
  statusCode,
  JSON.parse(body) as unknown,
]
