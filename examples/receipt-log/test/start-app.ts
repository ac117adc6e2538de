import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { onTestFinished } from 'vitest'
import { createApp } from '../src/app.ts'
import { type Config, readConfig } from '../src/config.ts'
import { startChecks } from '../src/start-checks.ts'
import { open } from './databases.ts'

/** Verifies nothing. */
export const NO_CHECKS = { run: async () => {}, isRunning: () => false }

/** Creates the server, by default with an empty log in memory, and closes it after the test. */
export const startApp = async (
  changes: Partial<Config> = {},
  database?: string,
  requestTimeoutMs?: number,
) => {
  const log = await open(database)
  const checks = startChecks(log, () => {})
  onTestFinished(() => checks.stop())
  const config = { ...readConfig({}), rateLimit: 1000, ...changes }
  const app = await createApp(config, log, checks, false, requestTimeoutMs)
  onTestFinished(() => app.close())
  return { app, log, checks }
}

/** Posts an event or a notice to the endpoint, as a page does. */
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
