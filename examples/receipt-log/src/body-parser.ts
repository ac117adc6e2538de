import { isUtf8 } from 'node:buffer'
import type { FastifyInstance } from 'fastify'
import { httpError } from './http-error.ts'
import { otherCharset } from './other-charset.ts'
import { unreadCoding } from './unread-coding.ts'

/** The largest body of an event, in bytes. */
const LONGEST_EVENT = 8 * 1024
/** The largest body that `POST /events` accepts, in bytes: the body of a notice. */
export const LONGEST_BODY: number = 64 * 1024

/**
 * Makes the server parse bodies as JSON, also bodies with the content type `text/plain`: browsers
 * send such a body to another origin without a preflight, even from a closing page.
 */
export const addBodyParser = (app: FastifyInstance): void => {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser<Buffer>(
    ['text/plain', 'application/json'],
    { parseAs: 'buffer' },
    (request, body, done) => {
      const coding = unreadCoding(request.headers)
      if (coding !== undefined)
        return done(httpError(415, `the coding "${coding}" is not read: send the body without it`))
      const charset = otherCharset(request.headers['content-type'] ?? '')
      if (charset !== undefined)
        return done(httpError(415, `the charset "${charset}" is not taken: send the body as UTF-8`))
      // Reject bytes that are not UTF-8. Decoding would replace them, and the stored event would
      // differ from the sent event.
      if (!isUtf8(body)) return done(httpError(400, 'the body is not valid UTF-8'))
      return parseJson(request, body.toString(), (error, document) => {
        const isLong = body.length > LONGEST_EVENT && document?.type !== 'notice'
        done(error ?? (isLong ? httpError(413, 'an event has at most 8 kB') : null), document)
      })
    },
  )
}
