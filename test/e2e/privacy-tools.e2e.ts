import { expect } from '@playwright/test'
import { type PrivacyTool, readRule, startPrivacyTool } from '../support/privacy-tool.ts'
import { test } from '../support/visitor.ts'

const NAME = 'spaceone-consent'

const messages = (...steps: string[]) =>
  steps.map(step => expect.objectContaining({ type: step, cmp: NAME }))
const REFUSED = messages('cmpDetected', 'popupFound', 'optOutResult', 'autoconsentDone')
const ACCEPTED = messages('cmpDetected', 'popupFound', 'optInResult', 'autoconsentDone')

const isDone = (tool: PrivacyTool) =>
  expect
    .poll(async () => (await tool.messages()).map(({ type }) => type), { timeout: 15_000 })
    .toContain('autoconsentDone')

/** Makes the tool check the record's cookie. `result` says whether it must find a refusal. */
const findsRefusal = async (tool: PrivacyTool, result: boolean) => {
  await tool.selfTest()
  expect((await tool.messages()).at(-1)).toMatchObject({ type: 'selfTestResult', result })
}

const RULE = 'our rule alone'

// Only the heuristics read the texts of a banner.
for (const [language, rules, isLate] of [
  ['en', RULE],
  ['ko', RULE, true],
  ['en', 'all rules and heuristics'],
  ['ko', 'all rules and heuristics'],
  ['ja', 'all rules and heuristics'],
] as const)
  test(`a privacy tool that rejects is treated like a click on the banner${isLate ? ', which appears seconds after the page' : ''}: in ${language}, ${rules}`, {
    tag: isLate || (rules !== RULE && language !== 'ko') ? '@full' : [],
  }, async ({ visitor, page }) => {
    const release = isLate ? await visitor.waitsFor('consent/ui.ko.js') : () => {}
    const tool = await startPrivacyTool(page, 'optOut', rules)

    await test.step('nothing is requested, and only the refusal is stored', async () => {
      await visitor.opensPortal({ language })
      if (isLate) await page.waitForTimeout(4000)
      if (isLate) expect(await tool.messages()).toEqual([])
      release()
      await isDone(tool)
      await page.mouse.wheel(0, 2000)
      await visitor.sendsNothing()
      expect(await visitor.cookies()).toEqual(['spaceone_consent'])
      const refusal = { l: language, c: { analytics: 0 }, m: 'reject', s: 'api' }
      expect(await visitor.recorded()).toMatchObject(refusal)
    })

    await test.step('the banner is gone, and the tool has used our rule alone', async () => {
      await expect(visitor.banner).toBeHidden()
      expect(await tool.messages()).toEqual(REFUSED)
      await findsRefusal(tool, true)
    })

    await test.step('on the next page the tool finds no banner', async () => {
      const before = (await tool.messages()).length
      await visitor.goes(`/${language}/pricing.html`)
      await page.waitForTimeout(1500)
      expect(visitor.requests()).toEqual([])
      expect((await tool.messages()).slice(before)).toEqual([])
    })
    expect(visitor.faults).toEqual([])
  })

test('a privacy tool that accepts is treated like a click on the banner', async ({
  visitor,
  page,
}) => {
  const tool = await startPrivacyTool(page, 'optIn')
  await visitor.opensPortal()
  await isDone(tool)
  await expect.poll(visitor.events).toEqual(['page_view'])
  expect(visitor.site.scripts()).toHaveLength(1)
  const grant = { c: { analytics: 1 }, m: 'accept', s: 'api' }
  expect(await visitor.recorded()).toMatchObject(grant)
  expect(await visitor.cookies()).toContain('_ga')
  await expect(visitor.banner).toBeHidden()
  expect(await tool.messages()).toEqual(ACCEPTED)
  await findsRefusal(tool, false)
  expect(visitor.faults).toEqual([])
})

test("the rule recognises a refusal in every encoding that the record's cookie may have", async () => {
  const [step] = (await readRule()).test ?? []
  const pieces = step?.any?.map(({ cookieContains }) => cookieContains)
  const refusal = '"m":"reject"'
  const spellings = [0, 1, 2].map(before => {
    const text = Buffer.from(' '.repeat(before) + refusal).toString('base64url')
    // Leave out a first or last character that also encodes a part of the neighbouring text.
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + refusal.length) * 8) / 6))
  })
  expect(pieces).toEqual(spellings)
})
