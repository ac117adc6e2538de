import { expect, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { BATCH, cookieNames, listen, waitForBatch } from '../support/observe.ts'
import { PLACEMENTS, type Placement, PORTAL, playPortal } from '../support/portal-site.ts'

/** Covers every placement of the script tag, and every language at least once. */
const LANGUAGES = { en: 'Reject', ko: '거부', ja: '拒否' }
const CASES = (Object.keys(PLACEMENTS) as Placement[]).map(
  (placement, at) => [placement, (['ko', 'ja', 'en', 'ko'] as const)[at] ?? 'en'] as const,
)

const ANALYTICS_ONLY = {
  analytics_storage: 'granted',
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
}

for (const [placement, language] of CASES)
  test(`Google runs only between opt-in and withdrawal: tag ${placement}, in ${language} [1, 2, 4, 23, 24]`, {
    tag: '@firefox',
  }, async ({ context, page }) => {
    const site = await playPortal(context, { placement, batch: BATCH })
    const view = new ConsentView(page)
    const { warnings, errors } = listen(page)

    await test.step('the first visit shows the banner, and nothing is requested or stored', async () => {
      await page.goto(`${PORTAL}/${language}/`)
      await expect(view.banner).toBeVisible()
      await page.mouse.wheel(0, 2000)
      await page.goto(`${PORTAL}/${language}/pricing.html`)
      await expect(view.rejectAll).toHaveText(LANGUAGES[language])
      expect(site.google).toEqual([])
      expect(await cookieNames(context)).toEqual([])
    })

    await test.step('the refusal is stored, and nothing is requested', async () => {
      await view.rejectAll.click()
      await expect(view.banner).toBeHidden()
      await page.reload()
      await page.waitForFunction(() => window.spaceoneConsent.version)
      await page.goto(`${PORTAL}/${language}/`)
      await page.waitForFunction(() => window.spaceoneConsent.version)
      await expect(view.banner).toBeHidden()
      expect(site.google).toEqual([])
      expect(await cookieNames(context)).toEqual(['spaceone_consent'])
    })

    await test.step('for a returning visitor consent.js alone is loaded', async () => {
      site.files.length = 0
      await page.reload()
      await page.waitForFunction(() => window.spaceoneConsent.version)
      await page.waitForTimeout(500)
      expect(site.files).toEqual(['consent.js'])
    })

    await test.step('granting analytics loads the tag once, with the advertising signals denied', async () => {
      await view.settingsLink.click()
      await expect(view.switch('analytics')).not.toBeChecked()
      await view.switch('analytics').check()
      expect(site.google).toEqual([])
      await view.save.click()
      await expect.poll(() => site.events()).toEqual(['page_view'])
      expect(site.scripts().map(({ url }) => url.href)).toEqual([
        'https://www.googletagmanager.com/gtag/js?id=G-PORTAL2024',
      ])
      expect(site.google.at(-1)?.events[0]?.get('gcs')).toBe('G101')
      const commands = await page.evaluate(() =>
        window.dataLayer.map(entry => [
          Object.prototype.toString.call(entry),
          ...Array.from(entry),
        ]),
      )
      const asArguments = '[object Arguments]'
      expect(commands).toEqual([
        [
          asArguments,
          'consent',
          'default',
          expect.objectContaining({ ...ANALYTICS_ONLY, analytics_storage: 'denied' }),
        ],
        [asArguments, 'consent', 'update', expect.objectContaining(ANALYTICS_ONLY)],
        [asArguments, 'js', expect.anything()],
        [asArguments, 'set', { cookie_expires: 34_128_000, cookie_update: false }],
        [asArguments, 'config', 'G-PORTAL2024', {}],
      ])
      expect(await cookieNames(context)).toEqual(['_ga', '_ga_PORTAL2024', 'spaceone_consent'])
    })

    await test.step('on the next page the tag runs, and the banner does not ask', async () => {
      await page.goto(`${PORTAL}/${language}/pricing.html`)
      await expect.poll(() => site.events().filter(name => name === 'page_view')).toHaveLength(2)
      await expect(view.banner).toBeHidden()
    })

    await test.step('withdrawing silences the tag at once, including an event already queued', async () => {
      // The event is queued in the same task as the withdrawal, so that the tag cannot send the
      // event before the withdrawal.
      await page.evaluate(() =>
        window.addEventListener(
          'click',
          event => {
            const [clicked] = event.composedPath() as Element[]
            if (clicked?.id === 'save') window.gtag('event', 'queued')
          },
          true,
        ),
      )
      const before = site.google.length
      await view.choose('analytics', false)
      await expect(view.preferences).toBeHidden()
      await page.evaluate(() => window.gtag('event', 'late'))
      await waitForBatch(page)
      expect(await cookieNames(context)).toEqual(['spaceone_consent'])
      await page.goto(`${PORTAL}/${language}/privacy.html`)
      await page.waitForFunction(() => window.spaceoneConsent.version)
      await page.waitForTimeout(500)
      expect(site.google.slice(before)).toEqual([])
      expect(await cookieNames(context)).toEqual(['spaceone_consent'])
    })

    expect({ warnings, errors, outside: site.outside }).toEqual({
      warnings: [],
      errors: [],
      outside: [],
    })
  })

test('accepting in the banner loads the tag, and a second grant loads no second script [2]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await playPortal(context, { batch: BATCH })
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await view.acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await view.choose('analytics', false)
  await view.choose('analytics', true)
  await page.evaluate(() => window.gtag('event', 'again'))
  await expect.poll(() => site.events(), { timeout: 10_000 }).toContain('again')
  expect(site.scripts()).toHaveLength(1)
  expect(await cookieNames(context)).toContain('_ga')
})

test('events that the page queued before the grant are dropped, and configuration is kept', async ({
  context,
  page,
}) => {
  const site = await playPortal(context, {
    batch: BATCH,
    page: html =>
      html.replace(
        '</head>',
        `<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}
        gtag('event','early');gtag('set',{page_title:'kept'});gtag('config','G-PORTAL2024',{send_page_view:false})
        </script></head>`,
      ),
  })
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await view.acceptAll.click()
  await expect.poll(() => site.scripts()).toHaveLength(1)
  await page.evaluate(() => window.gtag('event', 'after'))
  await expect.poll(() => site.events(), { timeout: 10_000 }).toContain('after')
  expect(site.events()).toEqual(['after'])
})
