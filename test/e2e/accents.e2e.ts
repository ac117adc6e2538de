import { expect, type Page } from '@playwright/test'
import { checkContrasts } from '../support/layout-checks/contrasts.ts'
import { blockedFrame } from '../support/markup.ts'
import { npmPage } from '../support/npm-page.ts'
import { test } from '../support/visitor.ts'

/** Brand colours of many hues. On some, neither black nor white text has a high contrast. */
const ACCENTS = [
  'white',
  'black',
  'yellow',
  'orange',
  '#12305e',
  '#00f',
  '#787878',
  'oklch(0.7 0.32 330)',
]

const PAGE = {
  attributes: 'data-categories="marketing"',
  body: blockedFrame('title="Tour" width="600" height="315"'),
}

const setColours = (page: Page, colours: Readonly<Record<string, string>>) =>
  page.evaluate(colours => {
    for (const [name, value] of Object.entries(colours))
      document.documentElement.style.setProperty(name, value)
  }, colours)

const checkAccents = async (page: Page, part: string, least: number) => {
  for (const theme of ['light', 'dark'])
    for (const accent of ACCENTS) {
      await setColours(page, { 'color-scheme': theme, '--consent-accent': accent })
      const what = `${part}, ${accent}, ${theme}`
      await test.step(what, async () =>
        expect(await checkContrasts(page.locator(part), what)).toBeGreaterThan(least),
      )
    }
}

test('the accent fills the answers unchanged, their text has the colour that the site has set, and every accent colour leaves texts, edges, switches and focus rings readable in both themes [39]', async ({
  visitor,
  page,
}) => {
  await visitor.opens(PAGE)
  await visitor.isAsked()
  for (const answer of [visitor.acceptAll, visitor.rejectAll]) {
    await setColours(page, { '--consent-accent': 'orange', '--consent-accent-text': 'white' })
    await expect(answer).toHaveCSS('background-color', 'rgb(255, 165, 0)')
    await expect(answer).toHaveCSS('color', 'rgb(255, 255, 255)')
  }
  await setColours(page, { '--consent-accent-text': '' })
  await checkAccents(page, 'spaceone-consent #banner', 9)
  await expect(visitor.placeholders.allow).toBeVisible()
  await checkAccents(page, 'spaceone-consent-placeholder .box', 4)
  await visitor.openPreferences.click()
  await expect(visitor.preferences).toBeVisible()
  await checkAccents(page, 'spaceone-consent #preferences', 20)
})

const MODULE = `
  import { createConsent } from '@spaceone/consent'
  import { mountConsentUi } from '@spaceone/consent/ui'
  window.spaceoneConsent = createConsent({ policy: { version: '1' }, categories: { analytics: {} } })
  mountConsentUi(spaceoneConsent)`

test('a text on the accent with too little contrast makes one warning in development', async ({
  visitor,
}) => {
  const { openPreferences, preferences, warnings } = visitor
  await visitor.opens({ html: npmPage(MODULE, 'development') })
  for (const text of ['black', 'white', 'white']) {
    await setColours(visitor.page, { '--consent-accent': 'orange', '--consent-accent-text': text })
    await openPreferences.click()
    await expect(preferences).toBeVisible()
    await visitor.close.click()
    await expect(visitor.banner).toBeVisible()
    if (text === 'black') expect(warnings).toEqual([])
  }
  const warning = /--consent-accent-text is "white".* is 1\.97\. Expected/
  await expect.poll(() => warnings).toEqual([expect.stringMatching(warning)])
})
