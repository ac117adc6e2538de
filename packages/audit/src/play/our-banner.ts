import type { ElementHandle, Page } from 'playwright-core'
import type { SeenAnswer } from '../seen.ts'
import { type Click, click } from './click.ts'

/** The element of `@spaceone/consent`, whose open shadow root has the ids below. */
const OURS = 'spaceone-consent'
const IDS = { accept: 'accept-all', refuse: 'reject-all' } as const

/** Matches what opens the SDK's preferences: the site's own control, or the settings button. */
const OPENERS =
  '[data-consent-open]:not([data-consent-open="guide"]):visible, spaceone-consent #settings:visible'

/** How long the SDK's files may take to load and its dialog to open, in milliseconds. */
const OPENING = 5000

const locate = (page: Page, selector: string) => page.locator(`${OURS} ${selector}`).first()

/** Says whether the SDK's banner is visible on the page. */
export const hasOurBanner = (page: Page): Promise<boolean> => locate(page, '#banner').isVisible()

/** Says whether the SDK's element is on the page, which shows that the SDK runs. */
export const hasOurElement = async (page: Page): Promise<boolean> =>
  (await page.locator(OURS).count()) > 0

const clickOn = async (page: Page, selector: string): Promise<Click | undefined> => {
  const element = await locate(page, selector).elementHandle({ timeout: OPENING })
  return element ? click(page.mainFrame(), element as ElementHandle<HTMLElement>) : undefined
}

/**
 * Measures the button of an answer in the SDK's banner. Returns `undefined` if the button is not
 * visible.
 */
export const measureOurs = async (
  page: Page,
  answer: keyof typeof IDS,
): Promise<SeenAnswer | undefined> => {
  const button = locate(page, `#banner #${IDS[answer]}`)
  const box = (await button.isVisible()) ? await button.boundingBox() : undefined
  return box ? { steps: 1, width: box.width, height: box.height } : undefined
}

/** Clicks the button of an answer in the SDK's banner. */
export const answerOurs = (page: Page, answer: keyof typeof IDS): Promise<Click | undefined> =>
  clickOn(page, `#banner #${IDS[answer]}`)

/** Finds the control that opens the SDK's preferences, by its attribute or id. */
export const findOurOpener = async (
  page: Page,
): Promise<ElementHandle<HTMLElement | SVGElement> | undefined> => {
  const opener = page.locator(OPENERS).first()
  return (await opener.count()) ? ((await opener.elementHandle()) ?? undefined) : undefined
}

/** Withdraws in the SDK's preferences. Returns `undefined` if they do not open in time. */
export const withdrawInOurs = async (page: Page): Promise<Click | undefined> => {
  const button = locate(page, `#preferences #${IDS.refuse}`)
  const isOpen = await button.waitFor({ timeout: OPENING }).then(
    () => true,
    () => false,
  )
  return isOpen ? clickOn(page, `#preferences #${IDS.refuse}`) : undefined
}
