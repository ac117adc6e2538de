// @ts-check
// Serves the portal example, the built script files under `/consent/`, and under `/google/` what
// stands for Google: the tag and a collector that only remembers what it was sent.

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
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

/**
 * @typedef {object} PortalServer
 * @property {string} address Where it listens, without a slash at the end.
 * @property {LoggedRequest[]} requests What Google would have seen, oldest first; it stays current.
 * @property {() => Promise<void>} close Stops listening and drops open connections.
 */

const LANGUAGES = ['ko', 'ja', 'en']
/** A page of the portal; no other path can be asked for in its form. */
const PAGE = /^\/(?:ko|ja|en)\/(?:[\w-]+\.html)?$/
/** Used when the browser asks for none of ours. */
const DEFAULT_LANGUAGE = 'en'
/** The log is for looking at; a page left open for days must not fill the memory. */
const MAX_LOGGED = 200

/** @param {string} path Relative to this file. */
const pathOf = path => fileURLToPath(new URL(path, import.meta.url))

/** The stand-in for Google's tag. */
const TAG = pathOf('../examples/google-stand-in/gtag.js')

/**
 * Chooses one of the portal's languages.
 *
 * @param {string} acceptLanguage The header as sent, for example `ko-KR,ko;q=0.9,en;q=0.8`.
 */
const languageFor = acceptLanguage => {
  const wanted = acceptLanguage.split(',').map(entry => {
    const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';')
    const quality = parameters.find(parameter => parameter.trim().startsWith('q='))
    return {
      language: tag.split('-')[0] ?? '',
      weight: quality ? Number.parseFloat(quality.trim().slice(2)) : 1,
    }
  })
  const best = wanted
    .filter(({ language, weight }) => LANGUAGES.includes(language) && weight > 0)
    .sort((one, other) => other.weight - one.weight)[0]
  return best?.language ?? DEFAULT_LANGUAGE
}

/** @param {Request} request */
const bodyOf = async request => {
  let body = ''
  request.setEncoding('utf8')
  for await (const chunk of request) body += chunk
  return body
}

/**
 * Names the events of a hit: one in the address, or one a line in the body of a batch.
 *
 * @param {string} search
 * @param {string} body
 */
const eventsOf = (search, body) =>
  [search, ...body.split(/\r?\n/)]
    .map(line => new URLSearchParams(line).get('en'))
    .filter(Boolean)
    .join(',')

/**
 * @param {Response} response
 * @param {string} location
 */
const redirect = (response, location) => {
  response.writeHead(302, { Location: location, Vary: 'Accept-Language' }).end()
}

/** @param {Response} response */
const notFound = response => {
  response
    .writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' })
    .end('<!doctype html><html lang="en"><title>404</title><p>There is no such page.</p></html>\n')
}

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

    if (path === '/') {
      const language = languageFor(request.headers['accept-language'] ?? '')
      redirect(response, `/${language}/${search && `?${search}`}`)
    } else if (LANGUAGES.includes(path.slice(1))) {
      // Relative links of the page need the slash.
      redirect(response, `${path}/${search && `?${search}`}`)
    } else if (path.startsWith('/consent/')) {
      response.setHeader('Access-Control-Allow-Origin', '*')
      request.url = address.slice('/consent'.length)
      consentFiles(request, response, () => notFound(response))
    } else if (path === '/google/gtag/js') {
      log({ kind: 'script', method, address, event: '', gcs: '' })
      const script = await readFile(TAG)
      response
        .writeHead(200, {
          'Content-Type': 'text/javascript; charset=utf-8',
          'Cache-Control': 'no-store',
        })
        .end(script)
    } else if (path === '/google/g/collect') {
      const event = eventsOf(search, await bodyOf(request))
      const gcs = new URLSearchParams(search).get('gcs') ?? ''
      log({ kind: 'hit', method, address, event, gcs })
      response.writeHead(204, { 'Cache-Control': 'no-store' }).end()
    } else if (path === '/requests' && method === 'GET') {
      response
        .writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
        .end(JSON.stringify({ requests }))
    } else if (path === '/requests' && method === 'DELETE') {
      requests.length = 0
      response.writeHead(204).end()
    } else if (report && PAGE.test(path)) {
      const file = join(portal, path.replace(/\/$/, '/index.html'))
      const page = await readFile(file, 'utf8').catch(() => undefined)
      if (page === undefined) return notFound(response)
      response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' })
        .end(page.replace('<script src="/consent/consent.js"', `$& data-report="${report}"`))
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
 * @returns {Promise<PortalServer>} Rejects when the port is taken.
 */
export const startPortalServer = async ({
  port = 4321,
  host = '127.0.0.1',
  portal = pathOf('../examples/portal'),
  dist = pathOf('../packages/consent/dist/script'),
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
      if (error.code !== 'EADDRINUSE') return reject(error)
      const advice = `PORT=${port + 1} npm start chooses another one`
      reject(new Error(`Port ${port} is taken: ${advice}.`))
    })
    server.listen(port, host, () => resolve(undefined))
  })

  const bound = server.address()
  const boundPort = bound && typeof bound === 'object' ? bound.port : port
  return {
    address: `http://${host}:${boundPort}`,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
