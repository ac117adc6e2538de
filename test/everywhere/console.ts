import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { accept, expectAsked, expectRecordAlone, expectSilence, turnAnalytics } from './acts.ts'
import type { Scenario } from './scenario.ts'
import { until, untilGone, untilShown, type Visitor } from './visitor.ts'
import type { World } from './world.ts'

export const CONSOLE = 'https://console.spaceone.test'

const PAGE = {
  get body() {
    return readFileSync(new URL('../results/console/index.html', import.meta.url), 'utf8')
  },
}

export const IDS = { GTAG_ID: 'G-CONSOLE2024', GTM_ID: 'GTM-CONSOLE' }

const CONFIG = { ...IDS, CONSENT: { policy: { version: '2024-01-18' } } }

/** Returns the page's address (`dl`) in each page view sent to `GTAG_ID`, oldest first. */
export const viewsOf = ({ google }: World): string[] =>
  google
    .filter(({ url }) => url.searchParams.get('tid') === IDS.GTAG_ID)
    .filter(({ events }) => events.some(event => event.get('en') === 'page_view'))
    .map(({ url }) => `${url.searchParams.get('dl')}`)

const click = (visitor: Visitor, selector: string) =>
  visitor.run(found => document.querySelector<HTMLElement>(found)?.click(), selector)

const turn = async (visitor: Visitor) => {
  await click(visitor, '.account .cookie-settings')
  await turnAnalytics(visitor)
  await untilGone(visitor, 'preferences')
}

export const consoleExample: Scenario = {
  title:
    'in the console vue-gtag and vue2-gtm wait for the decision, start with the grant and never twice, and go silent at the withdrawal, also a tag in the container; no query reaches Google [2, 22, 23, 27]',
  pages: {
    [`${CONSOLE}/cost-report`]: PAGE,
    [`${CONSOLE}/dashboard`]: PAGE,
    [`${CONSOLE}/config/production.json`]: JSON.stringify(CONFIG),
  },
  isMainJob: true,
  async run(visitor, world) {
    const views = () => viewsOf(world).map(address => new URL(address).pathname)
    const untilViews = (...paths: string[]) =>
      until(`${paths}`, () => JSON.stringify(views()) === JSON.stringify(paths))
    const loaded = (id: string) =>
      world.google.filter(({ url }) => url.searchParams.get('id') === id).length
    const tags = () =>
      visitor.run(() =>
        [
          ...document.querySelectorAll<HTMLScriptElement>('script[src*="googletagmanager.com"]'),
        ].map(({ type }) => type),
      )

    await expectSilence(world, () =>
      expectAsked(visitor, world, `${CONSOLE}/cost-report?token=secret`),
    )
    expect(await tags()).toEqual(['text/plain', 'text/plain'])
    await accept(visitor, world)
    await untilViews('/sign-in')
    await until('the container', () => loaded(CONFIG.GTM_ID) === 1)
    expect(loaded(CONFIG.GTAG_ID)).toBe(1)
    await click(visitor, '.sign-in footer .cookie-settings')
    await untilShown(visitor, 'preferences')
    await visitor.click('close')
    await click(visitor, '.sign-in .primary')
    await untilViews('/sign-in', '/cost-report')
    expect(world.google.filter(({ url }) => url.href.includes('secret'))).toEqual([])
    // The Tag Manager container of the stand-in loads a Google tag with another id, `G-WRAPPED`.
    const cookies = ['_ga', '_ga_CONSOLE2024', '_ga_WRAPPED', 'spaceone_consent']
    expect(await visitor.cookieNames()).toEqual(cookies)

    await turn(visitor)
    await expectSilence(world, () => click(visitor, '.side-menu a[href="/dashboard"]'))
    await expectRecordAlone(visitor)

    await turn(visitor)
    await untilViews('/sign-in', '/cost-report', '/dashboard')
    await click(visitor, '.side-menu a[href="/cost-report"]')
    await untilViews('/sign-in', '/cost-report', '/dashboard', '/cost-report')
    expect([loaded(CONFIG.GTAG_ID), loaded(CONFIG.GTM_ID)]).toEqual([1, 1])
    const configured = await visitor.run(
      id => window.dataLayer.filter(entry => entry[0] === 'config' && entry[1] === id).length,
      CONFIG.GTAG_ID,
    )
    expect(configured).toBe(1)

    await visitor.visit(`${CONSOLE}/dashboard?token=secret`)
    await until('the tag again', () => loaded(CONFIG.GTAG_ID) === 2)
    await until('the view', () => views().length === 5)
    expect(await visitor.isShown('banner')).toBe(false)
    expect(world.google.filter(({ url }) => url.href.includes('secret'))).toEqual([])
  },
}
