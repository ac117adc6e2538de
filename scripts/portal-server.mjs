// @ts-check
// Serves the portal example, the built script files under `/consent/`, and a stand-in for Google.

import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { createStandIn } from './lib/google-stand-in.mjs'
import { listen } from './lib/listen.mjs'
import { reply } from './lib/reply.mjs'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const LANGUAGES = ['ko', 'ja', 'en']
/** Matches the address of a page of the portal, with or without `.html`, and no other path. */
const PAGE = /^\/(ko|ja|en)\/(?:([\w-]+)(?:\.html|\/)?)?$/

/** The words of the link to the report of `npm run audit`. @type {Record<string, string>} */
const REPORT = {
  ko: '이 사이트의 감사 보고서',
  ja: 'このサイトの監査レポート',
  en: 'Audit report of this site',
}

const languageOf = (/** @type {string} */ path) => path.slice(1, 3)

/**
 * The folders of the playground, by the first segment of the path. The playground's pages load the
 * npm package and nanostores without a bundler.
 */
const PLAYGROUND = {
  playground: join(ROOT, 'examples/playground'),
  'consent-npm': join(ROOT, 'packages/consent/dist'),
  nanostores: join(ROOT, 'node_modules/nanostores'),
}

/** Returns the address of the audit report in the language of a page. */
const reportOf = (/** @type {string} */ path) => `/audit/portal.${languageOf(path)}.html`

/**
 * Chooses one of the portal's languages from a header; English if the header names none of them.
 *
 * @param {string} acceptLanguage The header `Accept-Language`, for example
 *   `ko-KR,ko;q=0.9,en;q=0.8`.
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

/** @param {Response} response */
const notFound = response => reply(response, 404, 'no-cache', 'text/html', NOT_FOUND)

/**
 * @param {string} file Path of a file. @returns {Promise<string | undefined>} The file's text;
 * `undefined` when the file does not exist.
 */
const textOf = file => readFile(file, 'utf8').catch(() => undefined)

/** @param {string} folder */
const filesOf = folder =>
  sirv(folder, {
    dev: true,
    etag: false,
    // With sirv's default `no-store`, browsers would not put pages into the back/forward cache.
    setHeaders: response => response.setHeader('Cache-Control', 'no-cache'),
  })

/**
 * @param {{ portal: string, dist: string, endpoint: string, isDemonstration: boolean }} options
 * @returns {(request: Request, response: Response) => Promise<void>}
 */
const createRoutes = ({ portal, dist, endpoint, isDemonstration }) => {
  const portalFiles = filesOf(portal)
  const folders = new Map(
    Object.entries({ consent: dist, ...PLAYGROUND }).map(
      ([name, folder]) => /** @type {const} */ ([name, filesOf(folder)]),
    ),
  )
  const attributes = [
    ...(endpoint ? [`data-delivery="${endpoint}"`] : []),
    ...(isDemonstration ? ['data-debug'] : []),
  ]

  /**
   * Returns the attribute with the address of Google's stand-in. In the demonstration the address
   * has a new id for each page load, which tells the requests of page loads apart.
   */
  const googleServer = () =>
    `data-ga-server="/google${isDemonstration ? `/${randomUUID().slice(0, 8)}` : ''}"`

  const hasReport = (/** @type {string} */ path) => existsSync(join(portal, reportOf(path)))

  return async (request, response) => {
    const { url: address = '/' } = request
    // Do not use `new URL`, which would read `//name/` as a host.
    const [path = '/', ...rest] = address.split('?')
    const search = rest.join('?')
    const [, name = ''] = /^\/([\w-]+)\//.exec(path) ?? []
    const files = folders.get(name)
    const page = PAGE.exec(path)

    if (path === '/' || [...LANGUAGES, 'playground'].includes(path.slice(1))) {
      const language = path.slice(1) || languageFor(request.headers['accept-language'] ?? '')
      // Relative links in the page work only if its address ends in a slash.
      const location = `/${language}/${search && `?${search}`}`
      response.writeHead(302, { Location: location, Vary: 'Accept-Language' }).end()
    } else if (files) {
      response.setHeader('Access-Control-Allow-Origin', '*')
      request.url = address.slice(name.length + 1)
      files(request, response, () => notFound(response))
    } else if (page && (attributes.length > 0 || hasReport(path))) {
      const [, folder = '', file = 'index'] = page
      const html = await textOf(join(portal, folder, `${file}.html`))
      if (html === undefined) return notFound(response)
      const link = `<a href="${reportOf(path)}">${REPORT[languageOf(path)]}</a>`
      const shown = html
        .replace('<script src="/consent/consent.js"', ['$&', ...attributes].join(' '))
        .replace('data-ga-server="/google"', googleServer)
        .replace('<p class="foot-note">', hasReport(path) ? `$&${link} ` : '$&')
      reply(response, 200, 'no-cache', 'text/html', shown)
    } else {
      portalFiles(request, response, () => notFound(response))
    }
  }
}

/**
 * Starts the server of the portal example.
 *
 * @param {object} [options]
 * @param {number} [options.port] Port to listen on; 0 uses any free port. Default 4321.
 * @param {string} [options.host] Address to listen on. The default 127.0.0.1 is reachable from this
 *   machine only.
 * @param {string} [options.portal] Folder of the portal's pages.
 * @param {string} [options.dist] Folder of the built script files; they may be built after the
 *   start.
 * @param {string | undefined} [options.endpoint] The endpoint for decisions, set as
 *   `data-delivery` on every page. If it is missing, nothing is delivered.
 * @param {boolean} [options.isDemonstration] Whether every page has `data-debug`, and Google's
 *   address on it has an id of the page load, so that each tab can show its own requests.
 * @returns The server's address, without a slash at the end; `requests`, the live list of the last
 *   200 requests that Google would have received, oldest first; and `close`, which also closes open
 *   connections. Rejects if the port is in use.
 */
export const startPortalServer = async ({
  port = 4321,
  host = '127.0.0.1',
  portal = join(ROOT, 'examples/portal'),
  dist = join(ROOT, 'packages/consent/dist/script'),
  endpoint = '',
  isDemonstration = false,
} = {}) => {
  const { requests, answer } = createStandIn()
  const routes = createRoutes({ portal, dist, endpoint, isDemonstration })
  const server = createServer(async (request, response) => {
    try {
      if (!(await answer(request, response))) await routes(request, response)
    } catch {
      // A visitor may leave in the middle of a request. The error must not end the server.
      response.destroy()
    }
  })

  const bound = await listen(server, port, host)
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
