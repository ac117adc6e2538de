import { createSocket } from 'node:dgram'
import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import type { Seen } from '../src/seen.ts'
import { page, script, siteOf } from './support/pages.ts'
import { playIn } from './support/play.ts'
import { type Site, serveWorld } from './support/serve-world.ts'

/** The addresses of two collectors: the audit knows the first by host, the second by shape. */
const HOST = 'http://c.clarity.ms'
const SHAPE = '/stats/g/collect?v=2&tid=G-OWN1234'

/** Returns code that sends to `HOST` and to `SHAPE`, with `from` in the address. */
const send = (from: string): string =>
  `fetch('${HOST}/${from}', { mode: 'no-cors', method: 'POST', body: '{}' })
   fetch('${SHAPE}&from=${from}', { method: 'POST' })`

/** A page that sends requests by elements, styles, scripts, workers, sockets and while leaving. */
const everyWay = page({
  banner: '',
  first: `<link rel="preconnect" href="${HOST}"><link rel="dns-prefetch" href="${HOST}">
    <link rel="prefetch" href="${HOST}/prefetch"><link rel="preload" as="image" href="${HOST}/preload">
    <script type="speculationrules">{"prefetch":[{"source":"list","eagerness":"immediate","urls":["${SHAPE}&from=speculation"]}],
      "prerender":[{"source":"list","eagerness":"immediate","urls":["/prerendered"]}]}</script>
    <style>body { background: url(${HOST}/style) }</style>`,
  body: `<img src="/redirect"><img src="${HOST}/image"><iframe src="${HOST}/frame"></iframe>
    <iframe src="http://widget.example/"></iframe>
    ${script(`
      ${send('page')}
      fetch('${HOST}/preflight', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
      navigator.sendBeacon('${HOST}/beacon')
      new Worker('/worker.js')
      new SharedWorker('/shared-worker.js')
      navigator.serviceWorker?.register('/service-worker.js')
      new WebSocket('ws://c.clarity.ms/socket')
      setTimeout(() => fetch('/through-service-worker'), 600)
      const leave = from => {
        navigator.sendBeacon('${HOST}/' + from)
        navigator.sendBeacon('${SHAPE}&from=' + from)
        fetch('${HOST}/keepalive-' + from, { method: 'POST', mode: 'no-cors', keepalive: true })
      }
      addEventListener('pagehide', () => leave('leaving'))
      document.addEventListener('visibilitychange', () => leave('hidden'))
      addEventListener('beforeunload', () => leave('unloading'))
    `)}`,
})

const SITE: Site = {
  ...siteOf(everyWay),
  '/prerendered': page({ banner: '', body: script(send('prerendered')) }),
  '/worker.js': send('worker'),
  '/shared-worker.js': send('shared-worker'),
  '/service-worker.js': `${send('service-worker')}
    oninstall = () => skipWaiting()
    onactivate = event => event.waitUntil(clients.claim())
    onfetch = event => { if (event.request.url.includes('through')) { ${send('service-worker-fetch')} } }`,
  '/redirect': (_, response) => response.writeHead(302, { Location: `${HOST}/redirected` }).end(),
}

const WIDGET = { '/': page({ banner: '', body: script(send('other-site')) }) }

/** The ways to send that the audit must see at least. Service workers need a secure page. */
const WAYS = [
  ...[
    'page',
    'worker',
    'shared-worker',
    'other-site',
    'prefetch',
    'preload',
    'style',
    'redirected',
  ],
  ...['image', 'frame', 'preflight', 'beacon', 'socket', 'leaving', 'hidden', 'unloading'],
  'keepalive-leaving',
]
const OF_SERVICE_WORKER = ['service-worker', 'service-worker-fetch']

const sentIn = ({ pages }: Seen) =>
  (pages[0]?.phases ?? []).flatMap(({ requests }) => requests.filter(({ collector }) => collector))

/** Returns the way in which a request was sent: its parameter `from`, or else its path. */
const fromOf = (url: string) => {
  const { pathname, searchParams } = new URL(url)
  return searchParams.get('from') ?? pathname.slice(1)
}

const isCollected = (arrival: string) => /clarity|\/g\/collect/.test(arrival)

/**
 * Tests the same page twice: on loopback, where a page is secure and the browser needs no proxy,
 * and under a made-up name, where every connection goes through the proxy.
 */
for (const [way, host, ways, isFull] of [
  ['on a secure page', 'localhost', [...WAYS, ...OF_SERVICE_WORKER], true],
  ['through the proxy', 'shop.example', WAYS, false],
] as const)
  test(`nothing held reaches the network, from wherever it is sent: ${way}`, {
    tags: isFull ? 'full' : [],
  }, async () => {
    const world = await serveWorld({ [host]: SITE, 'widget.example': WIDGET })
    const url = host === 'localhost' ? `http://localhost:${world.port}/` : `http://${host}/`
    const seen = await playIn(world, { urls: [url], phases: ['no-choice'], wait: 800 })
    await world.close()

    expect(world.arrivals.filter(isCollected)).toEqual([])
    expect(world.connections.filter(one => one.includes('clarity'))).toEqual([])
    const sent = sentIn(seen)
    expect(sent.filter(({ isHeld }) => !isHeld)).toEqual([])
    const from = sent.map(one => fromOf(one.url))
    expect(ways.filter(way => !from.includes(way))).toEqual([])
    expect(seen.pages[0]?.phases[0]?.heldHosts).toContain('c.clarity.ms')
  })

test('only scripts are fetched from a collector, without parameters that they do not need', {
  tags: 'full',
}, async () => {
  const tag = 'http://www.googletagmanager.com/gtag/js?id=G-ABCDEFGH&l=layer&uid=7'
  const body = `<img src="${HOST}/pixel.js?uid=7"><link rel="prefetch" href="${HOST}/prefetched.js">
    <script src="${HOST}/script.js?uid=7"></script><script src="${tag}"></script>
    <script src="/own/g/collect?v=2&tid=G-ABCDEFGH&uid=7"></script>
    ${script(`fetch('${HOST}/read.js?uid=7', { mode: 'no-cors' }); new Worker('/worker.js')`)}`
  const answered: string[] = []
  const note: Site[string] = (request, response) => {
    answered.push(`${request.url} ${request.headers.cookie ?? ''}`.trim())
    response.setHeader('Set-Cookie', 'visitor=7').end()
  }
  const world = await serveWorld({
    'shop.example': {
      ...siteOf(page({ banner: '', body })),
      '/worker.js': `importScripts('${HOST}/imported.js?uid=7')`,
      '/own/g/collect': note,
    },
    'c.clarity.ms': Object.fromEntries(
      ['pixel', 'prefetched', 'script', 'read', 'imported'].map(name => [`/${name}.js`, note]),
    ),
    'www.googletagmanager.com': { '/gtag/js': note },
  })
  const seen = await playIn(world, { phases: ['no-choice'] })
  await world.close()
  // The audit loads the page twice.
  expect([...new Set(answered)].sort()).toEqual([
    '/gtag/js?id=G-ABCDEFGH&l=layer',
    '/imported.js',
    '/script.js',
  ])
  const fetched = sentIn(seen).filter(one => one.fetched)
  expect(fetched.map(one => [one.url, one.fetched, one.isHeld])).toContainEqual([
    ...[`${HOST}/script.js?uid=7`, `${HOST}/script.js`, false],
  ])
  expect(sentIn(seen).filter(({ isHeld, fetched: at }) => isHeld === Boolean(at))).toEqual([])
  expect(seen.pages[0]?.phases[0]?.notPlayed).toBeUndefined()
})

test('hosts that only the browser itself asks for are not reached: an identity provider', {
  tags: 'full',
}, async () => {
  const provider = { configURL: 'https://identity.example/config.json', clientId: '1' }
  const body = script(
    `navigator.credentials.get(${JSON.stringify({ identity: { providers: [provider] } })}).catch(() => {})`,
  )
  const world = await serveWorld({ localhost: siteOf(page({ body })) })
  await playIn(world, {
    urls: [`http://localhost:${world.port}/`],
    phases: ['no-choice'],
    wait: 600,
  })
  await world.close()
  expect(world.connections).toEqual([])
})

test('a script that the page no longer waits for does not end the phase', {
  tags: 'full',
}, async () => {
  // The server breaks the script's answer off once the page has removed the frame that asks for it.
  const slow: { response?: ServerResponse } = {}
  const body = `<iframe src="/frame"></iframe>
    ${script(`const wait = setInterval(async () => {
      if (!(await (await fetch('/is-slow-asked')).json())) return
      clearInterval(wait)
      document.querySelector('iframe').remove()
      fetch('/removed')
    }, 100)`)}`
  const world = await serveWorld({
    'shop.example': {
      ...siteOf(page({ body })),
      '/frame': `<script src="${HOST}/slow.js"></script>`,
      '/is-slow-asked': (_, response) => response.end(`${Boolean(slow.response)}`),
      '/removed': (_, response) => {
        slow.response?.destroy()
        response.end()
      },
    },
    'c.clarity.ms': {
      '/slow.js': (_, response) => {
        slow.response = response
      },
    },
  })
  const seen = await playIn(world, { phases: ['no-choice'], wait: 500 })
  await world.close()
  expect(world.arrivals).toContain('GET c.clarity.ms/slow.js')
  expect(world.arrivals).toContain('GET shop.example/removed')
  expect(seen.pages[0]?.phases[0]?.notPlayed).toBeUndefined()
})

test('a script whose server wants a parameter that the audit left out ends the phase', {
  tags: 'full',
}, async () => {
  const body = `<script async src="${HOST}/script.js?key=1"></script>`
  const world = await serveWorld({
    'shop.example': siteOf(page({ body })),
    'c.clarity.ms': { '/script.js': (_, response) => response.writeHead(400).end() },
  })
  const seen = await playIn(world, { phases: ['no-choice'] })
  await world.close()
  expect(seen.pages[0]?.phases[0]).toMatchObject({ notPlayed: 'error' })
  expect(seen.pages[0]?.phases[0]?.detail).toContain('HTTP 400')
})

test('a window that the page opens is watched until it sends no more requests', {
  tags: 'full',
}, async () => {
  const hits = `let count = 0
    const hit = () => {
      count += 1
      fetch('${HOST}/popup-' + count, { mode: 'no-cors' })
      if (count < 4) setTimeout(hit, 600)
    }
    hit()`
  const world = await serveWorld({
    'shop.example': siteOf(page({ body: script(`open('http://widget.example/')`) })),
    'widget.example': siteOf(page({ banner: '', body: script(hits) })),
  })
  const seen = await playIn(world, { phases: ['no-choice'] })
  await world.close()
  const from = sentIn(seen).map(one => fromOf(one.url))
  expect(from).toEqual(expect.arrayContaining(['popup-1', 'popup-2', 'popup-3', 'popup-4']))
  expect(sentIn(seen).filter(({ isHeld }) => !isHeld)).toEqual([])
})

test('no datagram leaves the browser: WebRTC', { tags: 'full' }, async () => {
  const socket = createSocket('udp4')
  const datagrams: number[] = []
  socket.on('message', message => datagrams.push(message.length))
  await new Promise<void>(resolve => socket.bind(0, '127.0.0.1', resolve))
  const call = `
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${socket.address().port}' }] })
    peer.createDataChannel('x')
    peer.createOffer().then(offer => peer.setLocalDescription(offer))`
  const site = siteOf(page({ body: script(call) }))
  const world = await serveWorld({ 'shop.example': site })
  await playIn(world, { phases: ['no-choice'] })
  await world.close()
  socket.close()
  expect(datagrams).toEqual([])
})

// Shows that the first test above can fail.
test('with --live all of it reaches the network', { tags: 'full' }, async () => {
  const world = await serveWorld({ localhost: SITE, 'widget.example': WIDGET })
  const urls = [`http://localhost:${world.port}/`]
  const seen = await playIn(world, { urls, phases: ['no-choice'], wait: 800, isLive: true })
  await world.close()
  expect(sentIn(seen).filter(({ isHeld }) => isHeld)).toEqual([])
  const arrived = world.arrivals.filter(isCollected).join()
  for (const way of ['/page', '/worker', '/service-worker', '/leaving', '/socket', '/g/collect'])
    expect(arrived).toContain(way)
})
