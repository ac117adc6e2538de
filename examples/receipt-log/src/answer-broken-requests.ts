import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'

/** Status and message for each error of Node's HTTP parser that has a status of its own. */
const ANSWERS: Readonly<Record<string, readonly [number, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'the request took too long to arrive: send it again'],
  HPE_HEADER_OVERFLOW: [431, 'the header is too long'],
}
const OTHER = [400, 'the request is not valid HTTP'] as const

/** The last request of a connection whose headers arrived completely. */
interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/**
 * Creates a handler that answers a request which cannot be read to its end, and closes the
 * connection: 408 for a request that took too long, 431 or 400 for a request that is not valid
 * HTTP.
 *
 * If the request was already answered, nothing more is sent: the client would take a second
 * response for the response to its next request.
 *
 * @returns `clientErrorHandler`, an option of fastify, and `watch`, to be called before any hook
 *   that may refuse a request.
 */
export const answerBrokenRequests = (): Required<
  Pick<FastifyServerOptions, 'clientErrorHandler'>
> & {
  watch(app: FastifyInstance): void
} => {
  const exchanges = new WeakMap<Socket, Exchange>()

  const canAnswer = (socket: Socket) => {
    const last = exchanges.get(socket)
    if (!last) return socket.writable
    const { request, response } = last
    // The connection may still have a complete request without a response. That request is not the
    // broken one, so its response is sent first.
    return socket.writable && (request.complete ? response.writableEnded : !response.headersSent)
  }

  return {
    watch(app) {
      app.addHook('onRequest', (request, reply, done) => {
        exchanges.set(request.raw.socket, { request: request.raw, response: reply.raw })
        done()
      })
    },
    clientErrorHandler(error, socket) {
      if (canAnswer(socket)) {
        const [status, message] = ANSWERS[error.code] ?? OTHER
        const body = JSON.stringify({ error: message })
        const lines = [
          `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
          'Connection: close',
          'Cache-Control: no-store',
          'Content-Type: application/json',
          `Content-Length: ${body.length}`,
        ]
        socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`)
      }
      socket.destroy()
    },
  }
}
