import type { Server } from 'node:http'
import type { FastifyHttpOptions } from 'fastify'

/** The time limit for headers and body of a request together, in milliseconds. */
export const REQUEST_TIMEOUT_MS = 15_000

/**
 * How often Node looks for slow requests within one time limit: every 0.75 s for a limit of 15 s.
 */
const CHECKS_PER_TIMEOUT = 20

/**
 * Returns the server options that cut off a request which takes too long to arrive.
 *
 * @param requestTimeoutMs The time limit for headers and body together, in milliseconds.
 */
export const requestLimits = (
  requestTimeoutMs: number,
): Required<Pick<FastifyHttpOptions<Server>, 'http' | 'requestTimeout'>> => ({
  // fastify overwrites this option after it has created the server.
  requestTimeout: requestTimeoutMs,
  http: {
    requestTimeout: requestTimeoutMs,
    // Node swaps the two limits if the limit for headers is longer. Node's default for headers is
    // 60 s, so without this option a body could take 60 s.
    // https://github.com/nodejs/node/blob/v20.19.0/src/node_http_parser.cc
    headersTimeout: requestTimeoutMs,
    // By default Node looks for slow requests only every 30 s.
    connectionsCheckingInterval: Math.ceil(requestTimeoutMs / CHECKS_PER_TIMEOUT),
  },
})
