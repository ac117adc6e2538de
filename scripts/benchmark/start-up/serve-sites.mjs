// @ts-check
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { basename, extname } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { pageWith } from './page.mjs'
import { probeBanner, REPORT } from './probe-banner.mjs'

/**
 * The name of the site without a tool. Its times for script and tasks are subtracted from those of
 * the other sites.
 */
export const EMPTY = 'empty'

const TYPES = /** @type {Record<string, string>} */ ({
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
})

/** @param {string | Buffer} content */
const compress = content =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })

/**
 * @param {import('node:net').Server} server
 * @returns {Promise<number>} The port.
 */
const listen = async server => {
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const bound = server.address()
  return bound && typeof bound === 'object' ? bound.port : 0
}

/**
 * Serves on the loopback address: a site for each tool, a site without a tool, and an empty script
 * in the place of Google's tag. Files are compressed before the first visit and kept in memory.
 * Responses forbid caching.
 *
 * The pages of a tool's site are `/<site>/`, `/<site>/later` with the cookies of `storeCookies`,
 * `/<site>/probed`, which reports the time of its banner, and `/<site>/short`, which has less text.
 * The site without a tool has only the first of these pages.
 *
 * @param {readonly import('./tools.mjs').Tool[]} tools
 * @param {string} modules The folder into which npm has installed the tools.
 * @param {{ key: Buffer, cert: Buffer }} certificate
 */
export const serveSites = async (tools, modules, certificate) => {
  /** @type {Map<string, { type: string | undefined, body: Buffer }>} */
  const answers = new Map()
  /** @type {Map<string, string[]>} Headers that set cookies, by path. */
  const cookies = new Map()
  let counts = { requests: 0, bytes: 0 }
  let reportBanner = (/** @type {number} */ _milliseconds) => {}

  const add = (/** @type {string} */ path, /** @type {string | Buffer} */ content) => {
    const type = TYPES[extname(path) || '.html']
    answers.set(path, { type, body: compress(content) })
  }
  add(`/${EMPTY}/`, pageWith({}))
  for (const tool of tools) {
    add(`/${tool.name}/`, pageWith(tool))
    add(`/${tool.name}/later`, pageWith(tool))
    add(`/${tool.name}/probed`, pageWith(tool, { probe: probeBanner(tool.banner) }))
    add(`/${tool.name}/short`, pageWith(tool, { isShort: true }))
    for (const path of tool.paths(modules))
      add(`/${tool.name}/${basename(path)}`, readFileSync(path))
    for (const [name, content] of Object.entries(tool.configuration ?? {}))
      add(`/${tool.name}/${name}`, content)
  }

  const server = createServer(({ url = '/' }, response) => {
    if (url.startsWith(REPORT)) {
      reportBanner(Number(new URL(url, 'http://localhost').searchParams.get('ms')))
      return response.writeHead(204).end()
    }
    const answer = answers.get(url)
    if (!answer) return response.writeHead(404).end()
    if (!answer.type?.startsWith('text/html'))
      counts = { requests: counts.requests + 1, bytes: counts.bytes + answer.body.length }
    return response
      .writeHead(200, {
        'Content-Type': answer.type,
        'Content-Encoding': 'br',
        'Content-Length': answer.body.length,
        'Cache-Control': 'no-store',
        'Set-Cookie': cookies.get(url) ?? [],
      })
      .end(answer.body)
  })
  const google = createSecureServer(certificate, (_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(),
  )
  const [port, googlePort] = [await listen(server), await listen(google)]

  return {
    address: `http://127.0.0.1:${port}`,
    /** The port of the server that answers in the place of Google. */
    googlePort,
    /**
     * Sets the cookies that the server sends with `/<site>/later`.
     *
     * @param {string} site
     * @param {readonly { readonly name: string, readonly value: string }[]} stored
     */
    storeCookies(site, stored) {
      cookies.set(
        `/${site}/later`,
        stored.map(({ name, value }) => `${name}=${value}; Path=/; Max-Age=86400; SameSite=Lax`),
      )
    },
    /**
     * Returns the number and the compressed bytes of the files, besides pages, sent since the last
     * call.
     */
    takeCounts() {
      const taken = counts
      counts = { requests: 0, bytes: 0 }
      return taken
    },
    /**
     * Waits until a page `/<site>/probed` reports the time of its banner.
     *
     * @returns {Promise<number>} Milliseconds since the navigation started.
     */
    nextBanner: () =>
      new Promise(resolve => {
        reportBanner = resolve
      }),
    /** @returns {Promise<unknown>} */
    close: () =>
      Promise.all(
        [server, google].map(
          one =>
            new Promise(resolve => {
              one.close(resolve)
              one.closeAllConnections()
            }),
        ),
      ),
  }
}

/** @typedef {Awaited<ReturnType<typeof serveSites>>} Sites */
