// @ts-check
// Plays Google on the server of an example: serves the stand-ins for Google's tags under
// `/google/`, and at `/requests` the log of what Google would have received.

import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { reply } from './reply.mjs'

/**
 * One request that Google would have received.
 *
 * @typedef {object} LoggedRequest
 * @property {string} at Time of the request, ISO 8601.
 * @property {'script' | 'hit'} kind A request for the tag, or a request that the tag has sent.
 * @property {string} method
 * @property {string} address Path and query as requested.
 * @property {string} event Names of the events in the request, joined by commas; '' for the tag.
 * @property {string} gcs The consent state in the request; '' for the tag.
 * @property {string | undefined} page The id of the page load that made the request, if Google's
 *   address on the page has such an id.
 */

/**
 * The largest number of requests in the log, so that a page that stays open for days does not fill
 * the memory.
 */
const MAX_LOGGED = 200

/** Matches the path of a request to Google, with or without the id of a page load. */
const TO_GOOGLE = /^\/google(?:\/([\da-f]{8}))?\/(gtag\/js|gtm\.js|g\/collect)$/

/** The file of each tag in examples/google-stand-in. @type {Record<string, string>} */
const TAGS = { 'gtag/js': 'gtag.js', 'gtm.js': 'gtm.js' }

/**
 * Reads a stand-in. Removes the tags of Tag Manager's container, so that each page view is sent
 * once.
 */
const readTag = async (/** @type {string} */ file) => {
  const tag = new URL(`../../examples/google-stand-in/${file}`, import.meta.url)
  return (await readFile(tag, 'utf8')).replace("PROPERTY = 'G-WRAPPED'", "PROPERTY = ''")
}

/**
 * Creates a stand-in for Google.
 *
 * @returns `requests`, the live list of the last `MAX_LOGGED` requests that Google would have
 *   received, oldest first; and `answer`, which answers a request under `/google/` or to
 *   `/requests`, and resolves to `false` for any other request.
 */
export const createStandIn = () => {
  /** @type {LoggedRequest[]} */
  const requests = []

  /** @param {Omit<LoggedRequest, 'at'>} row */
  const log = row => {
    requests.push({ at: new Date().toISOString(), ...row })
    if (requests.length > MAX_LOGGED) requests.shift()
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  const answer = async (request, response) => {
    const { method = 'GET', url: address = '/' } = request
    const [path = '/', ...rest] = address.split('?')
    const [, page, toGoogle = ''] = TO_GOOGLE.exec(path) ?? []
    const tag = TAGS[toGoogle]

    if (tag) {
      log({ kind: 'script', method, address, event: '', gcs: '', page })
      reply(response, 200, 'no-store', 'text/javascript', await readTag(tag))
    } else if (toGoogle) {
      // A hit has one event in its address. A batch has one event in each line of its body.
      const search = rest.join('?')
      const lines = [search, ...(await text(request)).split(/\r?\n/)]
      const events = lines.map(line => new URLSearchParams(line).get('en')).filter(Boolean)
      const gcs = new URLSearchParams(search).get('gcs') ?? ''
      log({ kind: 'hit', method, address, event: events.join(','), gcs, page })
      reply(response, 204, 'no-store')
    } else if (path === '/requests' && method === 'GET') {
      reply(response, 200, 'no-store', 'application/json', JSON.stringify({ requests }))
    } else if (path === '/requests' && method === 'DELETE') {
      requests.length = 0
      reply(response, 204, 'no-store')
    } else return false
    return true
  }

  return { requests, answer }
}
