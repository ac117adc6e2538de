import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'
import { recordIn } from '../support/record.ts'

const NAME = 'spaceone_consent'

/** How long the test waits for a request that must not arrive, in milliseconds. */
const SETTLE = 500

const started = (page: Page) => page.waitForFunction(() => window.spaceoneConsent?.version)

const isGranted = (page: Page) => page.evaluate(() => window.spaceoneConsent.isGranted('analytics'))

const records = async (context: BrowserContext) =>
  (await context.cookies()).filter(({ name }) => name === NAME)

const withAttributes = (attributes: string) => (tag: string) =>
  tag.replace('<script', `<script ${attributes}`)

/**
 * Origins of developers' machines and intranets. `test/everywhere` covers https hosts without a
 * port.
 */
const ORIGINS = [
  'https://www.spaceone.test:8443',
  'http://localhost:3000',
  'http://127.0.0.1:8080',
  'http://[::1]:8080',
  'http://intranet',
]

for (const origin of ORIGINS)
  test(`on ${origin} a decision is stored in one cookie, read on the next page, and can be withdrawn [53, 56]`, {
    tag: '@firefox',
  }, async ({ context, page }) => {
    const site = await playPortal(context, { origin })
    const view = new ConsentView(page)
    await page.goto(`${origin}/en/`)
    await expect(view.banner).toBeVisible()
    await page.waitForTimeout(SETTLE)
    expect(site.google).toEqual([])
    expect(await cookieNames(context)).toEqual([])

    await view.acceptAll.click()
    await expect.poll(() => site.events()).toEqual(['page_view'])
    expect(await records(context)).toMatchObject([
      { path: '/', sameSite: 'Lax', secure: origin.startsWith('https:'), httpOnly: false },
    ])
    const [cookie] = await records(context)
    expect(cookie?.domain).toBe(new URL(origin).hostname)
    expect(cookie?.value.length).toBeLessThan(1024)
    const { t = 0, e = 0 } = (await recordIn(context)) ?? {}
    expect(e - t).toBe(184 * 86_400)
    expect(Math.abs((cookie?.expires ?? 0) - e)).toBeLessThan(5)
    expect(await cookieNames(context)).toContain('_ga')

    await page.goto(`${origin}/en/pricing.html`)
    await expect.poll(() => site.events()).toContain('page_view')
    await expect(view.banner).toBeHidden()
    await view.choose('analytics', false)
    expect(await cookieNames(context)).toEqual([NAME])
    expect(await isGranted(page)).toBe(false)
  })

for (const [where, origin, domain] of [
  ['with a full stop behind it', 'https://www.shop.co.kr.', '.shop.co.kr'],
  ['of a developer', 'http://localhost:3000', '.shop.co.kr'],
  ['under a domain that belongs to nobody', 'https://www.shop.co.kr', '.co.kr'],
] as const)
  test(`on a host ${where} a decision is stored for that host only [53, 56]`, {
    tag: '@firefox',
  }, async ({ context, page }) => {
    const site = await playPortal(context, {
      origin,
      tag: withAttributes(`data-cookie-domain="${domain}"`),
    })
    const view = new ConsentView(page)
    await page.goto(`${origin}/en/`)
    await view.acceptAll.click()
    await page.reload()
    await started(page)
    expect(await isGranted(page)).toBe(true)
    await view.choose('analytics', false)
    site.google.length = 0
    await page.reload()
    await started(page)
    await page.waitForTimeout(SETTLE)
    expect(site.google).toEqual([])
    await expect(view.banner).toBeHidden()
    expect(await records(context)).toMatchObject([{ domain: new URL(origin).hostname }])
  })

/** A record that grants every purpose, decided an hour ago. */
const grant = () => {
  const t = Math.floor(Date.now() / 1000) - 3600
  const answers = { v: 1, p: '2024-01-18', l: 'en', c: { analytics: 1 }, m: 'accept', n: 1 }
  return Buffer.from(JSON.stringify({ ...answers, t, e: t + 86_400, s: 'banner' })).toString(
    'base64url',
  )
}

/** A record that refuses every purpose. */
const refusal = () => {
  const record = JSON.parse(Buffer.from(grant(), 'base64url').toString())
  const value = { ...record, c: { analytics: 0 }, m: 'reject' }
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

for (const [where, stale] of [
  ['of the path of the page', { domain: 'www.spaceone.test', path: '/en' }],
  ['of a path with a slash', { domain: 'www.spaceone.test', path: '/en/' }],
  ['of the parent domain', { domain: '.spaceone.test', path: '/' }],
] as const)
  test(`a stale cookie ${where} that contradicts the record grants nothing; the banner asks again, and one cookie is left [52]`, {
    tag: '@firefox',
  }, async ({ context, page }) => {
    const site = await playPortal(context)
    await context.addCookies([
      { name: NAME, value: grant(), ...stale },
      { name: NAME, value: refusal(), url: PORTAL },
    ])
    const view = new ConsentView(page)
    await page.goto(`${PORTAL}/en/`)
    await expect(view.banner).toBeVisible()
    await page.waitForTimeout(SETTLE)
    expect(site.google).toEqual([])
    await view.rejectAll.click()
    expect(await records(context)).toMatchObject([{ domain: 'www.spaceone.test', path: '/' }])
    await page.reload()
    await started(page)
    await expect(view.banner).toBeHidden()
    expect(site.google).toEqual([])
  })

test("when other cookies fill the browser's cookie jar nothing is granted, and an answer given then is stored [52]", {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await playPortal(context)
  const flood = (prefix: string) =>
    page.evaluate(prefix => {
      for (let i = 0; i < 200; i++)
        document.cookie = `${prefix}${i}=1; path=/; secure; max-age=9999`
    }, prefix)
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await view.rejectAll.click()
  await flood('full')
  await page.reload()
  await started(page)
  await page.waitForTimeout(SETTLE)
  expect(site.google).toEqual([])
  // Firefox keeps the cookie with the refusal. Chromium evicts the oldest cookies, so there the
  // banner asks again.
  const isKept = (await cookieNames(context)).includes(NAME)
  await expect(view.banner).toBeVisible({ visible: !isKept })

  await view.choose('analytics', true)
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await page.reload()
  await started(page)
  expect(await isGranted(page)).toBe(true)

  await flood('again')
  await page.evaluate(() => window.spaceoneConsent.refresh())
  expect(await isGranted(page)).toBe((await cookieNames(context)).includes(NAME))
})

test('a private window does not know the decision of a normal window, nor a normal window that of a private one', {
  tag: '@firefox',
}, async ({ browser, context, page }) => {
  await playPortal(context)
  await page.goto(`${PORTAL}/en/`)
  await new ConsentView(page).acceptAll.click()
  const before = await records(context)

  const privately = await browser.newContext()
  const site = await playPortal(privately)
  const window = await privately.newPage()
  const view = new ConsentView(window)
  await window.goto(`${PORTAL}/en/`)
  await expect(view.banner).toBeVisible()
  await window.waitForTimeout(SETTLE)
  expect(site.google).toEqual([])
  await view.rejectAll.click()
  expect(await records(context)).toEqual(before)
  await page.reload()
  await started(page)
  expect(await isGranted(page)).toBe(true)
  await privately.close()
})

/**
 * Counts loads of Google's tag without running any code: the stand-in, unlike Google's tag, fails
 * when reading cookies throws.
 */
const countTags = async (context: BrowserContext) => {
  let loads = 0
  await context.route('https://www.googletagmanager.com/**', route => {
    loads++
    return route.fulfill({ contentType: 'text/javascript', body: '' })
  })
  return () => loads
}

/**
 * Checks that an answer which the browser cannot store counts on its page, and that the next page
 * asks again.
 */
const answerUnstored = async (page: Page) => {
  await playPortal(page.context())
  const loads = await countTags(page.context())
  const { errors } = listen(page)
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await expect(view.banner).toBeVisible()
  await page.waitForTimeout(SETTLE)
  expect(loads()).toBe(0)
  await view.acceptAll.click()
  await expect(view.banner).toBeHidden()
  await expect.poll(loads).toBe(1)
  // Returning to the tab reads the cookie again, which must not discard the answer.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  expect(await isGranted(page)).toBe(true)
  await view.choose('analytics', false)
  expect(await isGranted(page)).toBe(false)
  await page.evaluate(() => {
    window.spaceoneConsent.acceptAll()
    window.spaceoneConsent.erase()
  })
  expect(await isGranted(page)).toBe(false)
  await expect(view.banner).toBeVisible()
  await view.acceptAll.click()
  await page.reload()
  await expect(view.banner).toBeVisible()
  await page.waitForTimeout(SETTLE)
  expect(loads()).toBe(1)
  expect(await cookieNames(page.context())).toEqual([])
  expect(errors).toEqual([])
}

test('when the browser blocks all cookies an answer counts for its page, and no error is thrown [5]', {
  tag: ['@firefox', '@whole-chromium'],
}, async ({ playwright, browserName, launchOptions }) => {
  const profile = await mkdtemp(join(tmpdir(), 'profile-'))
  if (browserName === 'chromium') {
    const settings = { profile: { default_content_setting_values: { cookies: 2 } } }
    await mkdir(join(profile, 'Default'))
    await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(settings))
  }
  const context = await playwright[browserName].launchPersistentContext(profile, {
    ...launchOptions,
    ...(browserName === 'firefox' && {
      channel: 'moz-firefox',
      firefoxUserPrefs: { 'network.cookie.cookieBehavior': 2 },
      colorScheme: null,
      reducedMotion: null,
      forcedColors: null,
      contrast: null,
    }),
  })
  try {
    await answerUnstored(await context.newPage())
  } finally {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
})

test('when cookies and web storage throw an answer counts for its page, and no other error is thrown [5]', {
  tag: '@firefox',
}, async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse })
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, { get: refuse })
  })
  await answerUnstored(page)
})
