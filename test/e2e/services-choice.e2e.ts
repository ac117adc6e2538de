import { expect, type Page, test } from '@playwright/test'
import { Blocks, block } from '../support/blocks.ts'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { recordIn } from '../support/record.ts'
import { playSdkPage, SDK_PAGE, started } from '../support/sdk-page.ts'

/** How long the test waits for a request that must not arrive, in milliseconds. */
const SETTLE = 500

const BODY = `<button onclick="spaceoneConsent.openPreferences()">settings</button>${block('status')}`

/** Two services defined by the site; each notes its start and stop, and would load a script. */
const TWO = `{ support: { services: ['Chat', 'Survey'].map(name => service({
  name,
  match: [name.toLowerCase() + '.test'],
  cookies: [name.toLowerCase() + '_*'],
  start() {
    noted.push('start ' + name)
    document.cookie = name.toLowerCase() + '_id=1'
    document.head.append(Object.assign(document.createElement('script'), {
      src: 'https://' + name.toLowerCase() + '.test/widget.js',
    }))
  },
  stop: () => noted.push('stop ' + name),
})) } }`

const openSettings = async (page: Page) => {
  await page.getByText('settings', { exact: true }).click()
  return new ConsentView(page)
}

const noted = (page: Page) => page.evaluate(() => window.noted)

test('two Google services of one purpose have a switch each, and a service that is switched off makes no request while the other runs [13]', async ({
  context,
  page,
}) => {
  test.setTimeout(90_000)
  const site = await playSdkPage(context, { attributes: 'data-gtm="GTM-TEST123"', body: BODY })
  const { warnings, errors } = listen(page)
  const paths = () => site.google.map(({ url }) => `${url.pathname}?${url.searchParams.get('id')}`)
  await page.goto(SDK_PAGE)
  const view = await openSettings(page)
  const [ga, gtm] = [view.switch('analytics-0'), view.switch('analytics-1')]
  await expect(ga).toHaveAccessibleName('Google Analytics')
  await expect(gtm).toHaveAccessibleName('Google Tag Manager')
  for (const off of [ga, gtm, view.switch('analytics')]) await expect(off).not.toBeChecked()

  await test.step("the switch of a purpose turns its services on and off, and the services' switches turn the purpose on and off", async () => {
    await view.switch('analytics').check()
    await expect(ga).toBeChecked()
    await expect(gtm).toBeChecked()
    await ga.uncheck()
    await expect(view.switch('analytics')).toBeChecked()
    await gtm.uncheck()
    await expect(view.switch('analytics')).not.toBeChecked()
    await ga.check()
    await expect(view.switch('analytics')).toBeChecked()
    await expect(gtm).not.toBeChecked()
  })
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual([])

  await test.step('the record names the refused service, and only the other service runs', async () => {
    await view.save.click()
    await expect.poll(() => site.events()).toEqual(['page_view'])
    expect(await recordIn(context)).toMatchObject({
      c: { analytics: 1 },
      x: ['analytics/Google Tag Manager'],
      m: 'custom',
      s: 'preferences',
    })
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.src = 'https://www.googletagmanager.com/gtm.js?id=GTM-TEST123'
      document.head.append(script)
    })
    await page.waitForTimeout(SETTLE)
    expect(site.google.map(({ url }) => url.pathname)).not.toContain('/gtm.js')
    await expect(new Blocks(page).status).toContainText('RefusedGoogle Tag Manager')
    expect(
      await page.evaluate(() => {
        const { isGranted } = window.spaceoneConsent
        return [
          isGranted('analytics'),
          isGranted('analytics/Google Analytics'),
          isGranted('analytics/Google Tag Manager'),
        ]
      }),
    ).toEqual([true, true, false])
  })

  await test.step('the next page applies the same record', async () => {
    site.google.length = 0
    await page.reload()
    await expect.poll(paths).toContain('/gtag/js?G-TEST123')
    await page.waitForTimeout(SETTLE)
    expect(site.google.map(({ url }) => url.pathname)).not.toContain('/gtm.js')
    await openSettings(page)
    await expect(ga).toBeChecked()
    await expect(gtm).not.toBeChecked()
  })

  await test.step('accepting everything grants the refused service too', async () => {
    await view.preferences.locator('#accept-all').click()
    await expect.poll(paths).toContain('/gtm.js?GTM-TEST123')
    expect((await recordIn(context))?.x).toBeUndefined()
    await expect(new Blocks(page).status).toContainText('RefusedNothing')
  })

  await test.step('when refused while running, the Tag Manager container goes silent, and Google Analytics goes on', async () => {
    await openSettings(page)
    await gtm.uncheck()
    await view.save.click()
    site.google.length = 0
    await page.evaluate(() => window.dataLayer.push({ event: 'of_the_container' } as never))
    const senders = async () => {
      await page.evaluate(() => window.gtag('event', 'own'))
      return site.google.map(({ url }) => url.searchParams.get('tid'))
    }
    // For ten seconds after the refusal, hits that may still be queued in the container's tag are
    // blocked by the visitor's client id.
    await expect.poll(senders, { timeout: 30_000 }).toContain('G-TEST123')
    expect(await senders()).not.toContain('G-WRAPPED')
  })

  await test.step('withdrawing silences both services', async () => {
    await page.evaluate(() => window.spaceoneConsent.withdraw('analytics'))
    const before = site.google.length
    await page.evaluate(() => {
      window.gtag?.('event', 'late')
      window.dataLayer.push({ event: 'late' } as never)
    })
    await page.waitForTimeout(SETTLE)
    await page.reload()
    await started(page)
    await page.waitForTimeout(SETTLE)
    expect(site.google.slice(before)).toEqual([])
    expect(await cookieNames(context)).toEqual(['spaceone_consent'])
    expect((await recordIn(context))?.x).toBeUndefined()
  })
  expect({ warnings, errors }).toEqual({ warnings: [], errors: [] })
})

test('the reverse: the Tag Manager container runs while Google Analytics is refused', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, { attributes: 'data-gtm="GTM-TEST123"', body: BODY })
  await page.goto(SDK_PAGE)
  const view = await openSettings(page)
  await view.switch('analytics-1').check()
  await view.save.click()
  await expect.poll(() => site.google.map(({ url }) => url.pathname)).toContain('/gtm.js')
  await page.waitForTimeout(SETTLE)
  expect(site.scripts().map(({ url }) => url.searchParams.get('id'))).not.toContain('G-TEST123')
  expect(await recordIn(context)).toMatchObject({ x: ['analytics/Google Analytics'] })
})

test('of two services defined by the site through npm, the refused service stops, in another tab too, and the other service goes on', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, { way: 'npm', categories: TWO, body: BODY })
  const other = await context.newPage()
  const { warnings, errors } = listen(page)
  await page.goto(SDK_PAGE)
  await other.goto(SDK_PAGE)
  await started(other)
  const view = await openSettings(page)
  await expect(view.switch('support-0')).toHaveAccessibleName('Chat')
  await expect(view.switch('support-1')).not.toBeChecked()
  expect({ outside: site.outside, noted: await noted(page) }).toEqual({ outside: [], noted: [] })

  await view.switch('support').check()
  await view.switch('support-1').uncheck()
  await view.save.click()
  await expect.poll(() => noted(page)).toEqual(['start Chat'])
  await expect.poll(() => noted(other)).toEqual(['start Chat'])
  expect(await recordIn(context)).toMatchObject({ c: { support: 1 }, x: ['support/Survey'] })
  await page.evaluate(() => {
    document.cookie = 'survey_id=2'
    const script = document.createElement('script')
    script.src = 'https://survey.test/other.js'
    document.head.append(script)
  })
  await page.waitForTimeout(SETTLE)
  expect(new Set(site.outside)).toEqual(new Set(['https://chat.test/widget.js']))
  expect(await cookieNames(context)).toEqual(['chat_id', 'spaceone_consent'])
  await expect(new Blocks(other).status).toContainText('RefusedSurvey')

  await test.step('after a reload the same service runs', async () => {
    await page.reload()
    await expect.poll(() => noted(page)).toEqual(['start Chat'])
  })

  await test.step('when the answers are swapped, one service stops and its cookies are deleted, and the other service starts', async () => {
    await openSettings(page)
    await expect(view.switch('support-0')).toBeChecked()
    await expect(view.switch('support-1')).not.toBeChecked()
    await view.switch('support-1').check()
    await view.switch('support-0').uncheck()
    await view.save.click()
    await expect.poll(() => noted(page)).toEqual(['start Chat', 'stop Chat', 'start Survey'])
    await expect.poll(() => noted(other)).toEqual(['start Chat', 'stop Chat', 'start Survey'])
    expect(await recordIn(context)).toMatchObject({ c: { support: 1 }, x: ['support/Chat'] })
    await expect.poll(() => cookieNames(context)).toEqual(['spaceone_consent', 'survey_id'])
  })

  await test.step('rejecting everything stops the running service, and the record names no refused service', async () => {
    await openSettings(page)
    await view.preferences.locator('#reject-all').click()
    await expect.poll(async () => (await noted(page))?.at(-1)).toBe('stop Survey')
    expect(await recordIn(context)).toMatchObject({ c: { support: 0 }, m: 'reject' })
    expect((await recordIn(context))?.x).toBeUndefined()
    await expect.poll(() => cookieNames(context)).toEqual(['spaceone_consent'])
  })
  expect({ warnings, errors }).toEqual({ warnings: [], errors: [] })
})
