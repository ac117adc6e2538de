// @ts-check
// Serves the portal example, the built script files under `/consent/`, and under `/google/` what
// stands for Google: the tag and a collector that only remembers what it was sent.

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * One request that Google would have seen.
 *
 * @typedef {object} LoggedRequest
 * @property {string} at When it came, ISO 8601.
 * @property {'script' | 'hit'} kind The tag itself, or something it sent.
 * @property {string} method
 * @property {string} address Path and query as requested.
 * @property {string} event Names of the events in it, joined by a comma; '' for the tag.
 * @property {string} gcs The consent state the hit carries; '' for the tag.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const LANGUAGES = ['ko', 'ja', 'en']
/** A page of the portal; no other path can be asked for in its form. */
const PAGE = /^\/(?:ko|ja|en)\/(?:[\w-]+\.html)?$/
/** The log is for looking at; a page left open for days must not fill the memory. */
const MAX_LOGGED = 200

/** The stand-in for Google's tag. */
const TAG = join(ROOT, 'examples/google-stand-in/gtag.js')

/**
 * Chooses one of the portal's languages; English where the browser asks for none of them.
 *
 * @param {string} acceptLanguage The header as sent, for example `ko-KR,ko;q=0.9,en;q=0.8`.
 */
const languageFor = acceptLanguage => {
  const [best] = acceptLanguage
    .toLowerCase()
    .split(',')
    .map(entry => ({
      language: /^\s*(\w+)/.exec(entry)?.[1] ?? '',
      weight: Number(/;\s*q=([\d.]+)/.exec(entry)?.[1] ?? 1),
    }))
    .filter(({ language, weight }) => LANGUAGES.includes(language) && weight > 0)
    .sort((one, other) => other.weight - one.weight)
  return best?.language ?? 'en'
}

const NOT_FOUND =
  '<!doctype html><html lang="en"><title>404</title><p>There is no such page.</p></html>\n'

/**
 * @param {Response} response
 * @param {number} status
 * @param {'no-store' | 'no-cache'} cache
 * @param {string} [type] Content type of the body.
 * @param {string} [body]
 */
const reply = (response, status, cache, type, body) => {
  response.setHeader('Cache-Control', cache)
  if (type) response.setHeader('Content-Type', `${type}; charset=utf-8`)
  response.writeHead(status).end(body)
}

/** @param {Response} response */
const notFound = response => reply(response, 404, 'no-cache', 'text/html', NOT_FOUND)

/** @param {string} file @returns {Promise<string | undefined>} `undefined` where there is none. */
const textOf = file => readFile(file, 'utf8').catch(() => undefined)

/** @param {string} folder */
const filesOf = folder =>
  sirv(folder, {
    dev: true,
    etag: false,
    // sirv would say `no-store`, with which a browser keeps no page for its back button.
    setHeaders: response => response.setHeader('Cache-Control', 'no-cache'),
  })

/**
 * @param {{ portal: string, dist: string, report: string, requests: LoggedRequest[] }} options
 * @returns {(request: Request, response: Response) => Promise<void>}
 */
const createRoutes = ({ portal, dist, report, requests }) => {
  const portalFiles = filesOf(portal)
  const consentFiles = filesOf(dist)

  /** @param {Omit<LoggedRequest, 'at'>} row */
  const log = row => {
    requests.push({ at: new Date().toISOString(), ...row })
    if (requests.length > MAX_LOGGED) requests.shift()
  }

  return async (request, response) => {
    const { method = 'GET', url: address = '/' } = request
    // By hand: `new URL` takes `//name/` for a host.
    const [path = '/', ...rest] = address.split('?')
    const search = rest.join('?')

    if (path === '/' || LANGUAGES.includes(path.slice(1))) {
      const language = path.slice(1) || languageFor(request.headers['accept-language'] ?? '')
      // Relative links of the page need the slash.
      const location = `/${language}/${search && `?${search}`}`
      response.writeHead(302, { Location: location, Vary: 'Accept-Language' }).end()
    } else if (path.startsWith('/consent/')) {
      response.setHeader('Access-Control-Allow-Origin', '*')
      request.url = address.slice('/consent'.length)
      consentFiles(request, response, () => notFound(response))
    } else if (path === '/google/gtag/js') {
      log({ kind: 'script', method, address, event: '', gcs: '' })
      reply(response, 200, 'no-store', 'text/javascript', await readFile(TAG, 'utf8'))
    } else if (path === '/google/g/collect') {
      // One event in the address, or one a line in the body of a batch.
      const lines = [search, ...(await text(request)).split(/\r?\n/)]
      const events = lines.map(line => new URLSearchParams(line).get('en')).filter(Boolean)
      const gcs = new URLSearchParams(search).get('gcs') ?? ''
      log({ kind: 'hit', method, address, event: events.join(','), gcs })
      reply(response, 204, 'no-store')
    } else if (path === '/requests' && method === 'GET') {
      reply(response, 200, 'no-store', 'application/json', JSON.stringify({ requests }))
    } else if (path === '/requests' && method === 'DELETE') {
      requests.length = 0
      reply(response, 204, 'no-store')
    } else if (report && PAGE.test(path)) {
      const page = await textOf(join(portal, path.replace(/\/$/, '/index.html')))
      if (page === undefined) return notFound(response)
      const tag = `$& data-report="${report}"`
      const told = page.replace('<script src="/consent/consent.js"', tag)
      reply(response, 200, 'no-cache', 'text/html', told)
    } else {
      portalFiles(request, response, () => notFound(response))
    }
  }
}

/**
 * Starts the server of the portal example.
 *
 * @param {object} [options]
 * @param {number} [options.port] 0 takes any free one. Default 4321.
 * @param {string} [options.host] Default 127.0.0.1: nobody else on the network sees it.
 * @param {string} [options.portal] Folder of the pages.
 * @param {string} [options.dist] Folder of the built script files; it may be built later.
 * @param {string} [options.report] Where the pages tell of decisions, as `data-report`. Default nowhere.
 * @returns Its address, without a slash at the end; the requests that Google would have seen, oldest
 * first, which stay current; and `close`, which drops open connections too. Rejects when the port is taken.
 */
export const startPortalServer = async ({
  port = 4321,
  host = '127.0.0.1',
  portal = join(ROOT, 'examples/portal'),
  dist = join(ROOT, 'packages/consent/dist/script'),
  report = '',
} = {}) => {
  /** @type {LoggedRequest[]} */
  const requests = []
  const routes = createRoutes({ portal, dist, report, requests })
  const server = createServer((request, response) => {
    // A visitor who leaves in the middle of a request must not take the server along.
    routes(request, response).catch(() => response.destroy())
  })

  await new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const advice = `PORT=${port + 1} npm start chooses another one`
      const isTaken = error.code === 'EADDRINUSE'
      reject(isTaken ? new Error(`Port ${port} is taken: ${advice}.`) : error)
    })
    server.listen(port, host, () => resolve(undefined))
  })

  const { port: bound } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    address: `http://${host}:${bound}`,
    requests,
    /** @returns {Promise<void>} */
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve()).closeAllConnections()
      }),
  }
}
