import { expect, test } from '@playwright/test'
import { BLOCKED_PAGE, playBlockedPage, SOURCE } from '../support/blocked-page.ts'
import { ConsentView } from '../support/consent-view.ts'
import { listen } from '../support/observe.ts'
import { playPortal } from '../support/portal-site.ts'

/** Markup with the likeliest mistake: the address is in `src`, and the script has no type. */
const MARKED = `<script data-consent="analytics" src="/marked.js"></script>
  <iframe data-consent="analytics" src="${SOURCE}"></iframe>
  <img data-consent="analytics" src="/marked.png" alt="">
  <iframe data-consent src="${SOURCE}?empty"></iframe>
  <p id="sentinel"></p>`

test('markup with data-consent and src waits for the grant, and the console has each element [1, 5]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  await playPortal(context)
  await playBlockedPage(context, { body: MARKED })
  await context.route('**/marked.js', route =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'window.runs = (window.runs ?? 0) + 1',
    }),
  )
  await context.route('**/marked.png', route => route.fulfill({ status: 404 }))
  const { warnings, errors } = listen(page)
  const view = new ConsentView(page)
  const runs = () => page.evaluate(() => (window as { runs?: number }).runs)
  const films = () => page.frames().filter(frame => frame.url().startsWith(SOURCE))
  await page.goto(BLOCKED_PAGE)
  await expect(view.banner).toBeVisible()
  expect(await runs()).toBeUndefined()
  await expect(page.locator('iframe[src]')).toHaveCount(0)
  expect(films()).toEqual([])
  await expect.poll(() => warnings).toHaveLength(4)
  for (const [element, address] of [
    ['script type="text/plain"', '/marked.js'],
    ['iframe', SOURCE],
    ['img', '/marked.png'],
  ])
    expect(warnings.join('\n')).toContain(
      `${address} was requested before it was allowed. data-consent has no effect with src: write data-src. Expected <${element} data-consent="analytics" data-src="${address}">`,
    )

  await view.acceptAll.click()
  await expect.poll(runs).toBe(1)
  await expect.poll(() => films().map(frame => frame.url())).toEqual([SOURCE])
  await page.evaluate(() => window.spaceoneConsent.withdraw('analytics'))
  await expect.poll(films).toEqual([])
  await page.evaluate(() => window.spaceoneConsent.acceptAll())
  await expect.poll(films).toHaveLength(1)
  expect(await runs()).toBe(1)
  expect(warnings).toHaveLength(4)
  expect(errors).toEqual([])
})

test('a script with data-consent and src that code inserts while the page is parsed runs once, after the grant [1]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  await playPortal(context)
  await playBlockedPage(context, {
    body: `<script>
        const script = document.createElement('script')
        script.dataset.consent = 'analytics'
        script.src = '/marked.js'
        document.body.append(script)
      </script><p></p>`,
  })
  await context.route('**/marked.js', route =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'window.runs = (window.runs ?? 0) + 1',
    }),
  )
  const { warnings } = listen(page)
  const view = new ConsentView(page)
  const runs = () => page.evaluate(() => (window as { runs?: number }).runs)
  await page.goto(BLOCKED_PAGE)
  await expect(view.banner).toBeVisible()
  expect(await runs()).toBeUndefined()
  await view.acceptAll.click()
  await expect.poll(runs).toBe(1)
  await page.evaluate(() => {
    window.spaceoneConsent.withdraw('analytics')
    window.spaceoneConsent.acceptAll()
  })
  await expect.poll(runs).toBe(1)
  expect(warnings).toEqual([])
})

test('a visitor who has granted gets markup with data-consent and src unchanged, and no warning', {
  tag: '@firefox',
}, async ({ context, page }) => {
  await playPortal(context)
  const requests = await playBlockedPage(context, {
    body: `<iframe data-consent="analytics" src="${SOURCE}"></iframe>`,
  })
  await page.goto(BLOCKED_PAGE)
  await new ConsentView(page).acceptAll.click()
  await expect(new ConsentView(page).banner).toBeHidden()
  const { warnings } = listen(page)
  requests.length = 0
  await page.reload()
  await expect(page.frameLocator('iframe').getByText('Play')).toBeVisible()
  expect(requests).toHaveLength(1)
  await page.evaluate(() => window.spaceoneConsent.withdraw('analytics'))
  await expect(page.locator('iframe[src]')).toHaveCount(0)
  expect(warnings).toEqual([])
})
