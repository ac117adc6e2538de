import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { expectAsked, untilViewed } from './acts.ts'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until, type Visitor } from './visitor.ts'

/** Addresses of Google from which earlier versions kept nothing, as scripts and as requests. */
const SCRIPTS = [
  'https://googletagmanager.com/gtag/js?id=G-BARE',
  'https://googletagmanager.com/gtm.js?id=GTM-BARE',
]
const AD = 'https://pagead2.googlesyndication.com'
const REQUESTS = [
  'https://googletagmanager.com/a?id=G-BARE',
  'https://google.com/measurement/conversion?en=own',
  'https://www.google.com/travel/flights/click/conversion?en=own',
  'https://adservice.google.com/pagead/regclk?en=own',
  'https://ade.googlesyndication.com/ddm/activity?en=own',
  `${AD}/measurement/conversion?en=own`,
  `${AD}/pagead/gen_204?id=tcfe&en=own`,
]
/** AdSense's own file, which Analytics does not need. */
const ADSENSE = `${AD}/pagead/js/adsbygoogle.js?client=ca-pub-1`

/** Inserts the scripts and sends the requests, as a page does. */
const reach = (visitor: Visitor) =>
  visitor.run(
    async (scripts, requests) => {
      for (const src of scripts)
        document.head.append(Object.assign(document.createElement('script'), { src }))
      for (const url of requests) {
        new Image().src = url
        await fetch(url, { mode: 'no-cors' }).catch(() => {})
      }
    },
    [...SCRIPTS, ADSENSE],
    REQUESTS,
  )

export const googleHosts: readonly Scenario[] = [
  {
    title:
      "Google's hosts are blocked with and without www, before a decision and after a refusal, AdSense's own files are not, and after a grant all load [1, 2, 23]",
    pages: { [`${HOST}/`]: hostPage() },
    async run(visitor, world) {
      const hrefs = () => world.google.map(({ url }) => url.href)
      await expectAsked(visitor, world)
      for (const turn of [1, 2]) {
        await reach(visitor)
        await until('AdSense', () => hrefs().length >= turn)
        await sleep(300)
        expect(hrefs()).toEqual(Array(turn).fill(ADSENSE))
        await visitor.run(() => window.spaceoneConsent.rejectAll())
      }
      await visitor.run(() => window.spaceoneConsent.acceptAll())
      // Until Google's tag has been started, all requests to Google stay blocked.
      await untilViewed(world)
      await reach(visitor)
      await until('all of them', () =>
        [...SCRIPTS, ...REQUESTS].every(address => hrefs().includes(address)),
      )
    },
  },
]
