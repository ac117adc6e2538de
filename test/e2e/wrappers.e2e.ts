import { expect, type Page, test } from '@playwright/test'
import { cookieNames } from '../support/observe.ts'
import { PORTAL } from '../support/portal-site.ts'
import { leave, playWrapper, SETTLED, type WrapperSite } from '../support/wrapper-site.ts'

interface Wrapper {
  /** It tells the host when the tag is there. */
  readonly tellsReady?: true
  /** It brings nothing in before the host lets it: the host waits for the grant. */
  readonly waits?: true
}

/** Packages that bring Google's tag in, by the name of their file in `test/wrappers/entries`. */
const WRAPPERS: Record<string, Wrapper> = {
  'vue-gtag-1': { tellsReady: true },
  'vue-gtag-3': { tellsReady: true },
  'vue-gtag-next': {},
  'react-ga4-2': {},
  'react-ga4-3': {},
  analytics: { tellsReady: true },
  'vue2-gtm': { tellsReady: true },
  'nuxt-gtag': {},
  'next-third-parties': {},
  firebase: { waits: true },
}

const open = async (page: Page) => {
  await page.goto(PORTAL)
  await page.waitForFunction(() => window.consent)
}

const send = (page: Page, name: string) => page.evaluate(event => window.sendEvent(event), name)

/** Every request to Google so far, in a form that a failure can show. */
const seen = ({ google }: WrapperSite) =>
  google.map(({ url, events }) => [url.pathname, ...events.map(event => event.get('en'))].join(' '))

/** Script elements of Google's on the page: what holds them, and whether they wait. */
const tags = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement>('script[src*="googletagmanager.com"]')].map(
      ({ type, dataset }) => [type, dataset['consent']],
    ),
  )

for (const [wrapper, { tellsReady, waits }] of Object.entries(WRAPPERS)) {
  test(`${wrapper} without the SDK reaches Google unasked, and on leaving`, async ({
    context,
    page,
  }) => {
    const site = await playWrapper(context, wrapper, 'without')
    await open(page)
    await expect.poll(() => site.scripts()).toHaveLength(1)
    await send(page, 'own')
    await expect.poll(() => site.events()).toContain('own')
    expect(await leave(page)).toContain('en=user_engagement')
  })

  test(`${wrapper} with the SDK reaches Google while that is granted, and only then [2, 23]`, {
    tag: '@firefox',
  }, async ({ context, page }) => {
    const site = await playWrapper(context, wrapper, 'with')
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    /** Does something that must not reach Google, and gives anything queued the time to leave. */
    const nothingLeaves = async (act: () => Promise<unknown>) => {
      const before = site.google.length
      await act()
      await page.waitForTimeout(SETTLED)
      expect(seen(site).slice(before)).toEqual([])
    }

    await test.step('before the grant nothing leaves; the tag is held where it stands', async () => {
      await nothingLeaves(async () => {
        await open(page)
        await send(page, 'early')
      })
      expect(site.outside).toEqual([])
      expect(await cookieNames(context)).toEqual([])
      expect(await tags(page)).toEqual(waits ? [] : [['text/plain', 'analytics']])
      await page.evaluate(() => {
        const script = document.querySelector('script[data-consent]')
        Object.assign(window, { held: { script, parent: script?.parentNode } })
      })
    })

    await test.step('after the grant the same element loads, and what happens now is sent', async () => {
      await page.evaluate(() => {
        window.consent.decide({ analytics: true })
        window.sendEvent('granted')
      })
      await expect.poll(() => site.events()).toContain('granted')
      if (tellsReady) await expect.poll(() => page.evaluate(() => window.isReady)).toBe(true)
      await page.waitForTimeout(SETTLED)
      expect(site.scripts()).toHaveLength(1)
      expect(site.events()).not.toContain('early')
      const hits = site.google.filter(({ url }) => url.pathname === '/g/collect')
      expect(hits.filter(({ url }) => url.searchParams.get('gcs') !== 'G101')).toEqual([])
      expect(await cookieNames(context)).toEqual(['_ga', '_ga_WRAPPED', 'spaceone_consent'])
      if (waits) return
      const isSame = await page.evaluate(() => {
        const { script, parent } = (window as unknown as { held: Record<string, Node> }).held
        return script?.isConnected && script.parentNode === parent
      })
      expect(isSame).toBe(true)
    })

    const withdraw = () =>
      page.evaluate(() => {
        window.sendEvent('queued')
        window.consent.withdraw('analytics')
        window.sendEvent('late')
      })

    await test.step('after a withdrawal nothing leaves, the queued event included', async () => {
      await nothingLeaves(withdraw)
      expect(await cookieNames(context)).toEqual(['spaceone_consent'])
    })

    await test.step('after a second grant events leave again, by the same tag', async () => {
      await page.evaluate(() => {
        window.consent.decide({ analytics: true })
        window.sendEvent('again')
      })
      await expect.poll(() => site.events()).toContain('again')
      expect(site.scripts()).toHaveLength(1)
    })

    await test.step('on the next page a remembered grant needs no new one', async () => {
      await open(page)
      await send(page, 'returned')
      await expect.poll(() => site.events()).toContain('returned')
      await page.waitForTimeout(SETTLED)
      expect(site.scripts()).toHaveLength(2)
    })

    await test.step('leaving after a withdrawal tells nothing, nor does coming back', async () => {
      await nothingLeaves(async () => {
        await withdraw()
        expect(await leave(page)).toBe('')
        await page.waitForTimeout(SETTLED)
        await open(page)
        await send(page, 'refused')
      })
      expect(await cookieNames(context)).toEqual(['spaceone_consent'])
    })

    expect(site.events().filter(name => /early|queued|late|refused/.test(name))).toEqual([])
    expect(errors).toEqual([])
  })
}
