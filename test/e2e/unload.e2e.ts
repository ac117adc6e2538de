import { expect, type Page } from '@playwright/test'
import { follow, goBack } from '../support/back-button.ts'
import { forbid } from '../support/forbidden.ts'
import { type Loopback, test } from '../support/loopback.ts'
import { Visitor } from '../support/visitor.ts'

/**
 * Changes the time for which Google's tag collects events before it sends them, which is five
 * seconds.
 *
 * @param batches The time for the first batch of a page and for later batches, in milliseconds. The
 *   first page view is in no batch: the tag sends it at once.
 */
const collect = ([first, later]: readonly [first: number, later: number]) => {
  const wait = window.setTimeout
  const early = [first]
  Object.assign(window, {
    setTimeout: (run: TimerHandler, ms?: number, ...rest: unknown[]) =>
      wait(run, ms === 5000 ? (early.pop() ?? later) : ms, ...rest),
  })
}

/** With these times the tag sends every batch after 400 ms. */
const SOON = [400, 400] as const
/** With these times the tag sends the first batch after 100 ms, and later batches after 2 s. */
const FIRST_SOON = [100, 2000] as const

/** The time after which a tag with `SOON` has sent its events, in milliseconds. */
const LONGER_THAN_SOON = 1500
/** The time after which a tag with `FIRST_SOON` has sent its events, in milliseconds. */
const LONGER_THAN_BATCH = 3000

const visit = (visitor: Visitor, portal: Loopback) => visitor.goes(`${portal.address}/en/`)

const waitFor = (portal: Loopback, event: string) =>
  expect.poll(() => portal.events()).toContain(event)

const agree = async (
  portal: Loopback,
  batches: readonly [number, number],
  ...visitors: readonly Visitor[]
) => {
  for (const { context } of visitors) await context.addInitScript(collect, batches)
  await Promise.all(visitors.map(visitor => visit(visitor, portal)))
  await Promise.all(visitors.map(visitor => visitor.decides(true)))
  const views = visitors.map(() => 'page_view')
  await expect.poll(() => portal.events()).toEqual(views)
  portal.forget()
}

const SEND_BY_BEACON = () => {
  window.dataLayer = []
  function gtag(..._command: unknown[]) {
    // biome-ignore lint/complexity/noArguments: the tag takes nothing else
    window.dataLayer.push(arguments)
  }
  gtag('set', 'transport_type', 'beacon')
}

/** Ways to withdraw. Each pushes the event `queued` just before, in the withdrawal's task. */
const WITHDRAWALS = {
  'by a call': ({ page }: Visitor) =>
    page.evaluate(() => {
      window.gtag('event', 'queued')
      window.spaceoneConsent.withdraw('analytics')
    }),
  'in the preferences': async (visitor: Visitor) => {
    await visitor.page.evaluate(() => {
      const queue = (click: Event) => {
        const [clicked] = click.composedPath() as Element[]
        if (clicked?.id === 'save') window.gtag('event', 'queued')
      }
      window.addEventListener('click', queue, true)
    })
    await visitor.chooses('analytics', false)
  },
}

const playVisibility = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate(state => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, state)

/** Opens another tab. Playwright keeps Chromium's pages visible, so there the change is played. */
const hide = async ({ page, context }: Visitor) => {
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

const LEAVINGS = {
  'the visitor follows a link': async ({ page }: Visitor) => {
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('[href$="pricing.html"]')?.click(),
    )
    await page.waitForURL('**/pricing.html')
  },
  'the visitor goes elsewhere': ({ page }: Visitor) =>
    page.goto('about:blank', { waitUntil: 'commit' }),
  'the page is reloaded': ({ page }: Visitor) => page.reload(),
  'the tab is closed': async ({ page }: Visitor) => {
    const closed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await closed
  },
  'the tab is hidden': hide,
}

/** The ways to leave of the short run. */
const IN_SHORT_RUN = ['the visitor follows a link', 'the tab is closed']

for (const [leaving, leave] of Object.entries(LEAVINGS))
  test(`when ${leaving} nothing is sent after a withdrawal, and queued events are sent while granted [23]`, {
    tag: IN_SHORT_RUN.includes(leaving) ? '@firefox' : '@full',
  }, async ({ browser, visitor, portal }) => {
    // Each case has a visitor of its own, so that the cases can wait at the same time.
    const cases = []
    // Firefox may lose a window while it opens the next, so the pages are opened in turn.
    for (const withdraw of Object.values(WITHDRAWALS)) {
      const context = await browser.newContext()
      if (withdraw !== WITHDRAWALS['by a call']) await context.addInitScript(SEND_BY_BEACON)
      cases.push({ visitor: new Visitor(await context.newPage()), withdraw })
    }
    await agree(portal, SOON, ...cases.map(({ visitor }) => visitor))
    for (const { visitor, withdraw } of cases) {
      await withdraw(visitor)
      await leave(visitor)
    }
    await visitor.page.waitForTimeout(LONGER_THAN_SOON)
    forbid('what pages send after a withdrawal', portal.seen())
    for (const { visitor } of cases) {
      expect(await visitor.cookies()).toEqual(['spaceone_consent'])
      expect((await visitor.recorded())?.c).toEqual({ analytics: 0 })
      await visitor.context.close()
    }
    forbid('what contexts send as they close', portal.seen())

    if (leave === LEAVINGS['the tab is closed']) await visitor.context.addInitScript(SEND_BY_BEACON)
    await agree(portal, FIRST_SOON, visitor)
    await visitor.pushes('queued')
    await leave(visitor)
    await waitFor(portal, 'user_engagement')
    expect(portal.seen()[0]).toBe('hit queued,user_engagement')
  })

test('a withdrawal and a navigation in one task send nothing [23]', async ({
  visitor,
  page,
  portal,
}) => {
  await agree(portal, SOON, visitor)
  await page.evaluate(() => {
    window.gtag('event', 'queued')
    window.spaceoneConsent.withdraw('analytics')
    location.href = '/en/pricing.html'
  })
  await page.waitForURL('**/pricing.html')
  await visitor.isStarted()
  await page.waitForTimeout(LONGER_THAN_SOON)
  forbid('what is sent after a withdrawal', portal.seen())
  expect(await visitor.cookies()).toEqual(['spaceone_consent'])
  expect(await visitor.isGranted()).toBe(false)
})

/** Goes to the next page, and queues an event after the tag's own handlers have run. */
const goOn = async (visitor: Visitor, portal: Loopback) => {
  await visitor.page.evaluate(() => {
    // These listeners run after the tag's own, which were added earlier or are on `document`, also
    // for the event that the browser dispatches last: `pagehide` or `visibilitychange`.
    for (const type of ['pagehide', 'visibilitychange'])
      window.addEventListener(type, () => window.gtag('event', 'too late'))
  })
  await follow(visitor.page, `${portal.address}/en/pricing.html`)
  await waitFor(portal, 'page_view')
  await waitFor(portal, 'user_engagement')
  portal.forget()
}

test('while granted, a page that the back button restores goes on sending', {
  tag: ['@full', '@whole-chromium'],
}, async ({ visitor, page, portal }) => {
  await agree(portal, FIRST_SOON, visitor)
  await goOn(visitor, portal)
  await goBack(page, `${portal.address}/en/`)
  expect(await visitor.isGranted()).toBe(true)
  await waitFor(portal, 'too late')
  expect(portal.scripts()).toBe(0)
})

for (const [way, withdraw] of Object.entries(WITHDRAWALS))
  test(`a page that the back button restores stays silent after a withdrawal ${way} on another page [23, 57]`, {
    tag: ['@whole-chromium', way === 'by a call' ? '@firefox' : '@full'],
  }, async ({ visitor, page, portal }) => {
    await agree(portal, FIRST_SOON, visitor)
    await goOn(visitor, portal)
    await withdraw(visitor)
    await goBack(page, `${portal.address}/en/`)
    await visitor.pushes('restored')
    await page.waitForTimeout(LONGER_THAN_BATCH)
    await playVisibility(page, 'hidden')
    await visitor.settles()
    forbid('what is sent after a withdrawal', portal.seen())
    expect(await visitor.cookies()).toEqual(['spaceone_consent'])
    expect(await visitor.isGranted()).toBe(false)
  })

test('a withdrawal silences every other tab, also as the tab is closed, in a browser that fires no cookie and storage events [23, 57]', async ({
  visitor: choosing,
  context,
  portal,
}) => {
  await context.addInitScript(collect, FIRST_SOON)
  await context.addInitScript(() => {
    Reflect.deleteProperty(window, 'cookieStore')
    addEventListener('storage', event => event.stopImmediatePropagation())
  })
  const staying = await choosing.opensTab()
  for (const tab of [staying, choosing]) await visit(tab, portal)
  await choosing.decides(true)
  await waitFor(portal, 'page_view')
  await staying.reloads()
  expect(await staying.page.evaluate(() => 'cookieStore' in window)).toBe(false)
  // The tab may also have learnt of the grant before the reload, and have sent a page view then.
  const views = () => portal.events().filter(event => event === 'page_view').length
  await expect.poll(views).toBeGreaterThanOrEqual(2)
  await staying.pushes('queued')
  await choosing.decides(false)
  portal.forget()
  await staying.pushes('in between')
  await LEAVINGS['the tab is closed'](staying)
  await choosing.page.waitForTimeout(LONGER_THAN_BATCH)
  forbid('what is sent after a withdrawal', portal.seen())
  expect(await choosing.cookies()).toEqual(['spaceone_consent'])
})
