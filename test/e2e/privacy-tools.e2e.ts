import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'
import { type PrivacyTool, readRule, startPrivacyTool } from '../support/privacy-tool.ts'

const LANGUAGES = ['en', 'ko', 'ja'] as const
const NAME = 'spaceone-consent'

/** The messages of the privacy tool's engine, in order, when its rule has worked. */
const told = (...steps: string[]) =>
  steps.map(step => expect.objectContaining({ type: step, cmp: NAME }))
const REFUSED = told('cmpDetected', 'popupFound', 'optOutResult', 'autoconsentDone')
const ACCEPTED = told('cmpDetected', 'popupFound', 'optInResult', 'autoconsentDone')

const isDone = (tool: PrivacyTool) =>
  expect
    .poll(async () => (await tool.messages()).map(({ type }) => type), { timeout: 15_000 })
    .toContain('autoconsentDone')

/** Returns the stored record of the decision. */
const recordOf = async (context: BrowserContext) => {
  const cookies = await context.cookies()
  const { value = '' } = cookies.find(({ name }) => name === 'spaceone_consent') ?? {}
  return JSON.parse(Buffer.from(value, 'base64url').toString() || 'null')
}

const isStarted = (page: Page) => page.waitForFunction(() => window.spaceoneConsent.version)

for (const language of LANGUAGES) {
  for (const rules of ['our rule alone', 'all rules and heuristics'] as const)
    test(`a privacy tool that rejects is treated like a click on the banner: in ${language}, ${rules}`, async ({
      context,
      page,
    }) => {
      const site = await playPortal(context)
      const tool = await startPrivacyTool(page, 'optOut', rules)
      const view = new ConsentView(page)
      const { warnings, errors } = listen(page)

      await test.step('nothing is requested, and only the refusal is stored', async () => {
        await page.goto(`${PORTAL}/${language}/`)
        await isDone(tool)
        await page.mouse.wheel(0, 2000)
        await page.waitForTimeout(500)
        expect(site.google).toEqual([])
        expect(await cookieNames(context)).toEqual(['spaceone_consent'])
        expect(await recordOf(context)).toMatchObject({
          l: language,
          c: { analytics: 0 },
          m: 'reject',
          s: 'banner',
        })
      })

      await test.step('the banner is gone, and the tool has used our rule alone', async () => {
        await expect(view.banner).toBeHidden()
        expect(await tool.messages()).toEqual(REFUSED)
        await tool.selfTest()
        expect((await tool.messages()).at(-1)).toMatchObject({
          type: 'selfTestResult',
          cmp: NAME,
          result: true,
        })
      })

      await test.step('on the next page the tool finds no banner', async () => {
        const before = (await tool.messages()).length
        await page.goto(`${PORTAL}/${language}/pricing.html`)
        await isStarted(page)
        await page.waitForTimeout(1500)
        expect(site.google).toEqual([])
        expect((await tool.messages()).slice(before)).toEqual([])
      })
      expect({ warnings, errors, outside: site.outside }).toEqual({
        warnings: [],
        errors: [],
        outside: [],
      })
    })

  test(`a privacy tool that accepts is treated like a click on the banner: in ${language}`, async ({
    context,
    page,
  }) => {
    const site = await playPortal(context)
    const tool = await startPrivacyTool(page, 'optIn')
    const { warnings, errors } = listen(page)
    await page.goto(`${PORTAL}/${language}/`)
    await isDone(tool)
    await expect.poll(() => site.events()).toEqual(['page_view'])
    expect(site.scripts()).toHaveLength(1)
    expect(await recordOf(context)).toMatchObject({ c: { analytics: 1 }, m: 'accept', s: 'banner' })
    expect(await cookieNames(context)).toContain('_ga')
    await expect(new ConsentView(page).banner).toBeHidden()
    expect(await tool.messages()).toEqual(ACCEPTED)
    await tool.selfTest()
    expect((await tool.messages()).at(-1)).toMatchObject({ type: 'selfTestResult', result: false })
    expect({ warnings, errors, outside: site.outside }).toEqual({
      warnings: [],
      errors: [],
      outside: [],
    })
  })
}

test('a privacy tool also rejects in a banner that appears seconds after the page', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  let release = () => {}
  const isReleased = new Promise<void>(resolve => {
    release = resolve
  })
  await context.route('**/consent/ui.ko.js', async route => {
    await isReleased
    await route.fallback()
  })
  const tool = await startPrivacyTool(page, 'optOut')
  // Firefox fires the load event only after a pending import has finished, so the test does not
  // wait for that event.
  await page.goto(`${PORTAL}/ko/`, { waitUntil: 'domcontentloaded' })
  await isStarted(page)
  await page.waitForTimeout(4000)
  expect(await tool.messages()).toEqual([])
  release()
  await isDone(tool)
  expect(site.google).toEqual([])
  expect(await recordOf(context)).toMatchObject({ m: 'reject', s: 'banner' })
  expect(await tool.messages()).toEqual(REFUSED)
})

test("the rule recognises a refusal in every encoding that the record's cookie may have", async () => {
  const [step] = (await readRule()).test ?? []
  const pieces = step?.any?.map(({ cookieContains }) => cookieContains)
  const refusal = '"m":"reject"'
  const spellings = [0, 1, 2].map(before => {
    const text = Buffer.from(' '.repeat(before) + refusal).toString('base64url')
    // The first and last characters of the Base64 text are left out, because their bits depend on
    // the neighbouring text.
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + refusal.length) * 8) / 6))
  })
  expect(pieces).toEqual(spellings)
})
