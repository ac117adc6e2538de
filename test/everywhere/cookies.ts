import { expect } from '@playwright/test'
import { isGranted } from './acts.ts'
import { hostPage, tagWith } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until, untilShown, type Visitor } from './visitor.ts'
import type { World } from './world.ts'

const NAME = 'spaceone_consent'

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

/**
 * A decision and a withdrawal on each origin.
 *
 * @param origins Origins, each with an optional cookie domain that the browser rejects there.
 */
export const onOrigins = (origins: readonly string[]): Scenario => ({
  title:
    'on each kind of origin a decision is stored in one cookie with the narrowest scope, is read on the next page and can be withdrawn [53, 56]',
  pages: Object.fromEntries(
    origins.map((one, at) => {
      const [origin, shared = ''] = one.split(' ')
      return [`${origin}/${at}`, page(shared && `data-cookie-domain="${shared}"`)]
    }),
  ),
  async run(visitor, world) {
    for (const [at, name] of origins.entries()) {
      const url = new URL(`${name.split(' ')[0]}/${at}`)
      const isHere = (address: URL) =>
        (address.searchParams.get('dl') ?? url.host).includes(url.host)
      const before = world.google.length
      await visitor.visit(url.href)
      await untilShown(visitor, 'banner')
      // Requests that Google's tag sent while the page of the previous origin was closing may still
      // arrive.
      const own = () => world.google.slice(before).filter(one => isHere(one.url))
      expect(own(), name).toEqual([])
      expect(await visitor.cookieNames(), name).toEqual([])

      await visitor.click('accept-all')
      const isView = ({ events }: World['google'][number]) =>
        events.some(event => event.get('en') === 'page_view')
      await until('the page view', () => own().some(isView))
      const [record, ...more] = await records(visitor)
      expect(more, name).toEqual([])
      const secure = url.protocol === 'https:'
      expect(record, name).toMatchObject({ path: '/', secure, sameSite: 'Lax' })
      expect(record?.domain.replace(/[[\]]/g, ''), name).toBe(url.hostname.replace(/[[\]]/g, ''))
      expect(record?.value.length, name).toBeLessThan(1024)
      const days = ((record?.expires ?? 0) - Date.now() / 1000) / 86_400
      expect(Math.round(days), name).toBe(184)
      expect(await visitor.cookieNames(), name).toContain('_ga')

      await visitor.visit(url.href)
      expect(await isGranted(visitor), name).toBe(true)
      // Wait: otherwise this origin's tag might be requested while the test checks the next one.
      await until(
        'the tag of the second page',
        () => own().filter(({ url }) => url.pathname === '/gtag/js').length > 1,
      )
      await visitor.run(() => window.spaceoneConsent.withdraw('analytics'))
      // The browser's own process deletes a cookie a moment after the page has deleted it.
      await until('the sweep', async () => `${await visitor.cookieNames()}` === NAME)
      await visitor.run(() => window.spaceoneConsent.erase())
    }
  },
})

export const cookies: readonly Scenario[] = [
  onOrigins([
    ...['https://www.agency.go.kr', 'https://a.b.c.shop.co.kr', 'https://www.spaceone.test.'],
    ...['https://localhost', 'https://192.0.2.7', 'https://[2001:db8::7]', 'https://intranet'],
  ]),
  {
    title:
      "the sweep deletes Google's cookies whatever their path and domain, on two hosts of a shop under co.kr, and no other cookie [54, 56]",
    pages: Object.fromEntries(
      SHOPS.map(host => [`https://${host}/en/`, page('', leave('.shop.co.kr'))]),
    ),
    isMainJob: true,
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
