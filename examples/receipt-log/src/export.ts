import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { requireBearer } from './bearer.ts'
import { exportLines } from './export-lines.ts'
import { httpError } from './http-error.ts'
import type { Log } from './log/log.ts'
import type { InventoryHashes } from './notice.ts'
import { readReceipt } from './receipt.ts'

/**
 * Adds `GET /receipts/:id`, which returns one consent, and `GET /export`, which returns the whole
 * log.
 *
 * @param token The bearer token that a request must have. `undefined` refuses every request.
 */
export const addExport = (
  app: FastifyInstance,
  log: Log,
  token: string | undefined,
  known: InventoryHashes,
): void => {
  app.register(async routes => {
    requireBearer(routes, token, 'the export wants the bearer token of EXPORT_TOKEN')

    routes.get<{ Params: { id: string } }>('/receipts/:id', async ({ params }) => {
      const receipt = await readReceipt(log, params.id, known)
      if (!receipt) throw httpError(404, 'nothing is kept of this receipt')
      return receipt
    })

    routes.get('/export', (_, reply) =>
      reply.type('application/x-ndjson').send(Readable.from(exportLines(log, known))),
    )
  })
}
