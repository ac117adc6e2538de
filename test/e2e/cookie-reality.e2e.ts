import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, expect } from '@playwright/test'
import { onOrigins } from '../everywhere/cookies.ts'
import { tryScenario } from '../everywhere/try-scenario.ts'
import { test as plainTest } from '../support/page-console.ts'
import { test, Visitor } from '../support/visitor.ts'

const NAME = 'spaceone_consent'

const records = async (context: BrowserContext) =>
  (await context.cookies()).filter(({ name }) => name === NAME)

// test/everywhere/cookies.ts has other https hosts.
const ORIGINS = onOrigins([
  ...['https://www.spaceone.test:8443', 'http://localhost:3000', 'http://[::1]:8080'],
  ...['http://intranet', 'https://www.shop.co.kr. .shop.co.kr'],
  ...['http://localhost:3000 .shop.co.kr', 'https://www.shop.co.kr .co.kr'],
])

plainTest(
  `with another port, without https or a cookie domain of its own: ${ORIGINS.title}`,
  { tag: '@full' },
  ({ context, page }) => tryScenario(ORIGINS, context, page),
)

for (const [where, stale, tag] of [
  ['of the path of the page', { domain: 'www.spaceone.test', path: '/en' }, ''],
  ['of a path with a slash', { domain: 'www.spaceone.test', path: '/en/' }, '@full'],
  ['of the parent domain', { domain: '.spaceone.test', path: '/' }, '@full'],
] as const)
  test(`a stale cookie ${where} that contradicts the record grants nothing; the banner asks again, and one cookie is left [52]`, {
    tag: tag || [],
  }, async ({ visitor, context }) => {
    const refusal = await visitor.hasAnswered({ p: '2024-01-18' })
    const grant = JSON.stringify({ ...refusal, c: { analytics: 1 }, m: 'accept' })
    const value = Buffer.from(grant).toString('base64url')
    await context.addCookies([{ name: NAME, value, ...stale }])
    await visitor.opensPortal()
    await visitor.isAsked(NAME, NAME)
    await visitor.rejects()
    expect(await records(context)).toMatchObject([{ domain: 'www.spaceone.test', path: '/' }])
    await visitor.reloads()
    await visitor.sendsNothing()
    await expect(visitor.banner).toBeHidden()
  })

test("when other cookies fill the browser's cookie jar nothing is granted, and an answer given then is stored [52]", async ({
  visitor,
  page,
}) => {
  const isStored = async () => (await visitor.cookies()).includes(NAME)
  const flood = (prefix: string) =>
    page.evaluate(prefix => {
      for (let i = 0; i < 200; i++)
        document.cookie = `${prefix}${i}=1; path=/; secure; max-age=9999`
    }, prefix)
  await visitor.opensPortal()
  await visitor.rejects()
  await flood('full')
  await visitor.reloads()
  await visitor.sendsNothing()
  // Firefox keeps the cookie with the refusal. Chromium evicts the oldest cookies, so there the
  // banner asks again.
  await expect(visitor.banner).toBeVisible({ visible: !(await isStored()) })

  await visitor.chooses('analytics', true)
  await expect.poll(visitor.events).toEqual(['page_view'])
  await visitor.reloads()
  expect(await visitor.isGranted()).toBe(true)

  await flood('again')
  await page.evaluate(() => window.spaceoneConsent.refresh())
  expect(await visitor.isGranted()).toBe(await isStored())
})

test('when the browser blocks all cookies an answer counts for its page, and no error is thrown [5]', {
  tag: ['@full', '@whole-chromium'],
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
    const visitor = await new Visitor(await context.newPage()).isServed()
    // If reading cookies throws, Google's stand-in sends no hit, so count the loads of the tag.
    let loads = 0
    await context.route('https://www.googletagmanager.com/**', route => {
      loads += 1
      return route.fulfill({ contentType: 'text/javascript', body: '' })
    })
    await visitor.opensPortal()
    await visitor.isAsked()
    expect(loads).toBe(0)
    await visitor.accepts()
    await expect.poll(() => loads).toBe(1)
    // Returning to the tab reads the cookie again, which must not discard the answer.
    await visitor.comesBack()
    expect(await visitor.isGranted()).toBe(true)
    await visitor.chooses('analytics', false)
    expect(await visitor.isGranted()).toBe(false)
    await visitor.decides(true)
    await visitor.page.evaluate(() => window.spaceoneConsent.erase())
    expect(await visitor.isGranted()).toBe(false)
    await visitor.accepts()
    await visitor.reloads()
    await visitor.isAsked()
    expect(loads).toBe(1)
    expect(visitor.errors).toEqual([])
  } finally {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
})
