import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startPortalServer } from '../scripts/portal-server.mjs'

type PortalServer = Awaited<ReturnType<typeof startPortalServer>>

let folder: string
let server: PortalServer

const put = async (path: string, text: string) => {
  const file = join(folder, path)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, text)
}

const folders = () => ({ port: 0, portal: join(folder, 'portal'), dist: join(folder, 'dist') })

const get = (path: string, init: RequestInit = {}) =>
  fetch(server.address + path, { redirect: 'manual', ...init })

const log = async (): Promise<unknown> => (await get('/requests')).json()

/** Sends a path unchanged, because `fetch` would normalise it. Returns status and body. */
const getRaw = async (path: string) => {
  const { hostname, port } = new URL(server.address)
  const sent = httpRequest({ hostname, port, path }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return [response.statusCode, await text(response)]
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-server-'))
  await put('portal/ko/index.html', '<p>안녕하세요</p>')
  await put('portal/portal.css', 'p { color: teal }')
  await put('dist/consent.js', 'window.consent = 1')
  await put('secret.txt', 'not served')
  server = await startPortalServer(folders())
})

afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

test("the server adds the endpoint's address to the pages, also at addresses without .html, and to no other file", async () => {
  const tag = '<script src="/consent/consent.js" data-ga="G-1"></script>'
  await put('portal/ko/index.html', tag)
  await put('portal/ko/privacy.html', tag)
  expect(await (await get('/ko/')).text()).toBe(tag)
  const endpoint = 'http://localhost:4323/events'
  const telling = await startPortalServer({ ...folders(), endpoint })
  const paths = ['/ko/', '/ko/index.html', '/ko/privacy.html', '/ko/privacy', '/ko/privacy/']
  for (const path of paths)
    expect(await (await fetch(telling.address + path)).text()).toBe(
      tag.replace('.js"', `.js" data-delivery="${endpoint}"`),
    )
  expect(await (await fetch(`${telling.address}/portal.css`)).text()).toBe('p { color: teal }')
  for (const path of ['/ko/other.html', '/ko/other'])
    expect((await fetch(telling.address + path)).status).toBe(404)
  await telling.close()
})

test.each([
  ['/', 'ko-KR,ko;q=0.9,en;q=0.8', '/ko/'],
  ['/', 'ja', '/ja/'],
  ['/', 'fr,ja;q=0.4,ko;q=0.6', '/ko/'],
  ['/', 'ko;q=0, ja;q=0.1', '/ja/'],
  ['/', 'fr', '/en/'],
  ['/', '', '/en/'],
  ['/?gpc=1', 'ko', '/ko/?gpc=1'],
  ['/ko', '', '/ko/'],
  ['/playground', '', '/playground/'],
])('%s is redirected, for the Accept-Language "%s", to %s', async (path, acceptLanguage, page) => {
  const response = await get(path, { headers: { 'accept-language': acceptLanguage } })
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe(page)
})

test.each([
  ...['/nowhere', '/consent/nowhere.js', '/consent/', '//nowhere/', '/%'],
  ...['/../secret.txt', '/%2e%2e/secret.txt', '/consent/../../secret.txt'],
])('a missing file, or one outside of the two folders, gets a plain 404 page: %s', async path => {
  expect(await getRaw(path)).toEqual([404, expect.stringContaining('There is no such page.')])
})

// test/e2e/unload.e2e.ts shows the hits in the log.
describe('the log of what Google would have seen', () => {
  test("lists the tag's script, and can be cleared", async () => {
    const address = '/google/gtag/js?id=G-TEST'
    await get(address)
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)
    const request = { at, kind: 'script', method: 'GET', address, event: '', gcs: '' }
    expect(await log()).toEqual({ requests: [request] })
    expect((await get('/requests', { method: 'DELETE' })).status).toBe(204)
    expect(await log()).toEqual({ requests: [] })
  })

  test('holds the last 200 requests', async () => {
    for (let number = 0; number <= 200; number += 1) await get(`/google/g/collect?en=e${number}`)
    expect(server.requests).toHaveLength(200)
    expect(server.requests[0]).toMatchObject({ event: 'e1' })
  })
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
