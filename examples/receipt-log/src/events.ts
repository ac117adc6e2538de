import type { FastifyInstance } from 'fastify'
import { DAY } from '../../../packages/consent/src/core/record/record.ts'
import { LONGEST_BODY } from './body-parser.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Retention } from './config.ts'
import { DOCUMENT } from './document-schema.ts'
import type { ConsentEvent, NoticeDocument } from './event.ts'
import { eventFault } from './event-fault.ts'
import { httpError } from './http-error.ts'
import { groupCommit } from './log/group-commit.ts'
import type { Log } from './log/log.ts'
import { hashOfNotice, isNotice } from './notice.ts'

/** The response to the page, with the hashes of the notices that the page should send. */
interface Answer {
  readonly wanted?: readonly string[]
}

/**
 * Adds `POST /events`, which accepts events, and the texts of notices that stored events name.
 */
export const addEvents = (app: FastifyInstance, log: Log, { days, byVersion }: Retention): void => {
  const append = groupCommit(log)
  /**
   * The hashes of stored notices. Notices are never deleted, so the server looks up a stored notice
   * only once.
   */
  const kept = new Set<string>()

  const isKept = async (h: string) => {
    if (!kept.has(h) && (await log.notice(h)) !== undefined) kept.add(h)
    return kept.has(h)
  }

  const takeEvent = async (event: ConsentEvent) => {
    const now = Date.now()
    const { e, p } = event.record
    const until = (e + (byVersion.get(p) ?? days) * DAY) * 1000
    const fault =
      eventFault(event, Math.floor(now / 1000)) ??
      // If the server stored an event whose retention has ended, it would delete the event within a
      // day, and could store it again later.
      (until <= now ? 'its retention has ended' : undefined)
    if (fault) throw httpError(422, fault)
    const outcome = await append({ id: event.id, content: canonicalJson(event), until })
    if (outcome === 'other') throw httpError(422, 'another event has this "id"')
    return outcome
  }

  const takeNotice = async ({ h, text }: NoticeDocument) => {
    if (hashOfNotice(text) !== h) throw httpError(422, '"text" is not the one of this hash')
    if (!isNotice(text)) throw httpError(422, '"text" is no canonical JSON of a notice')
    if (await isKept(h)) return 'known'
    if (!(await log.namesNotice(h))) throw httpError(422, 'no event names this notice')
    await log.keepNotice(h, text)
    return 'added'
  }

  app.post<{ Body: ConsentEvent | NoticeDocument }>(
    '/events',
    { schema: { body: DOCUMENT }, bodyLimit: LONGEST_BODY },
    async ({ body }, reply): Promise<Answer> => {
      const outcome = body.type === 'notice' ? await takeNotice(body) : await takeEvent(body)
      reply.code(outcome === 'added' ? 201 : 200)
      const h = body.type === 'notice' ? undefined : body.record.h
      return h === undefined || (await isKept(h)) ? {} : { wanted: [h] }
    },
  )
}
