import { createServer } from 'node:http'
import { connect } from 'node:net'
import { type Duplex, pipeline } from 'node:stream'
import { listen } from '../../scripts/lib/listen.mjs'

export interface Outside {
  readonly address: string
  /** Every request for another host. Tests expect none. */
  readonly asked: string[]
  close(): Promise<void>
}

interface Inside {
  readonly port: number
  /** @param host Host and port, in the form of the browser's request to the proxy. */
  has(host: string): boolean
}

/**
 * Starts a proxy that refuses and records requests for real hosts.
 *
 * @param inside Answers connections to simulated hosts. @default no hosts
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
        // Either side may close first, and the pipeline then closes the other side.
        pipeline(socket, tunnel, socket, () => {})
      })
      tunnels.add(socket)
      socket.on('error', () => tunnel.destroy())
      tunnel.on('error', () => socket.destroy())
      return
    }
    asked.push(url)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  return {
    address: `127.0.0.1:${await listen(server, 0, '127.0.0.1')}`,
    asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
        for (const end of tunnels) end.destroy()
      }),
  }
}
