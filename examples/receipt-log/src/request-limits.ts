import type { Server } from 'node:http'
import type { FastifyHttpOptions } from 'fastify'

/** The time limit for headers and body of a request together, in milliseconds. */
export const REQUEST_TIMEOUT_MS = 15_000

/**
 * The number of times that Node looks for slow requests within the time limit: with a limit of 15
 * s, every 0.75 s.
 */
const CHECKS_PER_TIMEOUT = 20

/**
 * Returns the server options that end a request which takes too long to arrive.
 *
 * @param requestTimeoutMs The time limit for headers and body together, in milliseconds.
 */
export const requestLimits = (
  requestTimeoutMs: number,
): Required<Pick<FastifyHttpOptions<Server>, 'http' | 'requestTimeout'>> => ({
  // Set this option outside `http` too: once the server exists, fastify sets its `requestTimeout`
  // again, to this value or to 0.
  requestTimeout: requestTimeoutMs,
  http: {
    requestTimeout: requestTimeoutMs,
    // If the limit for headers is longer than the limit for the request, Node swaps them. Without
    // both options in `http` the limit for headers is 60 s, so a request could take 60 s.
    // https://github.com/nodejs/node/blob/v20.19.0/src/node_http_parser.cc
    headersTimeout: requestTimeoutMs,
    // By default Node looks for slow requests only every 30 s.
    connectionsCheckingInterval: Math.ceil(requestTimeoutMs / CHECKS_PER_TIMEOUT),
  },
})
