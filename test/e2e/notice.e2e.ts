import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, type Locator, test } from '@playwright/test'
import { Blocks, block } from '../support/blocks.ts'
import { ConsentView } from '../support/consent-view.ts'
import { npmPage, serveModules } from '../support/npm-page.ts'
import { listen } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'
import { answeredBefore, recordIn } from '../support/record.ts'
import { playSdkPage, SDK_PAGE, type SdkPageOptions, sdkPage } from '../support/sdk-page.ts'

/** How long the test waits until the hash of a notice has been computed, in milliseconds. */
const SETTLE = 500

/** Returns the strings of a notice as displayed, read from the DOM's text nodes. */
const stringsOf = (notice: Locator): Promise<string[]> =>
  notice.evaluate(root => {
    const strings: string[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { currentNode } = walker
      if (currentNode.parentElement?.closest('[data-own]')) continue
      const text = (currentNode.nodeValue ?? '')
        .normalize('NFC')
        .replace(/\r\n|\r/g, '\n')
        .trim()
      if (text !== '') strings.push(text)
    }
    return strings
  })

/** Computes the hash of a notice's strings as the README describes. */
const digestOf = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('base64url').slice(0, 22)

const hashOf = (strings: string[], language: string, version: string): string =>
  digestOf(JSON.stringify({ language, strings, version }))

/** The notices that the package lists for this set-up in `notices.json`. */
const NOTICES: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('../../packages/consent/dist/notices.json', import.meta.url), 'utf8'),
)

const BODY = `<button onclick="spaceoneConsent.openPreferences()">settings</button>`

for (const language of ['en', 'ko', 'ja']) {
  test(`banner (${language}): the record holds the hash of the displayed notice [18]`, async ({
    context,
    page,
  }) => {
    const site = await playSdkPage(context, { language, body: BODY })
    const view = new ConsentView(page)
    await page.goto(SDK_PAGE)
    await expect(view.banner).toBeVisible()
    await page.waitForTimeout(SETTLE)
    expect(site.google).toEqual([])
    const strings = await stringsOf(view.banner)
    expect(strings).toContain(await view.rejectAll.textContent())
    await view.rejectAll.click()
    expect(await recordIn(context)).toMatchObject({
      h: hashOf(strings, language, '1'),
      l: language,
      p: '1',
      s: 'banner',
    })
  })

  test(`preferences (${language}): the record holds the hash of the displayed notice, whatever the earlier decision was [18]`, async ({
    context,
    page,
  }) => {
    await playSdkPage(context, { language, body: BODY })
    await answeredBefore(context, { l: language })
    const view = new ConsentView(page)
    const form = view.preferences.locator('form')
    await page.goto(SDK_PAGE)
    await page.getByText('settings', { exact: true }).click()
    await expect(form).toBeVisible()
    await page.waitForTimeout(SETTLE)
    const strings = await stringsOf(form)
    const h = hashOf(strings, language, '1')
    await view.switch('analytics').check()
    await view.save.click()
    expect(await recordIn(context)).toMatchObject({ h, c: { analytics: 1 }, s: 'preferences' })

    // An earlier decision exists now, and the browser reports another time; neither is part of the
    // notice.
    await page.getByText('settings', { exact: true }).click()
    await page.waitForTimeout(SETTLE)
    expect(await stringsOf(form)).toEqual(strings)
    await view.preferences.locator('#reject-all').click()
    expect(await recordIn(context)).toMatchObject({ h, c: { analytics: 0 }, n: 3 })
  })

  test(`preferences block in a page (${language}): the record holds the hash of the displayed notice [18]`, async ({
    context,
    page,
  }) => {
    await playSdkPage(context, { language, body: block('preferences') + block('status') })
    const blocks = new Blocks(page)
    await page.goto(SDK_PAGE)
    await expect(blocks.form).toBeVisible()
    await page.waitForTimeout(SETTLE)
    const h = hashOf(await stringsOf(blocks.form), language, '1')
    await blocks.save.click()
    await expect.poll(() => recordIn(context)).toMatchObject({ h, s: 'inline', l: language })
  })
}

test('another language, policy version or text gives another hash [18]', async ({ browser }) => {
  const hashes: (string | undefined)[] = []
  for (const options of [
    {},
    { language: 'ko' },
    { attributes: 'data-policy-url-en="/other"' },
    { options: `{ texts: { en: { banner: { heading: 'Cookies?' } } } }` },
  ] satisfies SdkPageOptions[]) {
    const context = await browser.newContext()
    await playSdkPage(context, options)
    const page = await context.newPage()
    await page.goto(SDK_PAGE)
    await expect(new ConsentView(page).banner).toBeVisible()
    await page.waitForTimeout(SETTLE)
    await new ConsentView(page).rejectAll.click()
    hashes.push((await recordIn(context))?.h)
    await context.close()
  }
  const [first, korean, otherAddress, otherText] = hashes
  for (const hash of hashes) expect(hash).toMatch(/^[\w-]{22}$/)
  expect(otherAddress).toBe(first)
  expect(new Set([first, korean, otherText]).size).toBe(3)
  const context = await browser.newContext()
  await playSdkPage(context, {})
  await context.route(SDK_PAGE, route =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: sdkPage({}).replace('data-policy-version="1"', 'data-policy-version="2"'),
    }),
  )
  const page = await context.newPage()
  await page.goto(SDK_PAGE)
  await expect(new ConsentView(page).banner).toBeVisible()
  await page.waitForTimeout(SETTLE)
  await new ConsentView(page).rejectAll.click()
  const record = await recordIn(context)
  expect(record).toMatchObject({ p: '2', h: expect.stringMatching(/^[\w-]{22}$/) })
  expect(record?.h).not.toBe(first)
  await context.close()
})

test('a click before the hash has been computed is recorded at once, without a hash', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, { body: BODY })
  await page.addInitScript(() => {
    // The script also runs on the blank start page, where `crypto.subtle` is missing.
    if (crypto.subtle) crypto.subtle.digest = () => new Promise(() => {})
  })
  const view = new ConsentView(page)
  await page.goto(SDK_PAGE)
  await expect(view.banner).toBeVisible()
  await page.waitForTimeout(SETTLE)
  const written = await page.evaluate(() => {
    const root = document.querySelector('spaceone-consent')?.shadowRoot
    root?.querySelector<HTMLElement>('#accept-all')?.click()
    // The click happens in the same task that shows the banner, before the hash can be ready.
    return document.cookie.includes('spaceone_consent=')
  })
  expect(written).toBe(true)
  const record = await recordIn(context)
  expect(record).toMatchObject({ c: { analytics: 1 }, s: 'banner' })
  expect(record).not.toHaveProperty('h')
  await expect.poll(() => site.events()).toEqual(['page_view'])
})

test('when computing the hash fails the decision is recorded without a hash, and no error is logged [5]', async ({
  context,
  page,
}) => {
  await playSdkPage(context, { body: BODY })
  await page.addInitScript(() => {
    // The script also runs on the blank start page, where `crypto.subtle` is missing.
    if (crypto.subtle) crypto.subtle.digest = () => Promise.reject(new Error('mine'))
  })
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  const view = new ConsentView(page)
  await page.goto(SDK_PAGE)
  await view.openPreferences.click()
  await page.waitForTimeout(SETTLE)
  await view.save.click()
  const record = await recordIn(context)
  expect(record).toMatchObject({ c: { analytics: 0 }, s: 'preferences' })
  expect(record).not.toHaveProperty('h')
  expect(errors).toEqual([])
})

test('on a plain http page, where crypto.subtle is missing, the decision is recorded without a hash', async ({
  context,
  page,
}) => {
  const plain = PORTAL.replace('https:', 'http:')
  await playPortal(context, { origin: plain, page: () => sdkPage({}) })
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  await page.goto(`${plain}/en/`)
  expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([
    false,
    'undefined',
  ])
  const view = new ConsentView(page)
  await expect(view.banner).toBeVisible()
  await page.waitForTimeout(SETTLE)
  await view.rejectAll.click()
  await expect(view.banner).toBeHidden()
  const record = await recordIn(context)
  expect(record).toMatchObject({ c: { analytics: 0 }, s: 'banner' })
  expect(record).not.toHaveProperty('h')
  expect(errors).toEqual([])
})

test("notices.json lists each notice under the notice's own hash [18]", () => {
  expect(Object.keys(NOTICES).length).toBeGreaterThan(0)
  for (const [hash, text] of Object.entries(NOTICES)) expect(hash).toBe(digestOf(text))
})

test('notices.json knows each notice that version 0.1 showed, and the banners of now [18]', () => {
  const earlier = JSON.parse(
    readFileSync(new URL('../../scripts/notices/0.1.json', import.meta.url), 'utf8'),
  )
  expect(NOTICES).toMatchObject(earlier)
  const leads = Object.values(NOTICES).map(text => JSON.parse(text).strings[1])
  for (const lead of [
    'With your consent we use optional cookies for usage statistics (Google Analytics). None of them runs before, and you can change your choice at any time in “Cookie settings”.',
    'We would like to use optional cookies for usage statistics (Google Analytics). Nothing of it runs unless you agree. You can change your choice at any time in “Cookie settings”.',
  ])
    expect(leads).toContain(lead)
})

for (const language of ['en', 'ko', 'ja'])
  test(`on the portal (${language}) the notice that a visitor answered can be looked up in notices.json by the record's hash, for banner, preferences and block [18]`, async ({
    context,
    page,
  }) => {
    const site = await playPortal(context)
    const view = new ConsentView(page)
    const blocks = new Blocks(page)
    /** Returns the strings that `notices.json` has for the hash in the record. */
    const shown = async (): Promise<readonly string[]> => {
      const { h = '' } = (await recordIn(context)) ?? {}
      const { version, strings, ...notice } = JSON.parse(NOTICES[h] ?? '{}')
      expect({ version, ...notice }).toEqual({ language, version: '2024-01-18' })
      return strings
    }
    await page.goto(`${PORTAL}/${language}/`)
    await expect(view.banner).toBeVisible()
    await page.waitForTimeout(SETTLE)
    expect(site.google).toEqual([])
    const banner = await stringsOf(view.banner)
    await view.rejectAll.click()
    expect(await shown()).toEqual(banner)

    await view.settingsLink.click()
    await page.waitForTimeout(SETTLE)
    const preferences = await stringsOf(view.preferences.locator('form'))
    await view.save.click()
    expect(await shown()).toEqual(preferences)

    await page.goto(`${PORTAL}/${language}/privacy.html`)
    await expect(blocks.form).toBeVisible()
    await page.waitForTimeout(SETTLE)
    const form = await stringsOf(blocks.form)
    await blocks.save.click()
    await expect.poll(() => recordIn(context)).toMatchObject({ s: 'inline' })
    expect(await shown()).toEqual(form)
  })

test("with the article9 preset the delivery receives the notice's text, which notices.json lists too, and the cookie holds only the hash", async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  await serveModules(context)
  const body = npmPage(`
    import { article9, createConsent } from '@spaceone/consent'
    import { mountConsentUi } from '@spaceone/consent/ui'
    const delivery = {
      attach: () => () => {},
      decided: ({ noticeText }) => window.noted.push(noticeText),
      erased: () => {},
    }
    window.consent = createConsent(article9({ googleAnalytics: 'G-TEST123', url: '/privacy', delivery }))
    mountConsentUi(window.consent)`)
  await context.route(SDK_PAGE, route =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  )
  await page.goto(SDK_PAGE)
  const view = new ConsentView(page)
  await expect(view.banner).toBeVisible()
  await page.waitForTimeout(SETTLE)
  expect(site.google).toEqual([])
  await view.rejectAll.click()
  const record = await recordIn(context)
  expect(JSON.stringify(record)).not.toContain('strings')
  expect(await page.evaluate(() => window.noted)).toEqual([NOTICES[record?.h ?? '']])
  expect(NOTICES[record?.h ?? '']).toContain('"strings"')
})

/** Texts that a page configures in two calls before consent.js, and in one call after it. */
const FIRST = "{ texts: { en: { banner: { heading: 'First' } } } }"
const SECOND =
  "{ texts: { en: { banner: { lead: 'Second' }, preferences: { heading: 'Of the dialog' } } } }"
const LATE = "{ texts: { en: { banner: { heading: 'Late', reject: 'No' } } } }"

test('texts of several calls are merged, and late texts are shown in a banner that stands and hashed [18]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await playSdkPage(context, {
    options: `${FIRST});spaceoneConsent(${SECOND}`,
    body: BODY,
  })
  const view = new ConsentView(page)
  const { warnings } = listen(page)
  await page.goto(SDK_PAGE)
  await expect(view.banner.locator('h2')).toHaveText('First')
  await expect(view.banner.locator('p')).toContainText('Second')

  await page.evaluate(`spaceoneConsent(${LATE})`)
  await expect(view.banner.locator('h2')).toHaveText('Late')
  await expect(view.banner.locator('p')).toContainText('Second')
  await expect(view.rejectAll).toHaveText('No')
  await view.openPreferences.click()
  await expect(view.preferences.locator('h2').first()).toHaveText('Of the dialog')
  await page.keyboard.press('Escape')
  await page.waitForTimeout(SETTLE)
  const strings = await stringsOf(view.banner)
  expect(strings).toContain('Late')
  expect({ google: site.google, warnings }).toEqual({ google: [], warnings: [] })
  await view.rejectAll.click()
  expect(await recordIn(context)).toMatchObject({ h: hashOf(strings, 'en', '1'), s: 'banner' })

  await page.evaluate('spaceoneConsent({ versions: [] })')
  await expect
    .poll(() => warnings)
    .toEqual([expect.stringContaining('got versions after consent.js')])
})
