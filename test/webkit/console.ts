import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import {
  accept,
  expectAsked,
  expectRecordAlone,
  expectSilence,
  turnAnalytics,
} from '../everywhere/acts.ts'
import type { Scenario } from '../everywhere/scenario.ts'
import { until, untilGone, type Visitor } from '../everywhere/visitor.ts'

const CONSOLE = 'https://console.spaceone.test'

/** The page of every route of the console, as built by `scripts/console.mjs`. */
const PAGE = {
  get body() {
    return readFileSync(new URL('../results/console/index.html', import.meta.url), 'utf8')
  },
}

const CONFIG = {
  ...{ GTAG_ID: 'G-CONSOLE2024', GTM_ID: 'GTM-CONSOLE' },
  CONSENT: { policy: { version: '2024-01-18' } },
}

/** Clicks on an element of the console. */
const click = (visitor: Visitor, selector: string) =>
  visitor.run(found => document.querySelector<HTMLElement>(found)?.click(), selector)

/** The console in WebKit; Chromium and Firefox have `test/e2e/console.e2e.ts`. */
export const consoleExample: Scenario = {
  title:
    'in the console vue-gtag and vue2-gtm wait for the decision, start with the grant, and go silent at the withdrawal [2, 23]',
  pages: {
    [`${CONSOLE}/cost-report`]: PAGE,
    [`${CONSOLE}/dashboard`]: PAGE,
    [`${CONSOLE}/config/production.json`]: JSON.stringify(CONFIG),
  },
  async run(visitor, world) {
    /** Returns the paths of the pages that Google's stand-in has received, oldest first. */
    const views = () =>
      world.google
        .filter(({ url }) => url.searchParams.get('tid') === CONFIG.GTAG_ID)
        .filter(({ events }) => events.some(event => event.get('en') === 'page_view'))
        .map(({ url }) => new URL(`${url.searchParams.get('dl')}`).pathname)
    const untilViews = (...paths: string[]) =>
      until(`${paths}`, () => JSON.stringify(views()) === JSON.stringify(paths))

    await expectSilence(world, () =>
      expectAsked(visitor, world, `${CONSOLE}/cost-report?token=secret`),
    )
    await accept(visitor, world)
    await untilViews('/sign-in')
    const loaded = (id: string) =>
      world.google.filter(({ url }) => url.searchParams.get('id') === id).length
    await until('the container', () => loaded(CONFIG.GTM_ID) === 1)
    expect(loaded(CONFIG.GTAG_ID)).toBe(1)
    await click(visitor, '.sign-in .primary')
    await untilViews('/sign-in', '/cost-report')
    expect(world.google.filter(({ url }) => url.href.includes('secret'))).toEqual([])
    // The Tag Manager container of the stand-in loads a Google tag with another id, `G-WRAPPED`.
    const cookies = ['_ga', '_ga_CONSOLE2024', '_ga_WRAPPED', 'spaceone_consent']
    expect(await visitor.cookieNames()).toEqual(cookies)

    await click(visitor, '.account .cookie-settings')
    await turnAnalytics(visitor)
    await untilGone(visitor, 'preferences')
    await expectSilence(world, () => click(visitor, '.side-menu a[href="/dashboard"]'))
    await expectRecordAlone(visitor)
    await expectSilence(world, () => visitor.visit(`${CONSOLE}/dashboard`))
    expect(await visitor.isShown('banner')).toBe(false)
  },
}
