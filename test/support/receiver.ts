import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { DeliveryEvent } from '../../packages/consent/src/evidence/read-entry.ts'
import { listen } from '../../scripts/lib/listen.mjs'
import { npmPageWith } from '../everywhere/host-page.ts'
import { loopbackTest } from './back-button.ts'
import type { Reply } from './google.ts'
import { readOwn, typeOf } from './read-own.ts'
import { sdkPage } from './sdk-page.ts'

/** A site with an endpoint on a server, which gets also what a closing page sends. */
const siteAt = (address: string) => ({
  tagPage: `${address}/tag/`,
  npmPage: `${address}/npm-page/`,
  /** Every received document, twice if it arrived twice. */
  received: [] as DeliveryEvent[],
  files: [] as string[],
  /** The headers of each request to the endpoint, to check that none identifies the visitor. */
  headers: [] as IncomingMessage['headers'][],
  /** Returns the response to a received event. Tests replace this function. */
  answer: (): Reply => ({ status: 204 }),
  attributes: '',
})

const EVENTS = '/events'

const NPM_OPTIONS = `
  categories: { analytics: { services: [service({
    name: 'Chat', addresses: [], cookies: [], start() { document.title = 'Chat' }, stop() {},
  })] } },
  delivery: deliverTo({ url: '${EVENTS}' })`

/** `test` with a site that delivers decisions to its own endpoint. */
export const test = loopbackTest.extend<{
  readonly host: ReturnType<typeof siteAt>
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names here
  host: async ({}, use) => {
    const server = createServer(async (request, response): Promise<unknown> => {
      const { pathname: path } = new URL(request.url ?? '/', 'http://host')
      const html = (body: string) =>
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(body)
      if (path === EVENTS) {
        host.received.push(JSON.parse(await text(request)))
        host.headers.push(request.headers)
        const { status = 200, headers } = host.answer()
        return response.writeHead(status, headers).end()
      }
      if (path === '/tag/')
        return html(
          sdkPage({ attributes: `${host.attributes} data-delivery="${EVENTS}"` }).replace(
            'data-ga="G-TEST123"',
            'data-categories="analytics"',
          ),
        )
      if (path === '/npm-page/') return html(npmPageWith(NPM_OPTIONS))
      if (path.startsWith('/consent/')) host.files.push(path.slice('/consent/'.length))
      const file = path
        .replace(/^\/consent\//, 'packages/consent/dist/script/')
        .replace(/^\/npm\//, '')
      const body = await readOwn(file)
      if (!body) return html('<!doctype html><title>Elsewhere</title>')
      return response.writeHead(200, { 'Content-Type': typeOf(file) }).end(body)
    })
    const host = siteAt(`http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`)
    await use(host)
    server.closeAllConnections()
    server.close()
  },
})
