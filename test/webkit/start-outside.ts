import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What stands for the world outside: a proxy that lets nothing through. */
export interface Outside {
  /** Host and port of the proxy. */
  readonly address: string
  /** Every host or address that was asked for. A test expects none. */
  readonly asked: string[]
  close(): Promise<void>
}

/** Starts a proxy that refuses and remembers, so that no test reaches a real host. */
export const startOutside = async (): Promise<Outside> => {
  const asked: string[] = []
  const server = createServer(({ url = '' }, response) => {
    asked.push(url)
    response.writeHead(502).end()
  })
  server.on('connect', ({ url = '' }, socket) => {
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
      }),
  }
}
