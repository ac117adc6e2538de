import type { FastifyInstance } from 'fastify'
import { requireBearer } from '../bearer.ts'
import { canonicalJson } from '../canonical-json.ts'
import { httpError } from '../http-error.ts'
import type { Log } from '../log/log.ts'
import { type KnownKey, readAudit } from './read-audit.ts'

/** The largest sealed file, in bytes. Most of it is pictures. */
const LONGEST = 64 * 1024 * 1024

/** The end of the retention of an audit, which has no data of a person: the year 9999. */
const FOREVER = Date.UTC(9999, 11, 31)

/**
 * Adds `POST /audits`, which verifies a sealed audit and adds an entry for it to the chain.
 *
 * @param token The bearer token that a request must have. `undefined` answers 404.
 * @param keys The keys one of which must have signed the file. @default any key
 */
export const addAudits = (
  app: FastifyInstance,
  log: Log,
  token: string | undefined,
  keys: readonly KnownKey[] | undefined,
): void => {
  app.register(async routes => {
    routes.addHook('onRequest', async () => {
      if (token === undefined) throw httpError(404, 'no AUDIT_TOKEN is set')
    })
    requireBearer(routes, token, 'audits need the bearer token of AUDIT_TOKEN')
    routes.addContentTypeParser(
      ['application/zip', 'application/octet-stream'],
      { parseAs: 'buffer' },
      (_, body, done) => done(null, body),
    )
    routes.post<{ Body: Uint8Array }>(
      '/audits',
      { bodyLimit: LONGEST },
      async ({ body }, reply) => {
        if (!Buffer.isBuffer(body)) throw httpError(415, 'send the file as application/zip')
        const audit = readAudit(body, keys)
        if (typeof audit === 'string') throw httpError(422, audit)
        const { id } = audit
        const content = canonicalJson(audit)
        const [outcome] = await log.append(
          [{ id, content, until: FOREVER, file: body }],
          Date.now(),
        )
        if (outcome === 'other') throw httpError(422, 'another entry has the id of this audit')
        return reply.code(outcome === 'added' ? 201 : 200).send({ id, outcome: audit.outcome })
      },
    )
  })
}
