import { randomUUID } from 'node:crypto'
import { createServer, request as forward, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Connect } from './connect-out.ts'

/** A proxy between the browser and the network. */
export interface LoopbackProxy {
  /** The proxy's address, for the browser. Connections to refused hosts end without an answer. */
  readonly address: string
  /**
   * User name and password for the audit's own requests, which reach refused hosts, too. The
   * browser does not get this password.
   */
  readonly username: string
  readonly password: string
  close(): Promise<void>
}

/**
 * Starts a proxy on loopback that refuses hosts. The interception of requests does not see
 * WebSockets, nor connections that a browser opens in advance; this proxy ends those to a refused
 * host. A browser with a proxy also looks up no host name by itself and uses no QUIC.
 */
export const startProxy = async (
  isRefused: (host: string) => boolean | Promise<boolean>,
  connect: Connect,
): Promise<LoopbackProxy> => {
  const [username, password] = ['audit', randomUUID()]
  const pass = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const sockets = new Set<Duplex>()
  const mayReach = async ({ headers }: IncomingMessage, host: string) =>
    headers['proxy-authorization'] === pass || !(await isRefused(host))
  const track = (socket: Duplex) => {
    sockets.add(socket)
    // A connection can break at any time. Then the proxy also closes the connection on its other
    // side.
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
  }

  const server = createServer(async (request, response) => {
    const url = URL.canParse(request.url ?? '') ? new URL(request.url ?? '') : undefined
    if (url?.protocol !== 'http:' || !(await mayReach(request, url.hostname))) {
      // Closes the connection without an answer, so that the browser reports a failed request.
      response.destroy()
      return
    }
    const { 'proxy-authorization': _, 'proxy-connection': __, ...headers } = request.headers
    const send = (socket: Duplex) => {
      const outgoing = forward({
        createConnection: () => socket,
        method: request.method,
        path: `${url.pathname}${url.search}`,
        headers,
      })
      outgoing.on('error', () => response.destroy())
      outgoing.on('response', answer => {
        const { statusCode = 502, statusMessage, rawHeaders } = answer
        response.writeHead(statusCode, statusMessage, rawHeaders)
        answer.on('error', () => response.destroy()).pipe(response)
      })
      response.on('close', () => outgoing.destroy())
      request.pipe(outgoing)
    }
    const port = Number(url.port || 80)
    connect(bareHost(url.hostname), port).then(send, () => response.destroy())
  })
  server.on('connection', track)
  server.on('connect', async (request: IncomingMessage, client: Duplex, head: Buffer) => {
    const [, host = '', port = '443'] = /^(.+?)(?::(\d+))?$/.exec(request.url ?? '') ?? []
    if (!(await mayReach(request, host))) {
      client.destroy()
      return
    }
    connect(bareHost(host), Number(port)).then(
      remote => {
        track(remote)
        client.write('HTTP/1.1 200 Connection established\r\n\r\n')
        remote.write(head)
        remote.pipe(client).pipe(remote)
        remote.on('close', () => client.destroy())
        client.on('close', () => remote.destroy())
      },
      () => client.destroy(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The proxy has no port.')
  return {
    address: `http://127.0.0.1:${address.port}`,
    username,
    password,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

const bareHost = (host: string) => host.replace(/^\[|\]$/g, '')
