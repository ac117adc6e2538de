import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { CDN, PORTAL, playPortal } from '../support/portal-site.ts'

const DAY = 86_400

test('an invalid attribute is explained in one message, and nothing can be granted [5]', async ({
  context,
  page,
}) => {
  const attributes = {
    'data-ga': 'UA-12345-1',
    'data-policy-version': '',
    'data-policy-url': 'javascript:alert(1)',
    'data-cookie-days': '500',
    'data-cookie-domain': 'https://spaceone.test',
  }
  let [wrong, value] = ['', '']
  const site = await playPortal(context, {
    tag: tag =>
      tag
        .replace(new RegExp(` ${wrong}="[^"]*"`), '')
        .replace('<script', `<script ${wrong}="${value}"`),
  })
  for ([wrong, value] of Object.entries(attributes)) {
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
    expect(warnings).toEqual([
      expect.stringMatching(
        /^\[SpaceONE Consent\] .* Expected .* No banner is shown and nothing optional runs\. See dist\/script\/docs\/README\.md#the-script-tag-in-full$/,
      ),
    ])
    expect(warnings[0]).toContain(`${wrong} is "${value}".`)
    await visit.close()
  }
  await page.close()
})

test('a missing policy version is explained too [5]', async ({ context, page }) => {
  await playPortal(context, { tag: tag => tag.replace(/ data-policy-version="[^"]*"/, '') })
  const { warnings } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await expect
    .poll(() => warnings)
    .toEqual([
      '[SpaceONE Consent] data-policy-version is missing. Expected the version of your privacy policy, such as "2024-01-18". No banner is shown and nothing optional runs. See dist/script/docs/README.md#the-script-tag-in-full',
    ])
})

test('the file with explanations is loaded only when an attribute is wrong, and unrelated data attributes of the site are no mistake', async ({
  context,
  page,
}) => {
  let attributes = 'data-turbo-track="reload" data-cfasync="false" data-theme="dark"'
  const site = await playPortal(context, {
    tag: tag => tag.replace('<script', `<script ${attributes}`),
  })
  const { warnings } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await expect(new ConsentView(page).banner).toBeVisible()
  expect({ warnings, files: site.files }).toEqual({
    warnings: [],
    files: expect.not.arrayContaining(['explain.js']),
  })

  attributes = 'data-them="dark" data-polcy-earlier="/earlier" data-position="top"'
  await page.goto(`${PORTAL}/en/pricing.html`)
  await expect(new ConsentView(page).banner).toBeVisible()
  await expect
    .poll(() => warnings.sort())
    .toEqual([
      '[SpaceONE Consent] data-polcy-earlier is unknown. Did you mean data-policy-earlier? The attribute is ignored. See dist/script/docs/README.md#the-script-tag-in-full',
      '[SpaceONE Consent] data-position is "top". Expected "bottom", "left", "right" or "inline". Its default is used. See dist/script/docs/README.md#the-script-tag-in-full',
      '[SpaceONE Consent] data-them is unknown. Did you mean data-theme? The attribute is ignored. See dist/script/docs/README.md#the-script-tag-in-full',
    ])
  expect(site.files.filter(file => file === 'explain.js')).toHaveLength(1)
})

test('when the file with explanations cannot be loaded, a short message names the invalid attribute and its value [5]', async ({
  context,
  page,
}) => {
  const site = await playPortal(context, {
    tag: tag => tag.replace(/data-ga="[^"]*"/, 'data-ga="UA-12345-1"'),
  })
  await context.route('**/explain.js', route => route.abort('blockedbyclient'))
  const { warnings } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await expect
    .poll(() => warnings)
    .toEqual([
      '[SpaceONE Consent] data-ga UA-12345-1 explain.js did not load: copy all files beside consent.js.',
    ])
  expect(await page.evaluate(() => window.spaceoneConsent.$state.get().status)).toBe('restricted')
  expect(site.google).toEqual([])
})

test('the placeholder of the documents in data-ga asks nothing and blocks Google, and the message says what to write', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await playPortal(context, {
    tag: tag => tag.replace(/data-ga="[^"]*"/, 'data-ga="G-XXXXXXX"'),
  })
  const { warnings } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await expect
    .poll(() => warnings)
    .toEqual([
      '[SpaceONE Consent] data-ga is "G-XXXXXXX". This is a placeholder: write your own id. Expected the measurement id of Google Analytics 4, such as "G-1A2B3C4". No banner is shown and nothing optional runs. See dist/script/docs/README.md#the-script-tag-in-full',
    ])
  expect(site.google).toEqual([])
  expect(await page.evaluate(() => window.spaceoneConsent.$state.get().status)).toBe('restricted')
})

test('a page without a way back to the choice is named once after a decision, with a misspelt attribute [5]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  await page.clock.install()
  const site = await playPortal(context, {
    page: html => html.replaceAll('data-consent-open', 'data-consent-opn'),
  })
  const view = new ConsentView(page)
  const { warnings, errors } = listen(page)
  const decide = async () => {
    const explained = page.waitForResponse('**/explain.js')
    await page.goto(`${PORTAL}/en/`)
    await view.rejectAll.click()
    await explained
    // The file has run once the page has imported it, too.
    await page.evaluate(url => import(url), `${PORTAL}/consent/explain.js`)
  }
  await decide()
  await page.evaluate(() =>
    document.querySelector('[data-consent-opn]')?.toggleAttribute('data-consent-open'),
  )
  await page.clock.runFor(11_000)
  expect(warnings).toEqual([])

  await context.clearCookies()
  await decide()
  await page.clock.runFor(11_000)
  expect({ warnings, errors }).toEqual({
    warnings: [
      expect.stringMatching(
        /No way back to the choice was found on this page\..* Found data-consent-opn\./,
      ),
    ],
    errors: [],
  })
  expect(site.google).toEqual([])
})

test('calls queued before consent.js has loaded run in order, and a call that throws does not stop the others', async ({
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

test("an element whose id equals the name of the SDK's global does not replace the global [48]", async ({
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
  ['the tag', 'ja', 'ja', '', '拒否'],
  ['the document', '', 'ko-KR', '', '거부'],
  ['the body', '', '', 'ja', '拒否'],
  ['the browser, English here', '', '', '', 'Reject'],
  ['the browser where the page speaks another', '', 'fr', '', 'Reject'],
] as const

for (const [source, tagLanguage, documentLanguage, bodyLanguage, label] of LANGUAGES)
  test(`the view's language comes from ${source} [14]`, async ({ context, page }) => {
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

test('the view changes its language in place when the page calls setLanguage [14]', async ({
  context,
  page,
}) => {
  await playPortal(context)
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await expect(view.rejectAll).toHaveText('Reject')
  await page.evaluate(() => window.spaceoneConsent.setLanguage('ko'))
  await expect(view.rejectAll).toHaveText('거부')
})

test('the SDK works when served from another origin that allows it by CORS', async ({
  context,
  page,
}) => {
  const site = await playPortal(context, {
    tag: tag => tag.replace('src="/consent/', `src="${CDN}/consent/`),
  })
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await view.openPreferences.click()
  await expect(view.preferences).toBeVisible()
  expect(site.google).toEqual([])
})

test('when the file of the view cannot be loaded nothing runs, one warning is logged, and the next page works [5]', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  const view = new ConsentView(page)
  const { warnings, errors } = listen(page)
  await context.route('**/consent/ui.en.js', route => route.abort(), { times: 1 })
  await page.goto(`${PORTAL}/en/`)
  await expect.poll(() => warnings).toHaveLength(1)
  expect(site.google).toEqual([])
  expect(errors).toEqual([])
  expect(await page.evaluate(() => window.spaceoneConsent.isGranted('analytics'))).toBe(false)
  await page.goto(`${PORTAL}/en/`)
  await expect(view.banner).toBeVisible()
})

test('the record is a first-party cookie for 184 days that holds every answer [17, 27, 53]', async ({
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
  expect((cookie?.expires ?? 0) - before).toBeGreaterThan(184 * DAY - 60)
  expect((cookie?.expires ?? 0) - before).toBeLessThan(184 * DAY + 60)
  const record = JSON.parse(Buffer.from(cookie?.value ?? '', 'base64url').toString())
  expect(record).toEqual({
    v: 1,
    // The hash is computed while the banner is shown; a click before then is recorded without it.
    ...(record.h && { h: expect.stringMatching(/^[\w-]{22}$/) }),
    p: '2024-01-18',
    l: 'ko',
    t: expect.any(Number),
    e: record.t + 184 * DAY,
    c: { analytics: 0 },
    m: 'reject',
    s: 'banner',
    n: 1,
  })
})

test("the record's cookie is set on a parent domain only when data-cookie-domain says so, and is then shared [53]", async ({
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

test('two record cookies that contradict each other count as no decision, and a new answer replaces both [52]', async ({
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

test('when cookies are disabled the answer counts for the page, and the next page asks again [5]', async ({
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

test('closing the preferences by key or button saves nothing, keeps the draft, and the banner still asks [4]', async ({
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
  await expect(view.switch('analytics')).toBeChecked()
  await view.close.click()
  await expect(view.banner).toBeVisible()
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual([])
})

test('with the attribute for visitors under 14 nothing is asked, and no call can grant [33]', async ({
  context,
  page,
}) => {
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

test('a tag with type="module" works from then on, and the console says what it should be [5]', async ({
  context,
  page,
}) => {
  const site = await playPortal(context, {
    tag: tag => tag.replace('<script', '<script type="module"'),
  })
  const { warnings, errors } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await expect(new ConsentView(page).banner).toBeVisible()
  await expect
    .poll(() => warnings)
    .toEqual([
      expect.stringMatching(
        /consent\.js was loaded with type="module".* Expected a classic script.* consent\.js works from now on; scripts that ran before it were not blocked\. See dist\/script\/docs\/README\.md#the-script-tag-in-full/,
      ),
    ])
  expect({ google: site.google, errors }).toEqual({ google: [], errors: [] })
})

test('a view of another version shows nothing, and the console says so [5]', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  await context.route('**/consent/ui.en.js', async route => {
    const body = await readFile('packages/consent/dist/script/ui.en.js', 'utf8')
    await route.fulfill({
      contentType: 'text/javascript',
      body: body.replaceAll(/(["'`])0\.1\.0\1/g, '"0.2.0"'),
    })
  })
  const { warnings, errors } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await expect
    .poll(() => warnings)
    .toEqual([
      expect.stringContaining(
        'ui.en.js is of another version than consent.js, which is 0.1.0. Expected all files of one version, unchanged, in one folder. No banner is shown and nothing optional runs.',
      ),
    ])
  await expect(page.locator('spaceone-consent')).toHaveCount(0)
  expect({ google: site.google, errors }).toEqual({ google: [], errors: [] })
})

test('a page without a category, with unknown categories in markup and calls, and with wrong texts hears of each once [5]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  let attributes = ''
  await playPortal(context, {
    tag: tag => tag.replace(/ data-ga="[^"]*"/, attributes),
    page: html =>
      html.replace(
        '<body>',
        `<body><img data-consent="analitics" data-src="/x.png" alt="">
        <script>spaceoneConsent({ texts: { en: { bannner: {}, banner: { headign: 'x' } } } })</script>`,
      ),
    placement: 'at the end of the body',
  })
  const { warnings } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await expect
    .poll(() => warnings)
    .toEqual([expect.stringContaining('There is nothing to ask: the page has no category.')])

  attributes = ' data-categories="analytics"'
  warnings.length = 0
  await page.goto(`${PORTAL}/en/pricing.html`)
  const answers = await page.evaluate(() =>
    ['analyitcs', 'analyitcs', 'analytics', 'analytics/Chat'].map(name =>
      window.spaceoneConsent.isGranted(name),
    ),
  )
  expect(answers).toEqual([false, false, false, false])
  // The keys of `texts.en` are checked with the file of the settings.
  await new ConsentView(page).openPreferences.hover()
  await expect
    .poll(() => warnings.map(text => /"[^"]*"/.exec(text)?.[0]).sort())
    .toEqual(['"analitics"', '"analyitcs"', '"bannner"', '"headign"'])
})
