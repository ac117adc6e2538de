import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'

/** What stands for the world outside: a proxy that lets nothing through. */
export interface Outside {
  /** Host and port of the proxy. */
  readonly address: string
  /** Every host or address that was asked for. A test expects none. */
  readonly asked: string[]
  close(): Promise<void>
}

/** What a server on this machine answers for. */
interface Inside {
  readonly port: number
  /** @param host Host and port, as a browser asks for them. */
  has(host: string): boolean
}

/**
 * Starts a proxy that refuses and remembers, so that no test reaches a real host.
 *
 * @param inside Has the connections to its hosts. @default nobody
 */
export const startOutside = async (inside?: Inside): Promise<Outside> => {
  const asked: string[] = []
  const tunnels = new Set<Duplex>()
  const server = createServer(({ url = '' }, response) => {
    asked.push(url)
    response.writeHead(502).end()
  })
  server.on('connect', ({ url = '' }, socket) => {
    if (inside?.has(url)) {
      const tunnel = connect(inside.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        socket.pipe(tunnel).pipe(socket)
      })
      // Either side may go first; a server does not know those that have become tunnels.
      for (const end of [socket, tunnel]) {
        tunnels.add(end)
        end
          .on('error', () => {})
          .on('close', () => {
            socket.destroy()
            tunnel.destroy()
          })
      }
      return
    }
    asked.push(url)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
        for (const end of tunnels) end.destroy()
      }),
  }
}
