import { expect, type Page } from '@playwright/test'
import { forbid } from '../support/forbidden.ts'
import { test, type Visitor } from '../support/visitor.ts'

/** What a preset is played with: its options, its file, and a stand-in for the vendor's script. */
interface Played {
  readonly options: Readonly<Record<string, unknown>>
  readonly file: string
  readonly hosts: RegExp
  /** Answers an address of the vendor with a script; any other address with an empty answer. */
  readonly script: (path: string) => string | undefined
  /** The cookies and keys that the stand-in writes. */
  readonly stored: readonly string[]
}

/**
 * Clarity's tag requests an image, inserts the script that records, and puts `start` at the head of
 * the queue. https://github.com/microsoft/clarity has the second script.
 */
const CLARITY = (path: string) =>
  path.startsWith('/tag/')
    ? `clarity.t = true
       new Image().src = 'https://c.clarity.ms/c.gif'
       clarity.q.unshift(['start', {}])
       document.head.append(Object.assign(document.createElement('script'), {
         src: 'https://scripts.clarity.ms/0.8.70/clarity.js' }))`
    : path.endsWith('/clarity.js')
      ? `{
          const send = () => fetch('https://k.clarity.ms/collect', { method: 'POST', mode: 'no-cors' })
          let timer
          const commands = {
            start() {
              const own = (...call) => commands[call[0]]?.(...call.slice(1))
              window.clarity = Object.assign(own, { v: '0.8.70' })
              document.cookie = '_clck=1;path=/'
              document.cookie = '_clsk=1;path=/'
              sessionStorage.setItem('_cltk', '1')
              timer = setInterval(send, 50)
            },
            stop() {
              clearInterval(timer)
              navigator.sendBeacon('https://k.clarity.ms/collect')
              window.clarity = (...call) => call[0] === 'start' && commands.start()
            },
          }
          for (const [name] of window.clarity.q) commands[name]?.()
        }`
      : undefined

/** Channel Talk's script takes over `ChannelIO` and plays its queue. */
const CHANNEL = (path: string) =>
  path.endsWith('/ch-plugin-web.js')
    ? `{
        const send = () => fetch('https://api.channel.io/front/v6/events', { method: 'POST', mode: 'no-cors' })
        let timer
        const commands = {
          boot(options, answer) {
            fetch('https://api.channel.io/front/v8/elastic/plugins/' + options.pluginKey + '/boot')
            document.cookie = 'ch-veil-id=1;path=/'
            document.cookie = 'ch-session-1=1;path=/'
            localStorage.setItem('Channel.ch-veil-id', '1')
            timer = setInterval(send, 50)
            setTimeout(() => answer(null, {}), 20)
          },
          shutdown() { clearInterval(timer) },
        }
        const { q } = window.ChannelIO
        window.ChannelIO = (name, ...more) => commands[name]?.(...more)
        for (const [name, ...more] of q) commands[name]?.(...more)
      }`
    : undefined

const PLAYED: Readonly<Record<string, Played>> = {
  clarity: {
    options: { id: 't7oy6y6059' },
    file: 'preset-cl.js',
    hosts: /clarity\.ms/,
    script: CLARITY,
    stored: ['_clck', '_clsk', '_cltk'],
  },
  channelTalk: {
    options: { id: '1e59756c-0ad9-4175-ab13-8dd1d5bfdad0' },
    file: 'preset-ct.js',
    hosts: /channel\.io/,
    script: CHANNEL,
    stored: ['Channel.ch-veil-id', 'ch-session-1', 'ch-veil-id'],
  },
}

/** Serves the vendor's hosts. Returns the addresses that were requested so far. */
const serve = async (page: Page, { hosts, script }: Played) => {
  const requested: string[] = []
  await page.route(hosts, route => {
    const url = new URL(route.request().url())
    requested.push(url.href)
    const body = script(url.pathname)
    return route.fulfill({
      headers: { 'Access-Control-Allow-Origin': '*' },
      ...(body ? { contentType: 'text/javascript', body } : { status: 204 }),
    })
  })
  return requested
}

const open = (visitor: Visitor, way: string, preset: string, { options, file }: Played) => {
  const row = JSON.stringify({ preset, category: 'support', ...options })
  return visitor.opens(
    way === 'npm'
      ? {
          way,
          categories: `{ support: { services: [
            (await import('@spaceone/consent/services')).${preset}(${JSON.stringify(options)}),
          ] } }`,
        }
      : { head: `<script src="/consent/${file}"></script>`, options: `{ services: [${row}] }` },
  )
}

const storedIn = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.cookie.split('; ').map(pair => pair.replace(/=.*/, '')),
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
    ].filter(name => name && !/^(spaceone_consent|_ga)/.test(name)),
  )

for (const way of ['script tag', 'npm'])
  for (const [preset, played] of Object.entries(PLAYED)) {
    test(`${way}: ${preset} requests and stores nothing before the grant, runs once after it, and is silent and swept after the withdrawal`, async ({
      visitor,
      page,
    }) => {
      const requested = await serve(page, played)
      await open(visitor, way, preset, played)
      await visitor.settles()
      forbid(`requests of ${preset}`, requested)
      expect(await storedIn(page)).toEqual([])

      await visitor.accepts()
      await expect.poll(() => storedIn(page)).toEqual(expect.arrayContaining([...played.stored]))
      const scripts = () => requested.filter(address => played.script(new URL(address).pathname))
      expect(new Set(scripts()).size).toBe(scripts().length)
      const [before] = [scripts().length]

      await page.evaluate(() => window.spaceoneConsent.withdraw('support'))
      const sent = requested.length
      await page.waitForTimeout(1500)
      forbid(`requests of ${preset} after the withdrawal`, requested.slice(sent))
      expect(await storedIn(page)).toEqual([])

      await page.evaluate(() => window.spaceoneConsent.decide({ support: true }))
      await expect.poll(() => storedIn(page)).toEqual(expect.arrayContaining([...played.stored]))
      expect(scripts()).toHaveLength(before)
      expect(visitor.faults).toEqual([])
    })

    test(`${way}: ${preset} starts nothing if the visitor withdraws while its script is loaded`, async ({
      visitor,
      page,
    }) => {
      await serve(page, played)
      let release = () => {}
      const isReleased = new Promise<void>(resolve => {
        release = resolve
      })
      const held: string[] = []
      await page.route(played.hosts, async route => {
        held.push(route.request().url())
        await isReleased
        await route.fallback()
      })
      await open(visitor, way, preset, played)
      await visitor.accepts()
      await expect.poll(() => held.length).toBe(1)
      await page.evaluate(() => window.spaceoneConsent.withdraw('support'))
      release()
      await visitor.settles()
      forbid('requests after the first script', held.slice(1))
      expect(await storedIn(page)).toEqual([])

      await page.evaluate(() => window.spaceoneConsent.decide({ support: true }))
      await expect.poll(() => storedIn(page)).toEqual(expect.arrayContaining([...played.stored]))
    })
  }

test('a preset whose file is missing, or whose name is none, blocks its category alone, with a sentence', async ({
  visitor,
}) => {
  await visitor.opens({
    options: "{ services: [{ preset: 'clarty', id: 't7oy6y6059', category: 'support' }] }",
  })
  await visitor.accepts()
  expect(await visitor.isGranted('support')).toBe(false)
  expect(await visitor.isGranted('analytics')).toBe(true)
  expect([...visitor.warnings].sort()).toEqual([
    expect.stringContaining('Service "clarty" could not start'),
    expect.stringContaining('The file of the preset "clarty" is not loaded. Did you mean clarity?'),
  ])
})

test('an id of another vendor blocks everything, with a sentence', async ({ visitor }) => {
  await visitor.opens({
    head: '<script src="/consent/preset-cl.js"></script>',
    options: "{ services: [{ preset: 'clarity', id: 'G-1A2B3C4', category: 'support' }] }",
  })
  await visitor.settles()
  expect((await visitor.state()).status).toBe('restricted')
  expect(visitor.warnings).toEqual([
    expect.stringContaining('The id of Microsoft Clarity is "G-1A2B3C4"'),
  ])
})
