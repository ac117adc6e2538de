import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { startPortalServer } from '../scripts/portal-server.mjs'

const endpoint = 'http://localhost:4323/events'
const server = await startPortalServer({ port: 0, endpoint })
afterAll(server.close)

const get = (path: string, init: RequestInit = {}) =>
  fetch(server.address + path, { redirect: 'manual', ...init })

/** Sends a path unchanged, because `fetch` would normalise it. Returns status and body. */
const getRaw = async (path: string) => {
  const { hostname, port } = new URL(server.address)
  const sent = httpRequest({ hostname, port, path }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return [response.statusCode, await text(response)]
}

test.each(['/ko/', '/ko/index.html', '/ko/privacy.html', '/ko/privacy', '/ko/privacy/'])(
  "the server adds the endpoint's address to the page %s",
  async path => {
    expect(await (await get(path)).text()).toContain(`consent.js" data-delivery="${endpoint}"`)
  },
)

test('another file is served as it is', async () => {
  const sheet = await readFile('examples/portal/portal.css', 'utf8')
  expect(await (await get('/portal.css')).text()).toBe(sheet)
})

test.each([
  ['/', 'ko-KR,ko;q=0.9,en;q=0.8', '/ko/'],
  ['/', 'fr,ja;q=0.4,ko;q=0.6', '/ko/'],
  ['/', 'ko;q=0, ja;q=0.1', '/ja/'],
  ['/', 'fr', '/en/'],
  ['/', '', '/en/'],
  ['/?gpc=1', 'ko', '/ko/?gpc=1'],
  ['/ko', '', '/ko/'],
  ['/playground', '', '/playground/'],
])('%s is redirected, for the Accept-Language "%s", to %s', async (path, acceptLanguage, page) => {
  const response = await get(path, { headers: { 'accept-language': acceptLanguage } })
  expect([response.status, response.headers.get('location')]).toEqual([302, page])
})

test.each([
  ...['/nowhere', '/ko/other', '/consent/nowhere.js', '/consent/', '//nowhere/', '/%'],
  ...['/../options/README.md', '/%2e%2e/options/README.md', '/consent/../../package.json'],
])('a missing file, or one outside of the two folders, gets a plain 404 page: %s', async path => {
  expect(await getRaw(path)).toEqual([404, expect.stringContaining('There is no such page.')])
})

// test/e2e/unload.e2e.ts shows the hits in the log.
test("the log of what Google would have seen lists the tag's script, holds the last 200 requests, and can be cleared", async () => {
  const log = async () => (await get('/requests')).json()
  const address = '/google/gtag/js?id=G-TEST'
  await get(address)
  const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)
  const request = { at, kind: 'script', method: 'GET', address, event: '', gcs: '' }
  expect(await log()).toEqual({ requests: [request] })
  for (let number = 1; number <= 201; number += 1) await get(`/google/g/collect?en=e${number}`)
  expect(server.requests).toHaveLength(200)
  expect(server.requests[0]).toMatchObject({ event: 'e2' })
  expect((await get('/requests', { method: 'DELETE' })).status).toBe(204)
  expect(await log()).toEqual({ requests: [] })
})

test('a port that is taken is named in an error, with its process and a way to another port', async () => {
  const port = Number(new URL(server.address).port)
  // Without the program lsof the error names no process.
  const by = `( by process ${process.pid} \\(.+\\))?`
  await expect(startPortalServer({ port })).rejects.toThrow(
    new RegExp(
      `^Port ${port} is taken${by}\\. Put PORT=${port + 10} before the command to use another one\\.$`,
    ),
  )
})
