import { expect } from '@playwright/test'
import { isGranted } from './acts.ts'
import { hostPage, tagWith } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until, untilShown, type Visitor } from './visitor.ts'
import type { World } from './world.ts'

const NAME = 'spaceone_consent'

const HOSTS = [
  'www.agency.go.kr',
  'a.b.c.shop.co.kr',
  'www.spaceone.test.',
  'localhost',
  '192.0.2.7',
  '[2001:db8::7]',
  'intranet',
]

const page = (attributes = '', before = '') =>
  hostPage(before, '', tagWith(`data-ga="G-TEST123" ${attributes}`))

const at = (hosts: readonly string[], path: string, body: string) =>
  Object.fromEntries(hosts.map(host => [`https://${host}${path}`, body]))

const records = async (visitor: Visitor) =>
  (await visitor.cookies()).filter(({ name }) => /consent/.test(name))

const grantOf = (visitor: Visitor) =>
  visitor.run(() => {
    const { record } = window.spaceoneConsent.$state.get()
    return btoa(JSON.stringify({ ...record, c: { analytics: 1 } })).replace(/=+$/, '')
  })

const GOOGLE = ['_ga', '_ga_TEST123', '_gid', '_gat', '_gac_UA-1-1', '_gcl_au', '__utma']
/** Cookies of the site whose names resemble the names of Google's cookies. */
const OTHERS = ['__ut', '_gaming', '_gatekeeper', '_gidx', 'foo_ga', 'session', 'x_ga']

/** Sets cookies for each path and domain that a tag may have used, and `localStorage` entries. */
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
      'on every kind of host a decision is stored in one cookie with the narrowest scope, is read on the next page and can be withdrawn [53, 56]',
    pages: at(HOSTS, '/', page()),
    async run(visitor, world) {
      for (const host of HOSTS) {
        const before = world.google.length
        await visitor.visit(`https://${host}/`)
        await untilShown(visitor, 'banner')
        // Requests that Google's tag sent while the page of the previous host was closing may still
        // arrive.
        const own = world.google
          .slice(before)
          .filter(({ url }) => (url.searchParams.get('dl') ?? host).includes(host))
        expect(own, host).toEqual([])
        expect(await visitor.cookieNames(), host).toEqual([])

        await visitor.click('accept-all')
        const hereHost = new URL(`https://${host}/`).host
        const isView = ({ url, events }: World['google'][number]) =>
          URL.parse(url.searchParams.get('dl') ?? '')?.host === hereHost &&
          events.some(event => event.get('en') === 'page_view')
        await until('the page view', () => world.google.slice(before).some(isView))
        const [record, ...more] = await records(visitor)
        expect(more, host).toEqual([])
        expect(record, host).toMatchObject({ path: '/', secure: true, sameSite: 'Lax' })
        expect(record?.domain.replace(/[[\]]/g, ''), host).toBe(host.replace(/[[\]]/g, ''))
        expect(record?.value.length, host).toBeLessThan(1024)
        const days = ((record?.expires ?? 0) - Date.now() / 1000) / 86_400
        expect(Math.round(days), host).toBe(184)
        expect(await visitor.cookieNames(), host).toContain('_ga')

        await visitor.visit(`https://${host}/`)
        expect(await isGranted(visitor), host).toBe(true)
        // Wait: otherwise this host's tag might be requested while the test checks the next host.
        await until(
          'the tag of the second page',
          () =>
            world.google.slice(before).filter(({ url }) => url.pathname === '/gtag/js').length > 1,
        )
        await visitor.run(() => window.spaceoneConsent.withdraw('analytics'))
        // The browser's own process deletes a cookie a moment after the page has deleted it.
        await until('the sweep', async () => `${await visitor.cookieNames()}` === NAME)
      }
    },
  },
  {
    title:
      "the sweep deletes Google's cookies whatever their path and domain, on two hosts of a shop under co.kr, and no other cookie [54, 56]",
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
      'with a cookie domain hosts share a decision in one cookie; with a __Host- name only one host can set the cookie [53, 56]',
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
          'the decision on each host replaces the record that the hosts share',
        ).toBe(turn + 1)
      }
      await visitor.visit('https://alone.shop.co.kr/')
      await visitor.click('reject-all')
      expect(await records(visitor)).toMatchObject([
        { name: '__Host-consent', domain: 'alone.shop.co.kr', path: '/', secure: true },
        { name: NAME, domain: '.shop.co.kr' },
      ])
      // A page on another subdomain can write a cookie for the whole domain, but browsers reject
      // one whose name begins with `__Host-`.
      await visitor.visit(`https://${SHOPS[0]}/`)
      await visitor.run(
        value => {
          document.cookie = `__Host-consent=${value}; Domain=.shop.co.kr; Path=/; Secure`
        },
        await grantOf(visitor),
      )
      await visitor.visit('https://alone.shop.co.kr/')
      expect(await isGranted(visitor)).toBe(false)
      expect(await visitor.isShown('banner')).toBe(false)
      await visitor.run(() => window.spaceoneConsent.erase())
      expect((await records(visitor)).map(({ name }) => name)).toEqual([NAME])
      expect(world.google).toEqual([])
    },
  },
]
