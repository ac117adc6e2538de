import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page, test } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { ConsentView } from '../support/consent-view.ts'
import { LAYERS, LAYERS_BY_LANGUAGE } from '../support/layers.ts'
import { OURS } from '../support/ours.ts'
import { turnTheme } from '../support/turn-theme.ts'
import { LANGUAGES } from '../support/visit-portal.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe adds to a page. */
interface Axe {
  run(context: { include: string[][] }): Promise<AxeResults>
}

/**
 * Gives what axe finds by all its rules, best practices included: the rule and the elements. It looks
 * into open shadow roots by itself.
 */
const findings = async (page: Page, within: readonly string[] = ['html']) => {
  await page.evaluate(AXE)
  const include = await presentOf(page, within)
  const { violations } = await page.evaluate(
    context => (window as unknown as { axe: Axe }).axe.run(context),
    { include },
  )
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])
}

/** axe refuses to run where one of the elements that are named is not there. */
const presentOf = async (page: Page, names: readonly string[]) => {
  const counts = await Promise.all(names.map(name => page.locator(name).count()))
  return names.filter((_, index) => counts[index]).map(name => [name])
}

for (const [name, language] of LAYERS_BY_LANGUAGE)
  test(`axe finds nothing, in light and dark: ${name}, ${language} [43]`, async ({ page }) => {
    await LAYERS[name](page, { language })
    for (const theme of ['light', 'dark'] as const) {
      await turnTheme(page, theme)
      expect(await findings(page, OURS), theme).toEqual([])
    }
  })

for (const language of LANGUAGES)
  test(`axe finds nothing after everything has been erased: ${language} [43]`, async ({ page }) => {
    await LAYERS['preferences with all details open'](page, { language })
    const view = new ConsentView(page)
    await view.erase.click()
    await expect(view.erased).toBeFocused()
    expect(await findings(page, OURS)).toEqual([])
  })

test('axe finds nothing: the guide to every other browser [43]', async ({ page }) => {
  // Two dozen browsers, each looked through by axe.
  test.setTimeout(240_000)
  await LAYERS.guide(page)
  const select = page.locator('#browser')
  const browsers = await select
    .locator('option')
    .evaluateAll(options => options.map(option => (option as HTMLOptionElement).value))
  expect(browsers.length).toBeGreaterThan(10)
  for (const browser of browsers) {
    await select.selectOption(browser)
    expect(await findings(page, OURS), browser).toEqual([])
  }
})

for (const language of LANGUAGES)
  test(`axe finds nothing on a page of the host's with our blocks in it: ${language} [43]`, async ({
    page,
  }) => {
    await LAYERS['blocks of a page'](page, { language })
    expect(await findings(page)).toEqual([])
  })
