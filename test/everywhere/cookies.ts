import { expect } from '@playwright/test'
import type { Scenario } from './scenario.ts'
import { until, untilShown, type Visitor } from './visitor.ts'

const NAME = 'spaceone_consent'

/** Where portals, intranets and developers' machines are. */
const HOSTS = [
  'www.shop.co.kr',
  'm.shop.co.kr',
  'www.agency.go.kr',
  'a.b.c.shop.co.kr',
  'www.spaceone.test.',
  'localhost',
  '192.0.2.7',
  '[2001:db8::7]',
  'intranet',
]

const page = (attributes = '', before = '') => `<!doctype html><html lang="en"><head>
  <title>Host</title>${before}<script src="/consent/consent.js" data-ga="G-TEST123"
    data-policy-version="1" data-policy-url="/privacy" ${attributes}></script>
  </head><body><h1>Host</h1></body></html>`

const at = (hosts: readonly string[], path: string, body: string) =>
  Object.fromEntries(hosts.map(host => [`https://${host}${path}`, body]))

/** The cookies of the SDK that the page's address has. */
const records = async (visitor: Visitor) =>
  (await visitor.cookies()).filter(({ name }) => /consent/.test(name))

const GOOGLE = ['_ga', '_ga_TEST123', '_gid', '_gat', '_gac_UA-1-1', '_gcl_au', '__utma']
/** Others, whose names have something of Google's in them. */
const OTHERS = ['__ut', '_gaming', '_gatekeeper', '_gidx', 'foo_ga', 'session', 'x_ga']

/** Sets cookies in the ways in which a tag may have set them, before the SDK is there. */
const leave = (domain: string) => `<script>
  for (const name of ${JSON.stringify([...GOOGLE, ...OTHERS])})
    for (const scope of ['path=/', 'path=/en', 'path=/en/', 'path=/; domain=${domain}', 'path=/en; domain=${domain}'])
      document.cookie = name + '=1; secure; ' + scope
  document.cookie = '_ga_PART=1; path=/; secure; partitioned'
  localStorage.setItem('_gcl_ls', '1')
  localStorage.setItem('_gcl_mine', '1')
</script>`

const SHOPS = ['www.shop.co.kr', 'm.shop.co.kr']

export const cookies: readonly Scenario[] = [
  {
    title:
      'on every kind of host a choice is stored once, as narrowly as can be, is known on the next page and can be withdrawn [53, 56]',
    pages: at(HOSTS, '/', page()),
    async run(visitor, world) {
      for (const host of HOSTS) {
        const before = world.google.length
        await visitor.visit(`https://${host}/`)
        await untilShown(visitor, 'banner')
        // What the host before has sent as its page was left may still be on its way.
        const own = world.google
          .slice(before)
          .filter(({ url }) => (url.searchParams.get('dl') ?? host).includes(host))
        expect(own, host).toEqual([])
        expect(await visitor.cookieNames(), host).toEqual([])

        await visitor.click('accept-all')
        await until('the page view', () => world.google.length > before + 1)
        const [record, ...more] = await records(visitor)
        expect(more, host).toEqual([])
        expect(record, host).toMatchObject({ path: '/', secure: true, sameSite: 'Lax' })
        expect(record?.domain.replace(/[[\]]/g, ''), host).toBe(host.replace(/[[\]]/g, ''))
        expect(record?.value.length, host).toBeLessThan(1024)
        const days = ((record?.expires ?? 0) - Date.now() / 1000) / 86_400
        expect(Math.round(days), host).toBe(180)
        expect(await visitor.cookieNames(), host).toContain('_ga')

        await visitor.visit(`https://${host}/`)
        expect(await visitor.run(() => window.spaceoneConsent.isGranted('analytics')), host).toBe(
          true,
        )
        await visitor.run(() => window.spaceoneConsent.withdraw('analytics'))
        expect(await visitor.cookieNames(), host).toEqual([NAME])
      }
    },
  },
  {
    title:
      'what Google has left goes wherever it was set, on either host of a shop in co.kr, and nothing of anybody else [54, 56]',
    pages: Object.fromEntries(
      SHOPS.map(host => [`https://${host}/en/`, page('', leave('.shop.co.kr'))]),
    ),
    async run(visitor) {
      for (const host of SHOPS) {
        await visitor.visit(`https://${host}/en/`)
        await untilShown(visitor, 'banner')
        const names = new Set(await visitor.cookieNames())
        expect([...names], host).toEqual(OTHERS)
        expect(await visitor.run(() => Object.keys(localStorage))).toEqual(['_gcl_mine'])
      }
    },
  },
  {
    title:
      'hosts of one domain share a choice where it is configured, by one cookie, and a host alone has a name that only it can set [53, 56]',
    pages: {
      ...at(SHOPS, '/', page('data-cookie-domain=".shop.co.kr"')),
      'https://alone.shop.co.kr/': page('data-cookie-name="__Host-consent"'),
    },
    async run(visitor, world) {
      for (const [turn, host] of SHOPS.entries()) {
        await visitor.visit(`https://${host}/`)
        if (turn === 0) await visitor.click('reject-all')
        else await visitor.run(() => window.spaceoneConsent.rejectAll())
        expect(await visitor.isShown('banner')).toBe(false)
        expect(await records(visitor)).toMatchObject([
          { name: NAME, domain: '.shop.co.kr', path: '/', secure: true },
        ])
        expect(
          await visitor.run(() => window.spaceoneConsent.$state.get().record?.n),
          'each of them replaces the one that there is',
        ).toBe(turn + 1)
      }
      await visitor.visit('https://alone.shop.co.kr/')
      await visitor.click('reject-all')
      expect(await records(visitor)).toMatchObject([
        { name: '__Host-consent', domain: 'alone.shop.co.kr', path: '/', secure: true },
        { name: NAME, domain: '.shop.co.kr' },
      ])
      await visitor.run(() => window.spaceoneConsent.erase())
      expect((await records(visitor)).map(({ name }) => name)).toEqual([NAME])
      expect(world.google).toEqual([])
    },
  },
]
