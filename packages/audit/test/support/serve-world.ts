import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Connect } from '../../src/watch/network/connect-out.ts'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))

/** The answer of a path: a text, or a function that sends the answer. */
type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void)

/** The answers of a site, by path. */
export type Site = Readonly<Record<string, Answer>>

/** All hosts that a test knows, on one port of loopback. */
export interface World {
  /** Connects to loopback whatever the host is, so that no test reaches another machine. */
  readonly connect: Connect
  readonly port: number
  /** The hosts that were passed to `connect` so far. */
  readonly connections: readonly string[]
  /** All requests so far, in the form `POST www.google-analytics.com/g/collect`. */
  readonly arrivals: readonly string[]
  close(): Promise<void>
}

const TYPES: Record<string, string> = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
}

/** Files that every site of the tests serves. */
const FILES: readonly (readonly [RegExp, string])[] = [
  [/^\/consent\/([\w.-]+)$/, `${ROOT}packages/consent/dist/script/`],
  [/^\/banners\/([\w@./-]+)$/, `${ROOT}packages/audit/test/banners/node_modules/`],
  [/^\/bundles\/([\w.-]+)$/, `${ROOT}packages/audit/test/banners/dist/`],
]

/** The stand-in for Google's tag. */
const GTAG = readFileSync(`${ROOT}examples/google-stand-in/gtag.js`, 'utf8')

const fileFor = (path: string): string | undefined => {
  if (path.endsWith('/gtag/js')) return GTAG
  for (const [pattern, folder] of FILES) {
    const [, name] = pattern.exec(path) ?? []
    if (name && existsSync(folder + name)) return readFileSync(folder + name, 'utf8')
  }
  return undefined
}

type Sites = Readonly<Record<string, Site>>

/**
 * Serves sites by host name, and on every host `FILES` and Google's stand-in. Answers any other
 * request to an unknown host with 204.
 *
 * @param sitesAt The sites, or a function that returns them for the port.
 */
export const serveWorld = async (sitesAt: Sites | ((port: number) => Sites)): Promise<World> => {
  let sites: Sites = {}
  const arrivals: string[] = []
  const connections: string[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    arrivals.push(`${request.method} ${url.hostname}${url.pathname}`)
    const site = sites[url.hostname]
    const answer = site?.[url.pathname] ?? fileFor(url.pathname)
    if (typeof answer === 'function') answer(request, response)
    else if (answer === undefined) response.writeHead(site ? 404 : 204).end()
    else {
      const ending = url.pathname.endsWith('/gtag/js')
        ? 'js'
        : (/\.(\w+)$/.exec(url.pathname)?.[1] ?? '')
      response.setHeader('Content-Type', `${TYPES[ending] ?? 'text/html'}; charset=utf-8`)
      response.end(answer)
    }
  })
  server.on('upgrade', (request, socket) => {
    arrivals.push(`UPGRADE ${request.headers.host}${request.url}`)
    socket.destroy()
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  sites = typeof sitesAt === 'function' ? sitesAt(port) : sitesAt
  return {
    ...{ arrivals, connections, port },
    connect: async host => {
      connections.push(host)
      return connect(port, '127.0.0.1')
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
