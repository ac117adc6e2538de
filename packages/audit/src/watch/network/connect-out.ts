import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'

/** Opens a connection to a host. Tests pass a function that connects to loopback. */
export type Connect = (host: string, port: number) => Promise<Duplex>

/** Returns the environment's proxy for a host; `undefined` if the host is reached directly. */
const proxyFor = (host: string): URL | undefined => {
  const { env } = process
  const address = env['HTTPS_PROXY'] ?? env['https_proxy'] ?? ''
  const direct = (env['NO_PROXY'] ?? env['no_proxy'] ?? '')
    .split(',')
    .map(one => one.trim().replace(/^\*?\./, ''))
    .concat('localhost', '127.0.0.1', '::1')
  const isDirect = direct.some(
    one => one !== '' && (one === '*' || host === one || host.endsWith(`.${one}`)),
  )
  return !isDirect && URL.canParse(address) ? new URL(address) : undefined
}

/**
 * Connects to a host, through the proxy in `HTTPS_PROXY` if this variable has an address. Connects
 * without the proxy to `localhost`, `127.0.0.1`, `::1`, the hosts in `NO_PROXY`, and hosts below
 * one of these; to all hosts if `NO_PROXY` has `*`. The names of both variables may also have small
 * letters. Rejects if the connection fails.
 */
export const connectOut: Connect = async (host, port) => {
  const proxy = proxyFor(host)
  if (!proxy) {
    const socket = connect({ host, port, autoSelectFamily: true })
    await once(socket, 'connect')
    return socket
  }
  const { hostname, username, password } = proxy
  const pass = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`)
  const target = `${host.includes(':') ? `[${host}]` : host}:${port}`
  return new Promise((resolve, reject) => {
    request({
      ...{ host: hostname, port: proxy.port || 80, method: 'CONNECT', path: target },
      headers: {
        Host: target,
        ...(username ? { 'Proxy-Authorization': `Basic ${pass.toString('base64')}` } : {}),
      },
    })
      .on('connect', ({ statusCode }, socket) => {
        if (statusCode === 200) resolve(socket)
        else reject(new Error(`The proxy answered ${statusCode}.`))
      })
      .on('error', reject)
      .end()
  })
}
