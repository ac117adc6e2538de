import { createServer, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test, vi } from 'vitest'
import { type Connect, connectOut } from './connect-out.ts'
import { type LoopbackProxy, startProxy } from './proxy.ts'

const servers: { close(): unknown }[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

const portOf = (server: Server): Promise<number> =>
  new Promise(resolve => {
    servers.push(server)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

/** Starts a site that answers with the request's method and path. Resolves to the site's port. */
const startSite = () =>
  portOf(createServer((asked, response) => response.end(`${asked.method} ${asked.url}`)))

const start = async (connectTo: Connect): Promise<LoopbackProxy> => {
  const proxy = await startProxy(host => host === 'collector.example', connectTo)
  servers.push(proxy)
  return proxy
}

/** Requests a page from the proxy, or through a tunnel that the proxy opens. */
const ask = (
  proxy: LoopbackProxy,
  host: string,
  isTunnel: boolean,
  headers = {},
): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(proxy.address)
    const path = isTunnel ? `${host}:80` : `http://${host}/a?b`
    const sent = request({
      host: '127.0.0.1',
      port,
      path,
      headers,
      method: isTunnel ? 'CONNECT' : 'GET',
    })
    sent.on('error', reject).on('response', answer => resolve(text(answer)))
    sent.on('connect', (_, socket) => {
      const options = { path: '/a?b', headers: { host, connection: 'close' } }
      request({ ...options, createConnection: () => socket }, answer => resolve(text(answer))).end()
    })
    sent.end()
  })

test.each([
  ['a page', false],
  ['a tunnel', true],
])(
  'the proxy forwards %s, and refuses a collector to all without the password',
  async (_, isTunnel) => {
    const site = await startSite()
    const asked: string[] = []
    const proxy = await start(async host => {
      asked.push(host)
      return connect(site, '127.0.0.1')
    })
    expect(await ask(proxy, 'shop.example', isTunnel)).toBe('GET /a?b')
    await expect(ask(proxy, 'collector.example', isTunnel)).rejects.toThrow()
    const wrong = { 'proxy-authorization': `Basic ${btoa('audit:x')}` }
    await expect(ask(proxy, 'collector.example', isTunnel, wrong)).rejects.toThrow()
    expect(asked).toEqual(['shop.example'])
    const right = { 'proxy-authorization': `Basic ${btoa(`${proxy.username}:${proxy.password}`)}` }
    expect(await ask(proxy, 'collector.example', isTunnel, right)).toBe('GET /a?b')
  },
)

test.each([false, true])(
  'a host that does not answer ends the connection (tunnel: %s)',
  async isTunnel => {
    const proxy = await start(() => Promise.reject(new Error('no such host')))
    await expect(ask(proxy, 'shop.example', isTunnel)).rejects.toThrow()
  },
)

test("connects through the environment's proxy, except to the hosts in NO_PROXY", async () => {
  const site = await startSite()
  const tunnels: string[] = []
  const upstream = createServer().on('connect', (asked, client) => {
    tunnels.push(`${asked.url} ${asked.headers['proxy-authorization']}`)
    client.write('HTTP/1.1 200 OK\r\n\r\n')
    const remote = connect(site, '127.0.0.1')
    remote.pipe(client).pipe(remote)
  })
  vi.stubEnv('HTTPS_PROXY', `http://me:secret@127.0.0.1:${await portOf(upstream)}`)
  vi.stubEnv('NO_PROXY', 'intern.example')
  const proxy = await start(connectOut)
  expect(await ask(proxy, 'shop.example', true)).toBe('GET /a?b')
  expect(await ask(proxy, 'shop.example', false)).toBe('GET /a?b')
  const pass = `Basic ${btoa('me:secret')}`
  expect(tunnels).toEqual([`shop.example:80 ${pass}`, `shop.example:80 ${pass}`])
  // A connection to loopback never goes through the environment's proxy.
  const direct = await connectOut('127.0.0.1', site)
  direct.destroy()
  expect(tunnels).toHaveLength(2)
})
