// @ts-check
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { basename, extname } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { pageWith } from './page.mjs'

/** The name of the site without a tool, with which the others are compared. */
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
 * Serves a site for each tool, and a site without a tool, on the loopback address. Files are
 * compressed before the first visit and kept in memory. Responses forbid caching, so that the
 * second visit loads the files again, as for a visitor whose cache has been emptied.
 *
 * @param {readonly import('./tools.mjs').Tool[]} tools
 * @param {string} modules The folder into which npm has installed the tools.
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export const serveSites = async (tools, modules) => {
  /** @type {Map<string, { type: string | undefined, body: Buffer }>} */
  const answers = new Map()
  const add = (/** @type {string} */ path, /** @type {string | Buffer} */ content) => {
    const type = TYPES[extname(path) || '.html']
    answers.set(path, { type, body: compress(content) })
  }
  add(`/${EMPTY}/`, pageWith({}))
  for (const tool of tools) {
    add(`/${tool.name}/`, pageWith(tool))
    for (const path of tool.paths(modules))
      add(`/${tool.name}/${basename(path)}`, readFileSync(path))
    for (const [name, content] of Object.entries(tool.configuration ?? {}))
      add(`/${tool.name}/${name}`, content)
  }
  const server = createServer(({ url = '/' }, response) => {
    const answer = answers.get(url)
    if (!answer) return response.writeHead(404).end()
    return response
      .writeHead(200, {
        'Content-Type': answer.type,
        'Content-Encoding': 'br',
        'Content-Length': answer.body.length,
        'Cache-Control': 'no-store',
      })
      .end(answer.body)
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const bound = server.address()
  return {
    address: `http://127.0.0.1:${bound && typeof bound === 'object' ? bound.port : 0}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
