import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'

const HELD = `
  <script type="text/plain" data-consent="analytics" data-src="/held-1.js" data-mine="kept"></script>
  <script type="text/plain" data-consent="analytics">noted.push('inline')</script>
  <script type="text/plain" data-consent="analytics" src="/held-2.js"></script>
  <script type="text/plain" data-consent="marketing">noted.push('other category')</script>`

test('held mark-up runs once, in document order, as the same elements, when it is granted [62]', async ({
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

/** Where embedded content comes from, in these tests. */
const VIDEO = 'https://video.test'

/** Answers for what is embedded, and counts what is asked for. */
const playVideo = async (context: BrowserContext) => {
  const requests: string[] = []
  await context.route(`${VIDEO}/**`, async route => {
    const { pathname } = new URL(route.request().url())
    requests.push(pathname)
    if (pathname.endsWith('.svg'))
      return route.fulfill({
        contentType: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
      })
    return route.fulfill({ contentType: 'text/html', body: '<title>Video</title>' })
  })
  return requests
}

const open = async (context: BrowserContext, page: Page, body: string) => {
  await playPortal(context, {
    page: html => html.replace('</main>', `<script>window.noted=[]</script>${body}</main>`),
  })
  const requests = await playVideo(context)
  await page.goto(`${PORTAL}/en/`)
  await page.waitForFunction(() => 'version' in window.spaceoneConsent)
  return requests
}

const decide = (page: Page, analytics: boolean) =>
  page.evaluate(answer => window.spaceoneConsent.decide({ analytics: answer }), analytics)

test('a frame, an image and a template wait in place; the frame goes again at the withdrawal', async ({
  context,
  page,
}) => {
  const requests = await open(
    context,
    page,
    `<iframe data-consent="analytics" data-src="${VIDEO}/embed" title="Film" data-mine="kept"></iframe>
    <img data-consent="analytics" data-src="${VIDEO}/one.svg" data-srcset="${VIDEO}/two.svg 1x" alt="">
    <template data-consent="analytics"><p id="inside">Inside</p>
      <script>noted.push(document.getElementById('inside').textContent)</script>
    </template>
    <script type="text/plain" data-consent="analytics">noted.push('after')</script>`,
  )
  await page.waitForTimeout(150)
  expect(requests).toEqual([])
  expect(await page.evaluate(() => window.noted)).toEqual([])

  await decide(page, true)
  await expect.poll(() => [...requests].sort()).toEqual(['/embed', '/two.svg'])
  await expect.poll(() => page.evaluate(() => window.noted)).toEqual(['Inside', 'after'])
  await expect(page.locator('template[data-consent]')).toHaveCount(0)
  await expect(page.locator('iframe[data-mine=kept]')).toHaveAttribute('src', `${VIDEO}/embed`)

  await decide(page, false)
  await expect.poll(() => page.frames().map(frame => frame.url())).not.toContain(`${VIDEO}/embed`)
  await decide(page, true)
  await expect.poll(() => requests.filter(path => path === '/embed')).toHaveLength(2)
  expect(await page.evaluate(() => window.noted)).toEqual(['Inside', 'after'])
})

test('held mark-up is released wherever and however it was put in [62]', async ({
  context,
  page,
}) => {
  const held = (name: string) =>
    `<script type="text/plain" data-consent="analytics">noted.push('${name}')</${'script'}>`
  await open(
    context,
    page,
    `<div><template shadowrootmode="open">${held('declared shadow root')}</template></div>`,
  )
  const put = (prefix: string) =>
    page.evaluate(name => {
      const box = () => document.body.appendChild(document.createElement('div'))
      const made = (place: string) => {
        const script = document.createElement('script')
        script.type = 'text/plain'
        script.dataset['consent'] = 'analytics'
        script.text = `noted.push('${name} ${place}')`
        return script
      }
      const html = `<b>${made('contextual fragment').outerHTML}</b>`
      const fragment = document.createDocumentFragment()
      const template = document.createElement('template')
      fragment.append(made('fragment'))
      template.content.append(made('template'))
      box().append(document.createRange().createContextualFragment(html))
      box().append(fragment)
      box().append(template.content.cloneNode(true))
      box().attachShadow({ mode: 'open' }).append(made('open shadow root'))
      box().attachShadow({ mode: 'closed' }).append(made('closed shadow root'))
    }, prefix)
  const all = (prefix: string) =>
    ['contextual fragment', 'fragment', 'template', 'open shadow root', 'closed shadow root'].map(
      place => `${prefix} ${place}`,
    )
  const noted = () => page.evaluate(() => [...(window.noted as string[])].sort())
  await put('early')
  await page.waitForTimeout(150)
  expect(await noted()).toEqual([])

  await decide(page, true)
  const early = [...all('early'), 'declared shadow root'].sort()
  await expect.poll(noted).toEqual(early)
  await put('late')
  await expect.poll(noted).toEqual([...early, ...all('late')].sort())
})

test('one that hangs or fails stalls no other [62]', async ({ context, page }) => {
  await context.route('**/hangs.js', () => {})
  await context.route('**/fails.js', route => route.abort())
  await open(
    context,
    page,
    `<script type="text/plain" data-consent="analytics" data-src="/fails.js"></script>
    <script type="text/plain" data-consent="analytics" data-src="/hangs.js"></script>
    <script type="text/plain" data-consent="analytics">throw new Error('mine')</script>
    <script type="text/plain" data-consent="analytics">noted.push('last')</script>`,
  )
  await decide(page, true)
  await expect.poll(() => page.evaluate(() => window.noted), { timeout: 8000 }).toEqual(['last'])
})

test('a frame of a denied purpose that stands unmarked in the page is emptied and reported', async ({
  context,
  page,
}) => {
  const warnings: string[] = []
  page.on('console', message => warnings.push(message.text()))
  await open(context, page, '<div id="box"></div>')
  await page.evaluate(() => {
    const box = document.getElementById('box') as HTMLElement
    box.innerHTML = '<iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1"></iframe>'
  })
  await expect.poll(() => page.locator('#box iframe').getAttribute('src')).toBe(null)
  await expect.poll(() => page.frames().filter(frame => /google/.test(frame.url()))).toEqual([])
  expect(warnings.filter(text => text.includes('<iframe data-consent="analytics"'))).toHaveLength(1)
})
