import { expect, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { CDN, PORTAL, playPortal } from '../support/portal-site.ts'

const DAY = 86_400

test('a bad attribute is named in one warning, and nothing can be granted [5]', async ({
  context,
  page,
}) => {
  const attributes = {
    'data-ga': 'data-ga="UA-12345-1"',
    'data-policy-version': 'data-policy-version=""',
    'data-policy-url': 'data-policy-url="javascript:alert(1)"',
    'data-cookie-days': 'data-cookie-days="500"',
    'data-cookie-domain': 'data-cookie-domain="https://spaceone.test"',
  }
  let wrong = ''
  const site = await playPortal(context, {
    tag: tag =>
      tag
        .replace(new RegExp(` ${wrong.replace(/=.*/, '')}="[^"]*"`), '')
        .replace('<script', `<script ${wrong}`),
  })
  for (const [name, attribute] of Object.entries(attributes)) {
    wrong = attribute
    const visit = await context.newPage()
    const { warnings, errors } = listen(visit)
    await visit.goto(`${PORTAL}/en/`)
    await visit.waitForTimeout(300)
    expect(site.google).toEqual([])
    expect(await cookieNames(context)).toEqual([])
    await expect(visit.locator('spaceone-consent')).toHaveCount(0)
    await visit.evaluate(() => window.spaceoneConsent.acceptAll())
    await visit.waitForTimeout(300)
    expect(site.google).toEqual([])
    expect(errors).toEqual([])
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain(`[SpaceONE Consent] ${name}: "`)
    await visit.close()
  }
  await page.close()
})

test('a missing policy version is named, too [5]', async ({ context, page }) => {
  await playPortal(context, { tag: tag => tag.replace(/ data-policy-version="[^"]*"/, '') })
  const { warnings } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await expect.poll(() => warnings).toEqual([expect.stringContaining('data-policy-version')])
})

test('calls from before the SDK has come run in order, and one that throws stops no other', async ({
  context,
  page,
}) => {
  await playPortal(context, {
    placement: 'in the head with async',
    page: html =>
      html.replace(
        '<body>',
        `<body><script>window.noted=[]
        spaceoneConsent(function(c){noted.push(['first',c.isGranted('analytics')])})
        spaceoneConsent(function(){throw new Error('mine')})
        spaceoneConsent(function(c){noted.push('second')})</script>`,
      ),
  })
  const { errors } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await expect.poll(() => page.evaluate(() => window.noted)).toEqual([['first', false], 'second'])
  expect(errors).toEqual(['mine'])
  const now = await page.evaluate(() => {
    window.spaceoneConsent(consent => window.noted?.push(consent === undefined))
    return [window.noted?.at(-1), window.spaceoneConsent.isGranted('analytics')]
  })
  expect(now).toEqual([false, false])
})

test('an element of the name of the global does not stand in for it [48]', async ({
  context,
  page,
}) => {
  await playPortal(context, {
    page: html =>
      html
        .replace(/\n *<script>window\.spaceoneConsent.*<\/script>/, '')
        .replace('<head>', '<head></head><body><form id="spaceoneConsent"></form>'),
    placement: 'at the end of the body',
  })
  const { warnings } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await expect(new ConsentView(page).banner).toBeVisible()
  expect(warnings).toEqual([])
})

const LANGUAGES = [
  ['the tag', 'ja', 'ja', '', 'すべて拒否'],
  ['the document', '', 'ko-KR', '', '모두 거부'],
  ['the body', '', '', 'ja', 'すべて拒否'],
  ['the browser, English here', '', '', '', 'Reject all'],
  ['the browser where the page speaks another', '', 'fr', '', 'Reject all'],
] as const

for (const [source, tagLanguage, documentLanguage, bodyLanguage, label] of LANGUAGES)
  test(`takes the language from ${source} [14]`, async ({ context, page }) => {
    await playPortal(context, {
      tag: tag =>
        tagLanguage ? tag.replace('<script', `<script data-lang="${tagLanguage}"`) : tag,
      page: html =>
        html
          .replace(
            '<html lang="en">',
            documentLanguage ? `<html lang="${documentLanguage}">` : '<html>',
          )
          .replace('<body>', bodyLanguage ? `<body lang="${bodyLanguage}">` : '<body>'),
    })
    await page.goto(`${PORTAL}/en/`)
    await expect(new ConsentView(page).rejectAll).toHaveText(label)
  })

test('changes its language in place when the page asks for it [14]', async ({ context, page }) => {
  await playPortal(context)
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await expect(view.rejectAll).toHaveText('Reject all')
  await page.evaluate(() => window.spaceoneConsent.setLanguage('ko'))
  await expect(view.rejectAll).toHaveText('모두 거부')
})

test('works from another origin that allows it', async ({ context, page }) => {
  const site = await playPortal(context, {
    tag: tag => tag.replace('src="/consent/', `src="${CDN}/consent/`),
  })
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await view.openPreferences.click()
  await expect(view.preferences).toBeVisible()
  expect(site.google).toEqual([])
})

test('when the view cannot be loaded nothing runs, one warning says so, the next page recovers [5]', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  const view = new ConsentView(page)
  const { warnings, errors } = listen(page)
  await context.route('**/consent/ui.js', route => route.abort(), { times: 1 })
  await page.goto(`${PORTAL}/en/`)
  await expect.poll(() => warnings).toHaveLength(1)
  expect(site.google).toEqual([])
  expect(errors).toEqual([])
  expect(await page.evaluate(() => window.spaceoneConsent.isGranted('analytics'))).toBe(false)
  await page.goto(`${PORTAL}/en/`)
  await expect(view.banner).toBeVisible()
})

test('the record is a first-party cookie for 180 days that holds every answer [17, 27, 53]', async ({
  context,
  page,
}) => {
  await playPortal(context)
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/ko/`)
  const before = Math.floor(Date.now() / 1000)
  await view.rejectAll.click()
  await expect(view.banner).toBeHidden()
  const [cookie] = await context.cookies()
  expect(cookie).toMatchObject({
    name: 'spaceone_consent',
    domain: 'www.spaceone.test',
    path: '/',
    secure: true,
    sameSite: 'Lax',
  })
  expect((cookie?.expires ?? 0) - before).toBeGreaterThan(180 * DAY - 60)
  expect((cookie?.expires ?? 0) - before).toBeLessThan(180 * DAY + 60)
  const record = JSON.parse(Buffer.from(cookie?.value ?? '', 'base64url').toString())
  expect(record).toEqual({
    v: 1,
    // The preferences, fetched ahead, bring what works it out; a quick click is recorded without.
    ...(record.h && { h: expect.stringMatching(/^[\w-]{22}$/) }),
    p: '2024-01-18',
    l: 'ko',
    t: expect.any(Number),
    e: record.t + 180 * DAY,
    c: { analytics: 0 },
    m: 'reject',
    s: 'banner',
    n: 1,
  })
})

test('a parent domain is used only when it is configured, and is shared then [53]', async ({
  context,
  page,
}) => {
  await playPortal(context, {
    tag: tag => tag.replace('<script', '<script data-cookie-domain=".spaceone.test"'),
  })
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await view.rejectAll.click()
  await expect(view.banner).toBeHidden()
  expect((await context.cookies())[0]?.domain).toBe('.spaceone.test')
  await page.reload()
  await page.waitForFunction(() => window.spaceoneConsent.version)
  expect(await page.evaluate(() => window.spaceoneConsent.$view.get())).toBe('none')
})

test('two cookies of the name that disagree are no decision; a new answer settles it [52]', async ({
  context,
  page,
}) => {
  const site = await playPortal(context, {
    tag: tag => tag.replace('<script', '<script data-cookie-domain=".spaceone.test"'),
  })
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await view.acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  const [granted] = await context.cookies()
  const record = JSON.parse(Buffer.from(granted?.value ?? '', 'base64url').toString())
  const refusal = Buffer.from(JSON.stringify({ ...record, c: { analytics: 0 } }))
  await context.addCookies([
    { name: 'spaceone_consent', value: refusal.toString('base64url'), url: PORTAL },
  ])
  await page.goto('about:blank')
  await page.waitForTimeout(500)
  site.google.length = 0
  await page.goto(`${PORTAL}/en/pricing.html`)
  await expect(view.banner).toBeVisible()
  expect(site.google).toEqual([])
  await view.rejectAll.click()
  await page.reload()
  await page.waitForFunction(() => window.spaceoneConsent.version)
  expect(await page.evaluate(() => window.spaceoneConsent.$state.get().status)).toBe('decided')
  expect(site.google).toEqual([])
})

test('where cookies are refused the answer counts for the page, and the next page asks again [5]', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  await context.addInitScript(() => {
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} })
  })
  const view = new ConsentView(page)
  const { errors } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await view.acceptAll.click()
  await expect.poll(() => site.scripts()).toHaveLength(1)
  await page.goto(`${PORTAL}/en/pricing.html`)
  await expect(view.banner).toBeVisible()
  expect(site.scripts()).toHaveLength(1)
  expect(errors).toEqual([])
})

test('closing the preferences by key or button saves nothing and asks on [4]', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await view.openPreferences.click()
  await view.switch('analytics').check()
  await page.keyboard.press('Escape')
  await expect(view.preferences).toBeHidden()
  await view.openPreferences.click()
  await expect(view.switch('analytics')).not.toBeChecked()
  await view.switch('analytics').check()
  await view.close.click()
  await expect(view.banner).toBeVisible()
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual([])
})

test('under 14 nothing is asked and no call can grant [33]', async ({ context, page }) => {
  const site = await playPortal(context, {
    tag: tag => tag.replace('<script', '<script data-restricted'),
  })
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await page.evaluate(() => window.spaceoneConsent.acceptAll())
  await page.waitForTimeout(500)
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual([])
  await expect(view.banner).toBeHidden()
})
