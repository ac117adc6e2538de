import { type BrowserContext, expect, type Page } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { type Loopback, started, test, visit } from '../support/loopback.ts'
import { cookieNames } from '../support/observe.ts'

/**
 * Shortens the time for which Google's tag collects events from five seconds to 400 milliseconds.
 */
const SEND_SOON = () => {
  const wait = window.setTimeout
  Object.assign(window, {
    setTimeout: (run: TimerHandler, ms?: number, ...rest: unknown[]) =>
      wait(run, ms === 5000 ? 400 : ms, ...rest),
  })
}

/** Longer than a tag with `SEND_SOON` collects events, in milliseconds. */
const LONGER_THAN_SOON = 1500

/**
 * Makes Google's tag send the first events of a page after 100 milliseconds instead of five
 * seconds, and later events after two seconds, so that they are still queued when the test does the
 * next step.
 */
const SEND_FIRST_SOON = () => {
  const wait = window.setTimeout
  let batch = 100
  Object.assign(window, {
    setTimeout: (run: TimerHandler, ms?: number, ...rest: unknown[]) => {
      if (ms !== 5000) return wait(run, ms, ...rest)
      const timer = wait(run, batch, ...rest)
      batch = 2000
      return timer
    },
  })
}

/** Longer than a tag with `SEND_FIRST_SOON` collects later events, in milliseconds. */
const LONGER_THAN_BATCH = 3000

const push = (page: Page, event: string) => page.evaluate(name => window.gtag('event', name), event)

const decide = (page: Page, analytics: boolean) =>
  page.evaluate(answer => window.spaceoneConsent.decide({ analytics: answer }), analytics)

const isGranted = (page: Page) => page.evaluate(() => window.spaceoneConsent.isGranted('analytics'))

const waitFor = (portal: Loopback, event: string) =>
  expect.poll(() => portal.events()).toContain(event)

/**
 * Opens the portal on each page, grants analytics, and waits until every page view has arrived.
 * Each page belongs to a visitor of its own.
 */
const agree = async (portal: Loopback, ...pages: readonly Page[]) => {
  await Promise.all(pages.map(page => visit(page, portal)))
  await Promise.all(pages.map(page => decide(page, true)))
  const views = pages.map(() => 'page_view')
  await expect.poll(() => portal.events()).toEqual(views)
  portal.forget()
}

/** Makes Google's tag send with `navigator.sendBeacon` instead of `fetch`. */
const SEND_BY_BEACON = () => {
  window.dataLayer = []
  function gtag(..._command: unknown[]) {
    // biome-ignore lint/complexity/noArguments: the tag takes nothing else
    window.dataLayer.push(arguments)
  }
  gtag('set', 'transport_type', 'beacon')
}

/**
 * Ways to withdraw. Each pushes the event `queued` in the same task as the withdrawal, the latest
 * possible moment.
 */
const WITHDRAWALS = {
  'by a call': (page: Page) =>
    page.evaluate(() => {
      window.gtag('event', 'queued')
      window.spaceoneConsent.withdraw('analytics')
    }),
  'in the preferences': async (page: Page) => {
    await page.evaluate(() => {
      window.addEventListener(
        'click',
        event => {
          const [clicked] = event.composedPath() as Element[]
          if (clicked?.id === 'save') window.gtag('event', 'queued')
        },
        true,
      )
    })
    await new ConsentView(page).choose('analytics', false)
  },
}

/** Simulates the browser's report that the page is hidden or visible again. */
const playVisibility = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate(state => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, state)

/**
 * Hides the page by opening another tab. Playwright keeps every Chromium page visible, so in
 * Chromium the visibility change is simulated.
 */
const hide = async (page: Page, context: BrowserContext) => {
  if (context.browser()?.browserType().name() === 'chromium') return playVisibility(page, 'hidden')
  const tab = context.waitForEvent('page')
  await page.evaluate(() => {
    const link = document.createElement('a')
    Object.assign(link, { href: 'about:blank', target: '_blank', rel: 'noopener' })
    document.body.append(link)
    link.click()
  })
  await tab
  await page.waitForFunction(() => document.visibilityState === 'hidden')
}

/** Ways in which a visitor leaves a page. */
const LEAVINGS: Record<string, (page: Page, context: BrowserContext) => Promise<void>> = {
  'the visitor follows a link': async page => {
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('[href$="pricing.html"]')?.click(),
    )
    await page.waitForURL('**/pricing.html')
  },
  'the visitor goes elsewhere': async page => {
    await page.goto('about:blank', { waitUntil: 'commit' })
  },
  'the page is reloaded': async page => {
    await page.reload()
  },
  'the tab is closed': async page => {
    const closed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await closed
  },
  'the tab is hidden': hide,
}

for (const [leaving, leave] of Object.entries(LEAVINGS)) {
  test(`while granted, queued events are sent when ${leaving}`, { tag: '@firefox' }, async ({
    context,
    page,
    portal,
  }) => {
    await context.addInitScript(SEND_FIRST_SOON)
    await agree(portal, page)
    await push(page, 'queued')
    await leave(page, context)
    await waitFor(portal, 'user_engagement')
    expect(portal.seen()[0]).toBe('hit queued,user_engagement')
  })

  test(`after a withdrawal nothing is sent when ${leaving} [23]`, { tag: '@firefox' }, async ({
    browser,
    portal,
  }) => {
    // Each case has a visitor of its own, so that the cases can wait at the same time.
    const cases = [
      { withdraw: WITHDRAWALS['by a call'] },
      { withdraw: WITHDRAWALS['in the preferences'], init: SEND_BY_BEACON },
    ]
    const visitors = []
    // The pages are opened one after the other, because Firefox may lose a window while opening the
    // next.
    for (const { withdraw, init } of cases) {
      const context = await browser.newContext()
      await context.addInitScript(SEND_SOON)
      if (init) await context.addInitScript(init)
      visitors.push({ context, page: await context.newPage(), withdraw })
    }
    await agree(portal, ...visitors.map(({ page }) => page))
    for (const { context, page, withdraw } of visitors) {
      await withdraw(page)
      await leave(page, context)
    }
    await new Promise(resolve => setTimeout(resolve, LONGER_THAN_SOON))
    expect(portal.seen()).toEqual([])
    for (const { context } of visitors) {
      expect(await cookieNames(context)).toEqual(['spaceone_consent'])
      const next = await context.newPage()
      await visit(next, portal)
      expect(await isGranted(next)).toBe(false)
      await context.close()
    }
    expect(portal.seen()).toEqual([])
  })
}

test('while granted, a beacon sent as the tab closes reaches the server', {
  tag: '@firefox',
}, async ({ context, page, portal }) => {
  await context.addInitScript(SEND_FIRST_SOON)
  await context.addInitScript(SEND_BY_BEACON)
  await agree(portal, page)
  await push(page, 'queued')
  await page.evaluate(() => {
    // Without `fetch` the tag can only send by beacon.
    window.fetch = () => Promise.reject(new Error('no fetch'))
  })
  await LEAVINGS['the tab is closed']?.(page, context)
  await waitFor(portal, 'user_engagement')
  expect(portal.events()).toContain('queued')
})

test('a withdrawal and a navigation in one task send nothing [23]', {
  tag: '@firefox',
}, async ({ context, page, portal }) => {
  await context.addInitScript(SEND_SOON)
  await agree(portal, page)
  await page.evaluate(() => {
    window.gtag('event', 'queued')
    window.spaceoneConsent.withdraw('analytics')
    location.href = '/en/pricing.html'
  })
  await page.waitForURL('**/pricing.html')
  await started(page)
  await page.waitForTimeout(LONGER_THAN_SOON)
  expect(portal.seen()).toEqual([])
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
  expect(await isGranted(page)).toBe(false)
})

/**
 * Blocks the portal's live panel, whose repeated requests would keep the page out of the
 * back/forward cache.
 */
const withoutPanel = (page: Page) => page.route('**/watch.js', route => route.abort())

/**
 * Goes to the next page, after pushing an event later than the tag's own handler for leaving: that
 * event stays queued in the page in the back/forward cache.
 */
const goOn = async (page: Page, portal: Loopback) => {
  // Firefox does not put a page with a pending request into the back/forward cache.
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => {
    window.noted = []
    // These listeners are on `window`, so they run after the tag's own listeners on `document`, for
    // the event that the browser dispatches last: `pagehide` or `visibilitychange`.
    for (const type of ['pagehide', 'visibilitychange'])
      window.addEventListener(type, () => window.gtag('event', 'too late'))
    window.addEventListener('pageshow', ({ persisted }) => window.noted?.push(persisted))
    location.href = '/en/pricing.html'
  })
  await page.waitForURL('**/pricing.html')
  await started(page)
  await waitFor(portal, 'page_view')
  await waitFor(portal, 'user_engagement')
  portal.forget()
}

/** Goes back, and checks that the page was restored from the back/forward cache. */
const goBack = async (page: Page) => {
  await page.evaluate(() => void setTimeout(() => history.back()))
  await page.waitForFunction(() => location.pathname === '/en/' && window.spaceoneConsent?.version)
  await expect.poll(() => page.evaluate(() => window.noted)).toEqual([true])
}

test('while granted, a page that the back button restores goes on sending', {
  tag: ['@firefox', '@whole-chromium'],
}, async ({ page, portal }) => {
  await page.addInitScript(SEND_FIRST_SOON)
  await withoutPanel(page)
  await agree(portal, page)
  await goOn(page, portal)
  await goBack(page)
  expect(await isGranted(page)).toBe(true)
  await waitFor(portal, 'too late')
  expect(portal.scripts()).toBe(0)
})

for (const [way, withdraw] of Object.entries(WITHDRAWALS))
  test(`a page that the back button restores stays silent after a withdrawal ${way} on another page [23, 57]`, {
    tag: ['@firefox', '@whole-chromium'],
  }, async ({ context, page, portal }) => {
    await context.addInitScript(SEND_FIRST_SOON)
    await withoutPanel(page)
    await agree(portal, page)
    await goOn(page, portal)
    await withdraw(page)
    await goBack(page)
    await push(page, 'restored')
    await page.waitForTimeout(LONGER_THAN_BATCH)
    await playVisibility(page, 'hidden')
    await page.waitForTimeout(500)
    expect(portal.seen()).toEqual([])
    expect(await cookieNames(context)).toEqual(['spaceone_consent'])
    expect(await isGranted(page)).toBe(false)
  })

test('a withdrawal silences every other tab, and after a new grant the tabs send only later events [23, 57]', {
  tag: '@firefox',
}, async ({ context, page: choosing, portal }) => {
  await context.addInitScript(SEND_FIRST_SOON)
  const staying = await context.newPage()
  const closing = await context.newPage()
  await agree(portal, choosing)
  // The tabs start one after the other: tags that start at the same time overwrite each other's
  // cookie, and then one of them sends nothing.
  for (const page of [staying, closing]) {
    await visit(page, portal)
    await waitFor(portal, 'page_view')
    portal.forget()
  }
  expect(await cookieNames(context)).toEqual(['_ga', '_ga_PORTAL2024', 'spaceone_consent'])

  await test.step('after the withdrawal the tabs send nothing, in the background, in front or on closing', async () => {
    for (const page of [staying, closing]) await push(page, 'queued')
    await choosing.bringToFront()
    await decide(choosing, false)
    portal.forget()
    await closing.bringToFront()
    await LEAVINGS['the tab is closed']?.(closing, context)
    await choosing.waitForTimeout(LONGER_THAN_BATCH)
    await staying.bringToFront()
    for (const page of [staying, choosing]) await push(page, 'in between')
    await choosing.waitForTimeout(500)
    expect(portal.seen()).toEqual([])
    expect(await cookieNames(context)).toEqual(['spaceone_consent'])
    expect(await isGranted(staying)).toBe(false)
  })

  await test.step('after the new grant the tabs send events that happen from then on', async () => {
    await choosing.bringToFront()
    await decide(choosing, true)
    await expect.poll(() => isGranted(staying)).toBe(true)
    await push(staying, 'again')
    await staying.bringToFront()
    await waitFor(portal, 'again')
    expect(portal.events().filter(name => name !== 'user_engagement')).toEqual(['again'])
    expect(portal.scripts()).toBe(0)
  })
})

test('five grants and withdrawals on one page load one tag and use five client ids [23]', {
  tag: '@firefox',
}, async ({ context, page, portal }) => {
  await context.addInitScript(SEND_FIRST_SOON)
  await visit(page, portal)
  const rounds = [1, 2, 3, 4, 5]
  for (const round of rounds) {
    await push(page, `denied ${round}`)
    await decide(page, true)
    if (round === 1) await waitFor(portal, 'page_view')
    await push(page, `granted ${round}`)
    // Hiding the page makes the tag send its queued events at once.
    await playVisibility(page, 'hidden')
    await playVisibility(page, 'visible')
    await waitFor(portal, `granted ${round}`)
    if (round === 5) await push(page, 'queued')
    await decide(page, false)
    expect(await cookieNames(context)).toEqual(['spaceone_consent'])
  }
  await page.waitForTimeout(LONGER_THAN_BATCH)
  const events = portal.events().filter(name => name !== 'user_engagement')
  expect(events).toEqual(['page_view', ...rounds.map(round => `granted ${round}`)])
  expect(portal.scripts()).toBe(1)
  const clients = new Set(rounds.map(round => portal.clientOf(`granted ${round}`)))
  expect(clients.size).toBe(5)
  expect(clients).not.toContain(undefined)
  expect(portal.clientOf('page_view')).toBe(portal.clientOf('granted 1'))
})

test('a withdrawal silences every other tab in a browser that fires no cookie and storage events', {
  tag: '@firefox',
}, async ({ context, page: choosing, portal }) => {
  await context.addInitScript(SEND_FIRST_SOON)
  await context.addInitScript(() => {
    Reflect.deleteProperty(window, 'cookieStore')
    addEventListener('storage', event => event.stopImmediatePropagation())
  })
  const staying = await context.newPage()
  for (const page of [staying, choosing]) await visit(page, portal)
  await decide(choosing, true)
  await waitFor(portal, 'page_view')
  await staying.reload()
  await started(staying)
  expect(await staying.evaluate(() => 'cookieStore' in window)).toBe(false)
  // The tab may also have learnt of the grant before the reload, and have sent a page view then.
  const views = () => portal.events().filter(event => event === 'page_view').length
  await expect.poll(views).toBeGreaterThanOrEqual(2)
  await push(staying, 'queued')
  await decide(choosing, false)
  portal.forget()
  await push(staying, 'in between')
  await choosing.waitForTimeout(LONGER_THAN_BATCH)
  expect(portal.seen()).toEqual([])
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
})

test('an event queued before a withdrawal is not sent after a new grant [2]', {
  tag: '@firefox',
}, async ({ page, portal }) => {
  await page.addInitScript(SEND_SOON)
  await agree(portal, page)
  await page.evaluate(() => {
    window.gtag('event', 'queued')
    window.spaceoneConsent.withdraw('analytics')
    window.spaceoneConsent.decide({ analytics: true })
    window.gtag('event', 'again')
  })
  await page.waitForTimeout(LONGER_THAN_SOON)
  await waitFor(portal, 'again')
  expect(portal.events()).not.toContain('queued')
  expect(portal.scripts()).toBe(0)
})
