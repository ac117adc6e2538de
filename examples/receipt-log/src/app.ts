import type { Writable } from 'node:stream'
import cors from '@fastify/cors'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify'
import { answerBrokenRequests } from './answer-broken-requests.ts'
import { addAudits } from './audits/add-audits.ts'
import { addBodyParser } from './body-parser.ts'
import type { Config } from './config.ts'
import { addCookie } from './cookie.ts'
import { addEvents } from './events.ts'
import { addExport } from './export.ts'
import { httpError } from './http-error.ts'
import { isForHost } from './is-for-host.ts'
import { isWelcome } from './is-welcome.ts'
import type { Log } from './log/log.ts'
import { readOperatorFiles } from './operator-files.ts'
import { repeatedHeader } from './repeated-header.ts'
import { REQUEST_TIMEOUT_MS, requestLimits } from './request-limits.ts'
import { schemaFault } from './schema-fault.ts'
import { addScreen } from './screen/add-screen.ts'
import type { Checks } from './start-checks.ts'

/** The value of `Retry-After` if the server itself fails, in seconds. */
const RETRY_AFTER = '30'

/**
 * The routes for the operator's programs: the health check, and `/metrics` if the operator adds it.
 * These programs may use any host name, such as an address in the local network.
 */
const ROUTES_FOR_ANY_HOST: readonly (string | undefined)[] = ['/health', '/metrics']

/**
 * Builds the HTTP server for a log.
 *
 * The server stores and logs nothing about a visitor's machine: the log line of a request has
 * method, route, status and duration. The rate limit keeps the last 5,000 network addresses in
 * memory.
 *
 * @param checks Verifies the log in the background.
 * @param lines Receives a line of JSON for each request, and one more for each request that fails
 *   with 503; `false` logs nothing.
 * @param requestTimeoutMs The time limit for headers and body of a request together, in
 *   milliseconds.
 */
export const createApp = async (
  config: Config,
  log: Log,
  checks: Pick<Checks, 'run' | 'isRunning'>,
  lines: Writable | false = process.stdout,
  requestTimeoutMs: number = REQUEST_TIMEOUT_MS,
): Promise<FastifyInstance> => {
  const { watch, clientErrorHandler } = answerBrokenRequests()
  const app = fastify({
    logger: lines && { stream: lines },
    // fastify's own log lines would contain the network address and the whole URL.
    logController: new LogController({ disableRequestLogging: true }),
    ...requestLimits(requestTimeoutMs),
    clientErrorHandler,
    trustProxy: [...config.trustProxy],
    // By default fastify's validator removes or converts fields. This server stores a document
    // unchanged, or rejects it.
    ajv: {
      customOptions: {
        removeAdditional: false,
        coerceTypes: false,
        useDefaults: false,
        discriminator: true,
      },
    },
    schemaErrorFormatter: schemaFault,
  })
  watch(app)
  addBodyParser(app)

  app.addHook('onResponse', async ({ log: logger, method, routeOptions }, reply) => {
    const { statusCode, elapsedTime } = reply
    logger.info({ method, route: routeOptions.url, statusCode, ms: Math.round(elapsedTime) })
  })
  app.addHook('onSend', async (_, reply) => {
    reply.header('Cache-Control', 'no-store').header('X-Content-Type-Options', 'nosniff')
  })
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const { statusCode = 500, message, code } = error
    if (statusCode < 500) return reply.code(statusCode).send({ error: message })
    // Log an error without its message: a database's message may quote the document that the page
    // has sent.
    request.log.error({ code, name: error.name, stack: error.stack?.match(/^ +at .*/gm) })
    return reply.code(503).header('Retry-After', RETRY_AFTER).send({ error: 'try again later' })
  })

  app.addHook('onRequest', async ({ raw }) => {
    const name = repeatedHeader(raw.rawHeaders)
    if (name !== undefined) throw httpError(400, `the header "${name}" must be sent only once`)
  })
  const { publicOrigin } = config
  if (publicOrigin !== undefined)
    // Add this hook before the plugin below, which would answer a preflight first.
    app.addHook('onRequest', async ({ raw, routeOptions }) => {
      if (ROUTES_FOR_ANY_HOST.includes(routeOptions.url) || isForHost(raw, publicOrigin)) return
      throw httpError(421, 'the request is for another host than that of PUBLIC_ORIGIN')
    })
  await app.register(cors, {
    origin: [...config.allowedOrigins],
    methods: ['GET', 'POST'],
    credentials: true,
    exposedHeaders: ['Retry-After'],
  })
  await app.register(rateLimit, { max: config.rateLimit, timeWindow: '1 minute', ipv6Subnet: 64 })
  app.addHook('onRequest', async request => {
    if (isWelcome(request, config.allowedOrigins)) return
    throw httpError(403, 'this origin is not in ALLOWED_ORIGINS')
  })

  app.get('/health', { config: { rateLimit: false } }, async () => {
    await log.head()
    return { ok: true }
  })
  addEvents(app, log, config.retention)
  addCookie(app, config)
  const files = readOperatorFiles(config)
  addExport(app, log, config.exportToken, files.known)
  addAudits(app, log, config.auditToken, files.keys)
  addScreen(app, { log, checks, origin: publicOrigin, ...files }, config.screenToken)
  return app
}
