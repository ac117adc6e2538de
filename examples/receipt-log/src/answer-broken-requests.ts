import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'

/** The errors of Node's HTTP parser that have a status other than 400, with status and message. */
const ANSWERS: Readonly<Record<string, readonly [number, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'the request took too long to arrive: send it again'],
  HPE_HEADER_OVERFLOW: [431, 'the header is too long'],
}
const OTHER = [400, 'the request is not valid HTTP'] as const

/** A connection's last request whose headers have all arrived, with its response. */
interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/**
 * Creates a handler for requests that the server cannot read to their end. The handler answers with
 * 408 if the request took too long, with 431 if its header is too long, and with 400 if it is not
 * valid HTTP. Then the handler closes the connection.
 *
 * If the server has answered the request already, or has not finished its response to the request
 * before, the handler sends nothing: the client would take this response for that to another
 * request.
 *
 * @returns `clientErrorHandler`, an option of fastify; and `watch`. Call `watch` once, before you
 *   add a hook that may refuse a request.
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
    // If the last request is complete, the broken request comes after it. Answer the broken request
    // only if the response to the last request has been sent.
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
