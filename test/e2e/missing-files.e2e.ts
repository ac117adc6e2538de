import { type BrowserContext, expect, type Page, type Route, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { HELD_PAGE, held, Placeholders, playHeldPage } from '../support/held-page.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'
import { playSdkPage, SDK_PAGE, started } from '../support/sdk-page.ts'

/** How a file can be missing. */
const LOSSES: Record<string, (route: Route) => Promise<void>> = {
  'not found': route => route.fulfill({ status: 404, contentType: 'text/html', body: 'gone' }),
  blocked: route => route.abort('blockedbyclient'),
  offline: route => route.abort('internetdisconnected'),
}

/** Takes a file away. */
const lose = async (context: BrowserContext, file: string, loss: string): Promise<void> => {
  const answer = LOSSES[loss]
  if (answer) await context.route(`**/${file}`, answer)
}

/** Listens as ever, without what Firefox itself says of a module that did not come. */
const listenTo = (page: Page) => {
  const { warnings, errors } = listen(page)
  return { warnings, ours: () => errors.filter(error => !/^Loading module/.test(error)) }
}

/** Answers the browser's own questions, and notes them. */
const answerDialogs = (page: Page, answers: boolean[]): string[] => {
  const asked: string[] = []
  page.on('dialog', dialog => {
    asked.push(dialog.type())
    return answers.shift() ? dialog.accept() : dialog.dismiss()
  })
  return asked
}

interface Visit {
  /** @default the home page */
  readonly path?: string
  /** What is said to each of the browser's own questions. @default none is expected */
  readonly answers?: boolean[]
}

/** Opens a page of the portal that cannot have one of the files. */
const visitWithout = async (
  page: Page,
  file: string,
  loss: string,
  { path = '', answers = [] }: Visit = {},
) => {
  const site = await playPortal(page.context())
  await lose(page.context(), file, loss)
  const asked = answerDialogs(page, answers)
  const listened = listenTo(page)
  await page.goto(`${PORTAL}/en/${path}`)
  return { site, view: new ConsentView(page), asked, ...listened }
}

/** Long enough for a look at what else is there to load, in milliseconds. */
const SETTLE = 1500

for (const loss of Object.keys(LOSSES)) {
  for (const file of ['ui.js', 'ui.en.js'])
    test(`${file} is ${loss}: nothing runs, the browser's own question lets one allow and withdraw, the next page asks as ever [5]`, async ({
      context,
      page,
    }) => {
      const { site, view, warnings, ours, asked } = await visitWithout(page, file, loss, {
        answers: [true, false],
      })
      await expect.poll(() => warnings).toHaveLength(1)
      await page.evaluate(() => document.body.append(document.createElement('p')))
      await page.evaluate(() => document.body.append(document.createElement('p')))
      await page.waitForTimeout(SETTLE)
      expect(asked).toEqual([])
      expect(site.google).toEqual([])
      expect(await cookieNames(context)).toEqual([])

      await view.settingsLink.click()
      await expect.poll(() => asked).toEqual(['confirm'])
      await expect.poll(() => site.scripts()).toHaveLength(1)
      await expect.poll(() => site.events()).toEqual(['page_view'])

      await view.settingsLink.click()
      await expect.poll(() => asked).toEqual(['confirm', 'confirm'])
      await expect.poll(() => cookieNames(context)).toEqual(['spaceone_consent'])
      const before = site.google.length
      await page.evaluate(() => window.gtag('event', 'late'))
      await page.waitForTimeout(SETTLE)
      expect(site.google.slice(before)).toEqual([])
      expect(ours()).toEqual([])
      expect(warnings).toHaveLength(1)

      await context.clearCookies()
      await context.unroute(`**/${file}`)
      await page.goto(`${PORTAL}/en/pricing.html`)
      await expect(view.banner).toBeVisible()
    })

  for (const file of ['preferences.js', 'preferences.en.js'])
    test(`${file} is ${loss}: the banner stands and answers, and who wants to choose is asked plainly [5]`, async ({
      context,
      page,
    }) => {
      const { site, view, warnings, ours, asked } = await visitWithout(page, file, loss, {
        answers: [false, true],
      })
      await expect(view.banner).toBeVisible()
      await page.waitForTimeout(SETTLE)
      expect(asked).toEqual([])
      expect(site.google).toEqual([])

      await view.openPreferences.click()
      await expect.poll(() => asked).toEqual(['confirm'])
      await expect(view.banner).toBeHidden()
      expect(site.google).toEqual([])
      expect(await cookieNames(context)).toEqual(['spaceone_consent'])

      await view.settingsLink.click()
      await expect.poll(() => site.events()).toEqual(['page_view'])
      expect(ours()).toEqual([])
      expect(warnings).toEqual([expect.stringContaining('the preferences')])

      await context.unroute(`**/${file}`)
      await page.goto(`${PORTAL}/en/`)
      await view.choose('analytics', false)
      await expect.poll(() => cookieNames(context)).toEqual(['spaceone_consent'])
    })

  for (const file of ['guide.js', 'guide.en.js'])
    test(`${file} is ${loss}: the preferences stay open in its place and keep the visitor's draft`, async ({
      context,
      page,
    }) => {
      const { site, view, warnings, ours, asked } = await visitWithout(page, file, loss)
      await view.openPreferences.click()
      await view.switch('analytics').check()
      await view.preferences.locator('#open-guide').click()
      await expect.poll(() => warnings).toEqual([expect.stringContaining('the guide')])
      await expect(view.switch('analytics')).toBeChecked()
      await expect(view.preferences.locator('#guide')).toHaveCount(0)
      expect(site.google).toEqual([])

      await view.preferences.locator('#open-guide').click()
      await page.waitForTimeout(SETTLE)
      expect(warnings).toHaveLength(1)
      expect(site.google).toEqual([])
      await view.save.click()
      await expect.poll(() => site.events()).toEqual(['page_view'])
      expect({ errors: ours(), asked }).toEqual({ errors: [], asked: [] })

      await context.unroute(`**/${file}`)
      await page.goto(`${PORTAL}/en/`)
      await view.settingsLink.click()
      await view.preferences.locator('#open-guide').click()
      await expect(view.preferences.locator('#guide')).toBeVisible()
    })

  for (const [file, part] of [
    ['blocks.js', 'the blocks'],
    ['preferences.js', 'the preferences'],
    ['preferences.en.js', 'the preferences'],
    ['ui.en.js', 'the banner'],
    ['ui.js', 'ui.js'],
  ] as const)
    test(`${file} is ${loss}: the blocks of a page keep what the page has put into them`, async ({
      context,
      page,
    }) => {
      const { site, warnings, ours, asked } = await visitWithout(page, file, loss, {
        path: 'privacy.html',
      })
      await expect.poll(() => warnings.join()).toContain(part)
      await page.evaluate(() => document.body.append(document.createElement('p')))
      await page.waitForTimeout(SETTLE)
      for (const kind of ['guide', 'preferences', 'status', 'cookies'])
        await expect(
          page.locator(`[data-consent-${kind}] > :not(spaceone-consent-block)`),
        ).not.toHaveCount(0)
      await expect(page.locator('[data-consent-status] > p')).toBeVisible()
      await expect(page.locator('spaceone-consent-block')).toHaveCount(0)
      expect(new Set(warnings).size).toBe(warnings.length)
      expect({ errors: ours(), asked, google: site.google }).toEqual({
        errors: [],
        asked: [],
        google: [],
      })

      await context.unroute(`**/${file}`)
      await page.reload()
      await expect(page.locator('spaceone-consent-block')).toHaveCount(4)
    })

  for (const file of ['guide.js', 'guide.en.js'])
    test(`${file} is ${loss}: its block keeps what the page has put into it, the others are drawn`, async ({
      page,
    }) => {
      const { warnings, ours } = await visitWithout(page, file, loss, { path: 'privacy.html' })
      await expect(page.locator('[data-consent-status] spaceone-consent-block')).toBeVisible()
      await expect.poll(() => warnings).toEqual([expect.stringContaining('the guide')])
      await expect(page.locator('[data-consent-guide] > p').first()).toBeVisible()
      expect(ours()).toEqual([])
    })

  for (const file of ['placeholder.js', 'placeholder.en.js'])
    test(`${file} is ${loss}: the iframe stays held, and the banner releases it`, async ({
      context,
      page,
    }) => {
      await playPortal(context)
      const requests = await playHeldPage(context, { body: held('width="560" height="315"') })
      await lose(context, file, loss)
      const { warnings, ours } = listenTo(page)
      await page.goto(HELD_PAGE)
      await expect.poll(() => warnings).toHaveLength(1)
      await page.evaluate(() => window.dispatchEvent(new Event('resize')))
      await page.waitForTimeout(SETTLE)
      expect(requests).toEqual([])
      await expect(new Placeholders(page).boxes).toHaveCount(0)
      expect(warnings).toEqual([expect.stringMatching(/placeholder/)])
      await new ConsentView(page).acceptAll.click()
      await expect.poll(() => requests).toHaveLength(1)
      expect(ours()).toEqual([])

      await context.unroute(`**/${file}`)
      await context.clearCookies()
      await page.reload()
      await expect(new Placeholders(page).boxes).toHaveCount(1)
    })
}

test('through npm, a missing part of the package asks plainly in its place', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, {
    way: 'npm',
    body: '<button onclick="spaceoneConsent.openPreferences()">Cookies</button>',
  })
  await lose(context, 'preferences.js', 'blocked')
  const { warnings, ours } = listenTo(page)
  const asked = answerDialogs(page, [true, false])
  await page.goto(SDK_PAGE)
  await started(page)
  await expect(new ConsentView(page).banner).toBeVisible()
  await page.waitForTimeout(SETTLE)
  expect({ asked, google: site.google }).toEqual({ asked: [], google: [] })
  await page.getByText('Cookies', { exact: true }).click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await page.getByText('Cookies', { exact: true }).click()
  await expect.poll(() => cookieNames(context)).toEqual(['spaceone_consent'])
  expect(asked).toEqual(['confirm', 'confirm'])
  expect(ours()).toEqual([])
  expect(warnings).toHaveLength(1)
})

test('consent.js itself is missing: nothing optional runs, and the page works [5, 6]', async ({
  context,
  page,
}) => {
  const { site, ours, asked } = await visitWithout(page, 'consent.js', 'blocked', {
    path: 'privacy.html',
  })
  await page.waitForTimeout(SETTLE)
  expect({ google: site.google, asked, errors: ours() }).toEqual({
    google: [],
    asked: [],
    errors: [],
  })
  expect(await cookieNames(context)).toEqual([])
  await expect(page.locator('[data-consent-status] > p')).toBeVisible()
})
