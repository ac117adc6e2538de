import type { Server } from 'node:http'
import type { FastifyHttpOptions } from 'fastify'

/** The time that a client has for the header and the body of a request together, in milliseconds. */
export const REQUEST_TIMEOUT_MS = 15_000

/** How many times Node looks for slow requests in the time of one limit: every 0.75 s where it is 15 s. */
const CHECKS_PER_TIMEOUT = 20

/**
 * Returns the options of the server that cut off a request which takes too long to arrive.
 *
 * @param requestTimeoutMs The time for header and body together, in milliseconds.
 */
export const requestLimits = (
  requestTimeoutMs: number,
): Required<Pick<FastifyHttpOptions<Server>, 'http' | 'requestTimeout'>> => ({
  // fastify sets this one again after it has made the server.
  requestTimeout: requestTimeoutMs,
  http: {
    requestTimeout: requestTimeoutMs,
    // Node swaps the two limits where the header's is longer. Its default for the header is 60 s,
    // and a body would then have these 60 s.
    // https://github.com/nodejs/node/blob/v20.19.0/src/node_http_parser.cc
    headersTimeout: requestTimeoutMs,
    // Node's default is to look every 30 s.
    connectionsCheckingInterval: Math.ceil(requestTimeoutMs / CHECKS_PER_TIMEOUT),
  },
})
