import { request as ask, type IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import { listen } from '../../scripts/lib/listen.mjs'
import { makeCertificate } from '../../scripts/lib/make-certificate.mjs'
import { hostPage, tagWith } from '../everywhere/host-page.ts'
import { startOutside } from '../webkit/start-outside.ts'
import { readOwn, typeOf } from './read-own.ts'
import { STUB } from './sdk-page.ts'
import { startReceiptLog } from './start-receipt-log.ts'

export const SHOP = 'https://www.shop.co.kr/'

/** The cookies that the server sets after a grant, as a server-side tag does. */
const SET_BY_SERVER = [
  'FPID=1; Max-Age=9999; Path=/; Domain=shop.co.kr; Secure; HttpOnly; SameSite=Lax',
  'FPLC=2; Max-Age=9999; Path=/; Domain=shop.co.kr; Secure; SameSite=Lax',
  '__Host-visitor=3; Max-Age=9999; Path=/; Secure; HttpOnly',
  '__Secure-visitor=4; Max-Age=9999; Path=/; Domain=www.shop.co.kr; Secure; HttpOnly',
  'parted=5; Max-Age=9999; Path=/; Secure; HttpOnly; SameSite=None; Partitioned',
]

/** The names of these cookies. */
export const SERVER_COOKIES: readonly string[] = SET_BY_SERVER.map(text => text.split('=')[0] ?? '')

const PAGE = hostPage(
  `${STUB}<script>
    spaceoneConsent(consent => {
      let renewed
      consent.$state.subscribe(({ record }) => {
        if (consent.isGranted('analytics')) fetch('/tag', { method: 'POST' })
        if (record !== renewed) fetch('/receipts/cookie', { method: 'POST', keepalive: true })
        renewed = record
      })
    })
  </script>`,
  '',
  tagWith('data-categories="analytics"'),
)

const namesIn = ({ headers }: IncomingMessage) =>
  (headers.cookie ?? '')
    .split(';')
    .map(pair => pair.trim().split('=')[0] ?? '')
    .sort()

/**
 * Starts a shop behind a web server, which passes the requests below `/receipts/` to the receipt
 * log. The shop's server sets cookies after a grant.
 *
 * @returns `proxy`: the proxy for every host. `answered`: how often the receipt log has answered.
 *   `close` stops everything and returns the requests for other hosts, of which there must be none.
 */
export const startShop = async () => {
  const listed = SERVER_COOKIES.map(name => `${name}=analytics`).join()
  const log = await startReceiptLog({
    ...{ PUBLIC_ORIGIN: new URL(SHOP).origin, TRUST_PROXY: 'loopback', SERVER_COOKIES: listed },
  })
  let answered = 0
  const server = createServer(makeCertificate(), async (request, response) => {
    const { pathname: path } = new URL(request.url ?? '/', SHOP)
    if (path.startsWith('/receipts/')) {
      const { method, headers } = request
      const options = { port: log.port, host: '127.0.0.1', path: path.slice('/receipts'.length) }
      const passed = ask({ ...options, method, headers }, answer => {
        answered += 1
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      return void request.pipe(passed)
    }
    if (path === '/') {
      const headers = {
        'Content-Type': 'text/html; charset=utf-8',
        'Set-Cookie': 'session=1; Path=/; Secure; HttpOnly',
      }
      return void response.writeHead(200, headers).end(PAGE)
    }
    if (path === '/tag') return void response.writeHead(204, { 'Set-Cookie': SET_BY_SERVER }).end()
    // Shows the cookies of the request, also those with `HttpOnly`.
    if (path === '/sent') return void response.end(JSON.stringify(namesIn(request)))
    const file = path.replace(/^\/consent\//, 'packages/consent/dist/script/')
    const body = await readOwn(file)
    return void response.writeHead(body ? 200 : 404, { 'Content-Type': typeOf(file) }).end(body)
  })
  const port = await listen(server, 0, '127.0.0.1')
  const outside = await startOutside({ port, has: host => host === `${new URL(SHOP).host}:443` })
  return {
    proxy: outside.address,
    answered: () => answered,
    async close() {
      log.stop()
      await outside.close()
      server.close()
      server.closeAllConnections()
      return outside.asked
    },
  }
}
