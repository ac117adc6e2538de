import { expect, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames, listen, waitForBatch } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'

const COLLECT = 'https://www.google-analytics.com/g/collect?v=2&en=own'

/** Tries to reach an address in every way that the guard watches, and says what it got. */
const reach = (page: Page, address: string) =>
  page.evaluate(async url => {
    const request = (isAsync: boolean) =>
      new Promise<number>(resolve => {
        const xhr = new XMLHttpRequest()
        xhr.open('POST', url, isAsync)
        xhr.onload = () => resolve(xhr.status)
        xhr.onerror = () => resolve(-1)
        xhr.send('x')
      })
    const image = () =>
      new Promise<string>(resolve => {
        const pixel = new Image()
        pixel.onload = () => resolve('load')
        pixel.onerror = () => resolve('error')
        pixel.src = url
      })
    return {
      fetch: (await fetch(url, { mode: 'no-cors', method: 'POST', keepalive: true })).status,
      fetchUrl: (await fetch(new URL(url), { mode: 'no-cors' })).status,
      fetchRequest: (await fetch(new Request(url, { mode: 'no-cors' }))).status,
      beacon: navigator.sendBeacon(url, 'x'),
      xhr: await request(true),
      image: await image(),
    }
  }, address)

test("the page's own requests to Google go nowhere before the grant, quietly", async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  const view = new ConsentView(page)
  const { errors } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await expect(view.banner).toBeVisible()
  const answers = await reach(page, COLLECT)
  await page.waitForTimeout(300)
  expect(site.google).toEqual([])
  expect(answers).toEqual({
    fetch: 204,
    fetchUrl: 204,
    fetchRequest: 204,
    beacon: true,
    xhr: 204,
    image: 'load',
  })
  expect(errors).toEqual([])
})

test('after the grant they leave, after the withdrawal they do not', async ({ context, page }) => {
  const site = await playPortal(context)
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await view.acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  site.google.length = 0
  await reach(page, COLLECT)
  await expect.poll(() => site.google.length).toBe(6)
  await view.choose('analytics', false)
  site.google.length = 0
  await reach(page, COLLECT)
  await page.waitForTimeout(300)
  expect(site.google).toEqual([])
})

test('an address that only looks like Google is none of ours', async ({ context, page }) => {
  const site = await playPortal(context)
  await page.goto(`${PORTAL}/en/`)
  await expect(new ConsentView(page).banner).toBeVisible()
  const statuses = await page.evaluate(async () => [
    (await fetch('/icon.svg?u=https://www.google-analytics.com/g/collect')).status,
    await fetch('https://www.google-analytics.com.evil.test/g/collect').then(
      () => 'answered',
      () => 'reached the network',
    ),
  ])
  expect(statuses).toEqual([200, 'reached the network'])
  expect(site.outside).toEqual(['https://www.google-analytics.com.evil.test/g/collect'])
})

const HELD = `
  <script type="text/plain" data-consent="analytics" data-src="/held-1.js" data-mine="kept"></script>
  <script type="text/plain" data-consent="analytics">noted.push('inline')</script>
  <script type="text/plain" data-consent="analytics" src="/held-2.js"></script>
  <script type="text/plain" data-consent="marketing">noted.push('other category')</script>`

test('held mark-up runs once, in document order, as the same elements, when it is granted', async ({
  context,
  page,
}) => {
  await playPortal(context, {
    page: html => html.replace('</main>', `</main><script>window.noted=[]</script>${HELD}`),
  })
  // The first to be asked for is the last to come.
  for (const [file, delay] of [
    ['held-1', 400],
    ['held-2', 0],
    ['held-3', 0],
  ] as const)
    await context.route(`**/${file}.js`, async route => {
      await new Promise(resolve => setTimeout(resolve, delay))
      await route.fulfill({ contentType: 'text/javascript', body: `noted.push('${file}')` })
    })
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await expect(view.banner).toBeVisible()
  await page.evaluate(() => {
    const script = document.querySelector('[data-mine]')
    Object.assign(window, { held: script })
    script?.addEventListener('load', () => window.noted?.push('load'))
  })
  expect(await page.evaluate(() => window.noted)).toEqual([])

  await view.acceptAll.click()
  const inOrder = ['held-1', 'load', 'inline', 'held-2']
  await expect.poll(() => page.evaluate(() => window.noted)).toEqual(inOrder)
  expect(
    await page.evaluate(() => {
      const { held } = window as unknown as { held: HTMLScriptElement }
      return [held.isConnected, held.dataset['mine'], held.src, held.type]
    }),
  ).toEqual([true, 'kept', `${PORTAL}/held-1.js`, ''])

  await test.step('what is added later runs, too, and nothing runs twice', async () => {
    await page.evaluate(() => {
      const box = document.createElement('div')
      const script = document.createElement('script')
      script.type = 'text/plain'
      script.dataset['consent'] = 'analytics'
      script.dataset['src'] = '/held-3.js'
      box.append(script)
      document.body.append(box)
    })
    await expect.poll(() => page.evaluate(() => window.noted)).toEqual([...inOrder, 'held-3'])
    await view.choose('analytics', false)
    await view.choose('analytics', true)
    await page.waitForTimeout(300)
    expect(await page.evaluate(() => window.noted)).toEqual([...inOrder, 'held-3'])
  })
})

test('held mark-up of a remembered grant runs without a click', async ({ context, page }) => {
  await playPortal(context, {
    page: html => html.replace('</main>', `</main><script>window.noted=[]</script>${HELD}`),
  })
  await context.route('**/held-*.js', route =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `noted.push('${new URL(route.request().url()).pathname}')`,
    }),
  )
  await page.goto(`${PORTAL}/en/`)
  await new ConsentView(page).acceptAll.click()
  await page.goto(`${PORTAL}/en/pricing.html`)
  await expect
    .poll(() => page.evaluate(() => window.noted))
    .toEqual(['/held-1.js', 'inline', '/held-2.js'])
})

test('cookies from before the SDK go while analytics is not granted; others stay', async ({
  context,
  page,
}) => {
  await playPortal(context)
  const names = ['_ga', '_ga_PORTAL2024', '_gaming', 'session']
  await context.addCookies([
    ...names.map(name => ({ name, value: '1', domain: '.spaceone.test', path: '/' })),
    { name: '_ga', value: '2', url: PORTAL },
  ])
  await page.goto(`${PORTAL}/en/`)
  await expect(new ConsentView(page).banner).toBeVisible()
  expect(await cookieNames(context)).toEqual(['_gaming', 'session'])
})

test('destroying gives every built-in back and takes the view away', async ({ context, page }) => {
  await playPortal(context)
  await context.addInitScript(() => {
    Object.assign(window, { original: [window.fetch, navigator.sendBeacon] })
  })
  await page.goto(`${PORTAL}/en/`)
  await expect(new ConsentView(page).banner).toBeVisible()
  const isOriginal = () =>
    page.evaluate(() => {
      const { original } = window as unknown as { original: unknown[] }
      return [
        original[0] === window.fetch,
        original[1] === navigator.sendBeacon,
        ...[XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send].map(method =>
          String(method).includes('[native code]'),
        ),
        String(Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')?.set).includes(
          '[native code]',
        ),
      ]
    })
  expect(await isOriginal()).toEqual([false, false, false, false, false])
  await page.evaluate(() => window.spaceoneConsent.destroy())
  expect(await isOriginal()).toEqual([true, true, true, true, true])
  await expect(page.locator('spaceone-consent')).toHaveCount(0)
})

test('elements that take the names of what we read change nothing', async ({ context, page }) => {
  const site = await playPortal(context)
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await view.acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await page.evaluate(() => {
    window.gtag('event', 'queued')
    for (const name of ['cookie', 'baseURI']) {
      const image = document.createElement('img')
      image.name = name
      document.body.append(image)
    }
    window.spaceoneConsent.withdraw('analytics')
  })
  site.google.length = 0
  await reach(page, COLLECT)
  await waitForBatch(page)
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
  await page.reload()
  await page.waitForFunction(() => window.spaceoneConsent.version)
  expect(await page.evaluate(() => window.spaceoneConsent.isGranted('analytics'))).toBe(false)
  expect(site.google).toEqual([])
})
