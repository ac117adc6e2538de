import { expect, type Page } from '@playwright/test'
import { expectSilence } from '../everywhere/acts.ts'
import { SETTLED } from '../everywhere/world.ts'
import { cookieNames } from '../support/observe.ts'
import { test } from '../support/page-console.ts'
import { PORTAL } from '../support/portal-site.ts'
import { leave, playWrapper, WITHOUT } from '../support/wrapper-site.ts'

/** npm packages that insert the tag. `ready` tells the site of it, `waits` inserts none itself. */
const WRAPPERS: Readonly<Record<string, 'ready' | 'waits' | ''>> = {
  'vue-gtag-1': 'ready',
  'vue-gtag-3': 'ready',
  'vue-gtag-next': '',
  'react-ga4-2': '',
  'react-ga4-3': '',
  analytics: 'ready',
  'vue2-gtm': 'ready',
  'nuxt-gtag': '',
  'next-third-parties': '',
  firebase: 'waits',
}

const open = async (page: Page) => {
  await page.goto(PORTAL)
  await page.waitForFunction(() => window.consent)
}

const send = (page: Page, name: string) => page.evaluate(event => window.sendEvent(event), name)

const tags = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement>('script[src*="googletagmanager.com"]')].map(
      ({ type, dataset }) => [type, dataset['consent']],
    ),
  )

for (const [wrapper, does] of Object.entries(WRAPPERS)) {
  const waits = does === 'waits'
  test(`with the SDK ${wrapper} reaches Google only while Google is granted [2, 23]`, {
    tag: '@full',
  }, async ({ context, page }) => {
    const site = await playWrapper(context, wrapper)
    await test.step('without the SDK it reaches Google without consent, and again when the page is left', async () => {
      await page.goto(WITHOUT)
      await expect.poll(() => site.scripts()).toHaveLength(1)
      await send(page, 'own')
      await expect.poll(() => site.events()).toContain('own')
      expect(await leave(page)).toContain('en=user_engagement')
      await context.clearCookies()
      await page.waitForTimeout(SETTLED)
      site.outside.length = 0
      site.google.length = 0
    })

    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    const held =
      await test.step('before the grant nothing is sent, and the tag is blocked in its place', async () => {
        await expectSilence(site, async () => {
          await open(page)
          await send(page, 'early')
        })
        expect(site.outside).toEqual([])
        expect(await cookieNames(context)).toEqual([])
        expect(await tags(page)).toEqual(waits ? [] : [['text/plain', 'analytics']])
        return page.evaluateHandle(() => {
          const script = document.querySelector('script[data-consent]')
          return { script, parent: script?.parentNode }
        })
      })

    await test.step('after the grant the same element loads, and new events are sent', async () => {
      await page.evaluate(() => {
        window.consent.decide({ analytics: true })
        window.sendEvent('granted')
      })
      await expect.poll(() => site.events()).toContain('granted')
      if (does === 'ready') await expect.poll(() => page.evaluate(() => window.isReady)).toBe(true)
      await page.waitForTimeout(SETTLED)
      expect(site.scripts()).toHaveLength(1)
      expect(site.events()).not.toContain('early')
      const hits = site.google.filter(({ url }) => url.pathname === '/g/collect')
      expect(hits.filter(({ url }) => url.searchParams.get('gcs') !== 'G101')).toEqual([])
      expect(await cookieNames(context)).toEqual(['_ga', '_ga_WRAPPED', 'spaceone_consent'])
      if (waits) return
      const isInPlace = await held.evaluate(({ script, parent }) => script?.parentNode === parent)
      const isConnected = await held.evaluate(({ script }) => script?.isConnected)
      expect([isInPlace, isConnected]).toEqual([true, true])
    })

    const withdraw = () =>
      page.evaluate(() => {
        window.sendEvent('queued')
        window.consent.withdraw('analytics')
        window.sendEvent('late')
      })

    await test.step('after the withdrawal nothing is sent, including an event already queued', async () => {
      await expectSilence(site, withdraw)
      expect(await cookieNames(context)).toEqual(['spaceone_consent'])
    })

    await test.step('after a second grant the same tag sends events again', async () => {
      await page.evaluate(() => {
        window.consent.decide({ analytics: true })
        window.sendEvent('again')
      })
      await expect.poll(() => site.events()).toContain('again')
      expect(site.scripts()).toHaveLength(1)
    })

    await test.step('on the next page the remembered grant is enough', async () => {
      await open(page)
      await send(page, 'returned')
      await expect.poll(() => site.events()).toContain('returned')
      await page.waitForTimeout(SETTLED)
      expect(site.scripts()).toHaveLength(2)
    })

    await test.step('after a withdrawal nothing is sent when the page is left or restored', async () => {
      await expectSilence(site, async () => {
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
