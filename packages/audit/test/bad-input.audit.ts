import { createServer } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { expect, test } from 'vitest'
import { makeCertificate } from '../../../scripts/lib/make-certificate.mjs'
import { audit } from '../src/audit.ts'
import { judge } from '../src/judge/judge.ts'
import type { Seen } from '../src/seen.ts'
import { page, script, siteOf } from './support/pages.ts'
import { BROWSER, playIn, SHOP } from './support/play.ts'
import { type Site, serveWorld } from './support/serve-world.ts'

const reasonsIn = ({ pages }: Seen) => pages[0]?.phases.map(({ notPlayed }) => notPlayed)

const playSite = async (site: Site, options: Parameters<typeof playIn>[1]) => {
  const world = await serveWorld({
    'shop.example': site,
    'other.example': siteOf(page()),
  })
  try {
    return await playIn(world, options)
  } finally {
    await world.close()
  }
}

const plain = siteOf(page())

test.each<[string, Site, string]>([
  [
    'an error of the server',
    { '/': (_, response) => response.writeHead(500).end('no') },
    'no-answer',
  ],
  ['a server that hangs up', { '/': (_, response) => response.destroy() }, 'no-answer'],
  [
    'another site',
    { '/': (_, response) => response.writeHead(302, { Location: 'http://other.example/' }).end() },
    'other-site',
  ],
])(
  'a page that cannot be audited is not evaluable, and is visited once: %s',
  async (_, site, reason) => {
    let visits = 0
    const counted: Site = {
      ...site,
      '/': (request, response) => {
        visits += 1
        const answer = site['/']
        if (typeof answer === 'function') answer(request, response)
      },
    }
    const seen = await playSite(counted, { phases: ['no-choice', 'refuse'] })
    expect(reasonsIn(seen)).toEqual([reason, reason])
    expect(visits).toBeLessThanOrEqual(2)
    expect(seen.pages[0]?.phases[0]?.detail).toMatch(/^\S.+$/)
    expect(judge(seen).outcome).toBe('not-evaluable')
  },
)

test('an address that nobody answers is not evaluable', async () => {
  const seen = await audit({ urls: ['http://127.0.0.1:9/'], phases: ['no-choice'], ...BROWSER })
  expect(reasonsIn(seen)).toEqual(['no-answer'])
})

test('a certificate that fails is not evaluable: of the page, and of a script that is fetched for it', {
  tags: 'full',
}, async () => {
  const server = createServer(makeCertificate(), (_, response) => response.end(page()))
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const tag = '<script src="https://www.googletagmanager.com/gtag/js?id=G-RAW1"></script>'
  const world = await serveWorld({ 'shop.example': siteOf(page({ first: tag })) })
  const secure = {
    ...world,
    connect: async (host: string, at: number) =>
      at === 443 ? connect(port, '127.0.0.1') : world.connect(host, at),
  }
  const phases = ['no-choice'] as const
  const seen = await playIn(secure, { urls: ['https://shop.example/', SHOP], phases })
  await world.close()
  server.close()
  server.closeAllConnections()
  const [ofPage, ofScript] = seen.pages.map(one => one.phases[0])
  expect(ofPage?.notPlayed).toBe('certificate')
  expect([ofScript?.notPlayed, ofScript?.detail]).toEqual(['error', expect.stringMatching(/gtag/)])
})

test.each<[string, Site, object, string]>([
  [
    'a document that never ends',
    {
      '/': (_, response) => void response.write('<!doctype html><title>…</title><img src="/a"><p>'),
    },
    { phaseLimit: 3000 },
    'time-limit',
  ],
  [
    'a page whose script never ends',
    siteOf(
      page({ body: script('addEventListener("load", () => setTimeout(() => { for (;;); }))') }),
    ),
    { phaseLimit: 5000 },
    'time-limit',
  ],
  [
    'a page that requests without end',
    siteOf(page({ body: script('setInterval(() => fetch("/two"), 5)') })),
    { requestLimit: 40 },
    'request-limit',
  ],
])(
  'a phase ends at its limit, with what was seen until then: %s',
  { tags: 'full' },
  async (_, site, limits, reason) => {
    const seen = await playSite(site, { ...limits, phases: ['no-choice'] })
    expect(reasonsIn(seen)).toEqual([reason])
    expect(seen.pages[0]?.phases[0]?.requests.length).toBeGreaterThan(0)
    expect(seen.pages[0]?.phases[0]?.duration).toBeLessThan(20_000)
  },
)

test('a part of a page that never comes does not keep the audit from going on', {
  tags: 'full',
}, async () => {
  const site = { ...plain, '/': page({ body: '<img src="/never">' }), '/never': () => {} }
  const seen = await playSite(site, { phases: ['no-choice'] })
  expect(reasonsIn(seen)).toEqual([undefined])
})

test('a browser that is missing rejects before anything is played', async () => {
  const played: unknown[] = []
  const missing = audit({
    ...{ urls: ['http://shop.example/'], browserPath: '/nowhere/chromium' },
    onProgress: one => played.push(one),
  })
  await expect(missing).rejects.toThrow(/nowhere/)
  expect(played).toEqual([])
})

test('reports the address of the page and the version of the browser', {
  tags: 'full',
}, async () => {
  const seen = await playSite(plain, { phases: ['no-choice'] })
  expect(seen.tool.name).toBe('@spaceone/consent-audit')
  expect(seen.browser.version).toMatch(/^\d+\./)
  expect(seen.pages[0]).toMatchObject({
    url: 'http://shop.example/',
    loaded: 'http://shop.example/',
  })
})
