import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { npmPage, serveModules } from '../support/npm-page.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'

/** How long the test waits for a request that must not arrive, in milliseconds. */
const SETTLE = 150

const open = async (context: BrowserContext, page: Page, module: string) => {
  const site = await playPortal(context, { page: () => npmPage(module) })
  await serveModules(context)
  await page.goto(`${PORTAL}/en/`)
  await page.waitForFunction(() => 'consent' in window)
  return site
}

const decide = (page: Page, choices: Record<string, boolean>) =>
  page.evaluate(answers => {
    ;(window as unknown as { consent: Window['spaceoneConsent'] }).consent.decide(answers)
  }, choices)

const insert = (page: Page, address: string) =>
  page.evaluate(src => {
    const script = document.createElement('script')
    script.src = src
    document.head.append(script)
  }, address)

test('Google Analytics runs while Tag Manager is denied, although both use the same hosts', async ({
  context,
  page,
}) => {
  const site = await open(
    context,
    page,
    `import { createConsent, googleAnalytics, googleTagManager } from '@spaceone/consent'
    window.consent = createConsent({
      policy: { version: '1' },
      categories: {
        analytics: { services: [googleAnalytics({ id: 'G-ABC123' })] },
        marketing: { services: [googleTagManager({ id: 'GTM-ABC123' })] },
      },
    })`,
  )
  await insert(page, 'https://www.googletagmanager.com/gtm.js?id=GTM-ABC123')
  await insert(page, 'https://www.googletagmanager.com/gtag/js?id=G-OTHER')
  await decide(page, { analytics: true })
  await expect.poll(() => site.events()).toEqual(['page_view'])
  expect(site.scripts().map(({ url }) => url.searchParams.get('id'))).toEqual(['G-ABC123'])
  await page.waitForTimeout(SETTLE)
  expect(site.google.map(({ url }) => url.pathname)).toEqual(['/gtag/js', '/g/collect'])
  expect(await cookieNames(context)).toEqual(['_ga', '_ga_ABC123', 'spaceone_consent'])

  await test.step('the Tag Manager container is loaded after its own grant', async () => {
    await decide(page, { marketing: true })
    await expect.poll(() => site.google.map(({ url }) => url.pathname)).toContain('/gtm.js')
    const layer = await page.evaluate(() =>
      window.dataLayer.filter(entry => 'spaceone_consent' in entry).pop(),
    )
    expect(layer).toMatchObject({ spaceone_consent: { analytics: true, marketing: true } })
    // The test waits until the container has run, not only until it has been requested.
    await expect.poll(() => cookieNames(context)).toContain('_ga_WRAPPED')
  })

  await test.step('when Tag Manager is denied again, Google Analytics goes on and nothing else does', async () => {
    await decide(page, { marketing: false })
    site.google.length = 0
    await page.evaluate(async () => {
      const hit = (id: string) =>
        fetch(`https://www.google-analytics.com/g/collect?v=2&en=own&tid=${id}`, {
          mode: 'no-cors',
        })
      await hit('G-OTHER')
      await hit('G-ABC123')
    })
    expect(site.google.map(({ url }) => url.searchParams.get('tid'))).toEqual(['G-ABC123'])
    // Cookies that the container's own Google tag has set belong to analytics too, so they stay.
    expect(await cookieNames(context)).toEqual([
      '_ga',
      '_ga_ABC123',
      '_ga_WRAPPED',
      'spaceone_consent',
    ])
  })
})

test("in advanced mode Google's tag sends cookieless hits while denied, as documented, and sets no cookie", async ({
  context,
  page,
}) => {
  const site = await open(
    context,
    page,
    `import { createConsent, googleAnalytics } from '@spaceone/consent'
    window.consent = createConsent({
      policy: { version: '1' },
      categories: {
        analytics: { services: [googleAnalytics({ id: 'G-ABC123', mode: 'advanced' })] },
      },
    })`,
  )
  const states = () =>
    site.google
      .filter(({ events }) => events.length > 0)
      .map(({ url }) => url.searchParams.get('gcs'))
  await expect.poll(states).toEqual(['G100'])
  expect(await cookieNames(context)).toEqual([])
  await decide(page, { analytics: true })
  await page.evaluate(() => window.gtag('event', 'own'))
  await expect.poll(states, { timeout: 8000 }).toEqual(['G100', 'G101'])
  expect(await cookieNames(context)).toEqual(['_ga', '_ga_ABC123', 'spaceone_consent'])
  await decide(page, { analytics: false })
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
})

test('a service defined by the site starts at the grant and stops at the withdrawal [23]', async ({
  context,
  page,
}) => {
  const { errors, warnings } = listen(page)
  const site = await open(
    context,
    page,
    `import { createConsent, script, service } from '@spaceone/consent'
    document.cookie = 'chat_id=1'
    document.cookie = 'session=1'
    localStorage.setItem('chat_draft', 'x')
    localStorage.setItem('cart', 'x')
    window.consent = createConsent({
      policy: { version: '1' },
      categories: {
        support: {
          services: [
            service({ name: 'Broken', match: [], cookies: [], start() { throw new Error('mine') }, stop() {} }),
            service({ name: 'Slow', match: [], cookies: [], start: () => new Promise(() => {}), stop() {} }),
            service({
              name: 'Chat',
              match: ['chat.test'],
              cookies: ['chat_*'],
              storage: ['chat_draft'],
              start: () => noted.push('start'),
              stop: () => noted.push('stop'),
            }),
          ],
        },
        video: { services: [script({ src: 'https://video.test/player.js' })] },
      },
    })`,
  )
  const noted = () => page.evaluate(() => window.noted)
  await insert(page, 'https://chat.test/widget.js')
  await insert(page, 'https://video.test/other.js')
  await page.waitForTimeout(SETTLE)
  expect(site.outside).toEqual([])
  expect(await noted()).toEqual([])
  expect(await page.evaluate(() => [document.cookie, ...Object.keys(localStorage)])).toEqual([
    'session=1',
    'cart',
  ])

  await decide(page, { support: true })
  expect(await noted()).toEqual(['start'])
  await expect.poll(() => site.outside).toEqual(['https://chat.test/widget.js'])
  expect(errors).toEqual(['mine'])
  await decide(page, { video: true })
  await expect
    .poll(() => site.outside.slice(1).sort())
    .toEqual(['https://video.test/other.js', 'https://video.test/player.js'])

  await page.evaluate(() => {
    document.cookie = 'chat_id=1'
  })
  await decide(page, { support: false })
  expect(await noted()).toEqual(['start', 'stop'])
  expect(await page.evaluate(() => document.cookie)).not.toContain('chat_id')
  await expect
    .poll(() => warnings, { timeout: 15_000 })
    .toEqual(['[SpaceONE Consent] service-failed Broken', '[SpaceONE Consent] service-slow Slow'])
})

test('two consents on one page share one set of interceptors', async ({ context, page }) => {
  await open(
    context,
    page,
    `import { createConsent, googleAnalytics } from '@spaceone/consent'
    const { fetch } = window
    const create = (name, id) => createConsent({
      policy: { version: '1' },
      categories: { analytics: { services: [googleAnalytics({ id })] } },
      cookie: { name },
    })
    const first = create('one', 'G-ONE')
    const intercepted = window.fetch
    const second = create('two', 'G-TWO')
    noted.push(window.fetch === intercepted, window.fetch !== fetch)
    first.destroy()
    noted.push(window.fetch === intercepted)
    second.destroy()
    noted.push(window.fetch === fetch)
    window.consent = second`,
  )
  expect(await page.evaluate(() => window.noted)).toEqual([true, true, true, true])
})
