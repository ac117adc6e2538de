import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startPortalServer } from '../scripts/portal-server.mjs'

const TAG = new URL('../examples/google-stand-in/gtag.js', import.meta.url)

type PortalServer = Awaited<ReturnType<typeof startPortalServer>>

let folder: string
let server: PortalServer

const put = async (path: string, text: string) => {
  const file = join(folder, path)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, text)
}

const get = (path: string, init: RequestInit = {}) =>
  fetch(server.address + path, { redirect: 'manual', ...init })

const log = async (): Promise<unknown> => (await get('/requests')).json()

/** `fetch` tidies a path before it sends it; this sends it as it stands. */
const statusOfRaw = (path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { hostname, port } = new URL(server.address)
    httpRequest({ hostname, port, path }, response => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-server-'))
  await put('portal/ko/index.html', '<p>안녕하세요</p>')
  await put('portal/portal.css', 'p { color: teal }')
  await put('dist/consent.js', 'window.consent = 1')
  await put('secret.txt', 'not served')
  server = await startPortalServer({
    port: 0,
    portal: join(folder, 'portal'),
    dist: join(folder, 'dist'),
  })
})

afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

test('tells the pages, and nothing else, where decisions are reported', async () => {
  const tag = '<script src="/consent/consent.js" data-ga="G-1"></script>'
  await put('portal/ko/index.html', tag)
  await put('portal/ko/privacy.html', tag)
  expect(await (await get('/ko/')).text()).toBe(tag)
  const telling = await startPortalServer({
    port: 0,
    portal: join(folder, 'portal'),
    dist: join(folder, 'dist'),
    report: 'http://localhost:4323/events',
  })
  for (const path of ['/ko/', '/ko/index.html', '/ko/privacy.html'])
    expect(await (await fetch(telling.address + path)).text()).toBe(
      tag.replace('.js"', '.js" data-report="http://localhost:4323/events"'),
    )
  expect(await (await fetch(`${telling.address}/portal.css`)).text()).toBe('p { color: teal }')
  expect((await fetch(`${telling.address}/ko/other.html`)).status).toBe(404)
  await telling.close()
})

describe('the first page', () => {
  test.each([
    ['ko-KR,ko;q=0.9,en;q=0.8', '/ko/'],
    ['ja', '/ja/'],
    ['en-GB', '/en/'],
    ['fr,ja;q=0.4,ko;q=0.6', '/ko/'],
    ['ko;q=0, ja;q=0.1', '/ja/'],
    ['fr', '/en/'],
    ['*', '/en/'],
    ['', '/en/'],
  ])('sends a browser that asks for "%s" to %s', async (acceptLanguage, page) => {
    const response = await get('/', { headers: { 'accept-language': acceptLanguage } })
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(page)
  })

  test('keeps the query', async () => {
    const response = await get('/?gpc=1', { headers: { 'accept-language': 'ko' } })
    expect(response.headers.get('location')).toBe('/ko/?gpc=1')
  })

  test('is found without the slash at the end, too', async () => {
    const response = await get('/ko')
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/ko/')
  })
})

describe('files', () => {
  test('come from the portal folder with their types', async () => {
    const page = await get('/ko/')
    expect(page.headers.get('content-type')).toBe('text/html;charset=utf-8')
    expect(await page.text()).toBe('<p>안녕하세요</p>')
    expect((await get('/portal.css')).headers.get('content-type')).toBe('text/css')
  })

  test('are read anew for each request', async () => {
    await get('/ko/')
    await put('portal/ko/index.html', '<p>changed</p>')
    expect(await (await get('/ko/')).text()).toBe('<p>changed</p>')
  })

  test('leave the back button its kept page', async () => {
    expect((await get('/ko/')).headers.get('cache-control')).toBe('no-cache')
  })

  test('of the SDK may be loaded from any origin', async () => {
    const script = await get('/consent/consent.js?v=1')
    expect(await script.text()).toBe('window.consent = 1')
    expect(script.headers.get('content-type')).toBe('text/javascript')
    expect(script.headers.get('access-control-allow-origin')).toBe('*')
    expect((await get('/ko/')).headers.get('access-control-allow-origin')).toBeNull()
  })

  test('of the SDK that were built after the start are found', async () => {
    expect((await get('/consent/ui.js')).status).toBe(404)
    await put('dist/ui.js', '')
    expect((await get('/consent/ui.js')).status).toBe(200)
  })

  test.each(['/nowhere', '/consent/nowhere.js', '/consent/', '//nowhere/', '/%'])(
    'that are not there get a plain page: %s',
    async path => {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('There is no such page.')
    },
  )

  test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/consent/../../secret.txt'])(
    'outside of the two folders are not served: %s',
    async path => {
      expect(await statusOfRaw(path)).toBe(404)
    },
  )
})

describe('the log of what Google would have seen', () => {
  test('names the tag when it is loaded', async () => {
    const script = await get('/google/gtag/js?id=G-TEST')
    expect(await script.text()).toBe(await readFile(TAG, 'utf8'))
    expect(script.headers.get('content-type')).toContain('javascript')
    expect(script.headers.get('cache-control')).toBe('no-store')
    expect(await log()).toEqual({
      requests: [
        {
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
          kind: 'script',
          method: 'GET',
          address: '/google/gtag/js?id=G-TEST',
          event: '',
          gcs: '',
        },
      ],
    })
  })

  test('names a hit, whatever its method', async () => {
    const address = '/google/g/collect?v=2&gcs=G101&en=page_view'
    for (const method of ['POST', 'GET']) {
      const response = await get(address, { method })
      expect(response.status).toBe(204)
    }
    expect(server.requests).toMatchObject([
      { kind: 'hit', method: 'POST', address, event: 'page_view', gcs: 'G101' },
      { kind: 'hit', method: 'GET', address, event: 'page_view', gcs: 'G101' },
    ])
  })

  test('names each event of a batch', async () => {
    await get('/google/g/collect?v=2&gcs=G111', {
      method: 'POST',
      body: 'en=scroll&_et=12\r\nen=click&_et=7\n',
    })
    expect(server.requests).toMatchObject([{ event: 'scroll,click', gcs: 'G111' }])
  })

  test('holds the last 200 requests', async () => {
    for (let number = 0; number <= 200; number += 1) await get(`/google/g/collect?en=e${number}`)
    expect(server.requests).toHaveLength(200)
    expect(server.requests[0]).toMatchObject({ event: 'e1' })
    expect(server.requests[199]).toMatchObject({ event: 'e200' })
  })

  test('can be cleared', async () => {
    await get('/google/g/collect?en=page_view')
    expect((await get('/requests', { method: 'DELETE' })).status).toBe(204)
    expect(await log()).toEqual({ requests: [] })
    expect(server.requests).toEqual([])
  })
})

test('a taken port is told by its number, with the way to another one', async () => {
  const port = Number(new URL(server.address).port)
  await expect(startPortalServer({ port })).rejects.toThrow(
    `Port ${port} is taken: PORT=${port + 1} npm start chooses another one.`,
  )
})

test('a stopped server gives its port back', async () => {
  const port = Number(new URL(server.address).port)
  await server.close()
  server = await startPortalServer({ port })
  expect(server.address).toBe(`http://127.0.0.1:${port}`)
})
