import type { ElementHandle, Page } from 'playwright-core'
import type { SeenAnswer } from '../seen.ts'
import { type Click, click } from './click.ts'

/** The ids of `@spaceone/consent`, in the open shadow root of its element. */
const OURS = 'spaceone-consent'
const IDS = { accept: 'accept-all', refuse: 'reject-all' } as const

/** What may open our preferences: the site's own control, or the settings button. */
const OPENERS = '[data-consent-open]:visible, spaceone-consent #settings:visible'

/** Time for our files to come and our dialog to open, in milliseconds. */
const OPENING = 5000

const locate = (page: Page, selector: string) => page.locator(`${OURS} ${selector}`).first()

/** Says whether our banner stands on the page. */
export const hasOurBanner = (page: Page): Promise<boolean> => locate(page, '#banner').isVisible()

/** Says whether our script runs on the page. */
export const hasOurElement = async (page: Page): Promise<boolean> =>
  (await page.locator(OURS).count()) > 0

const clickOn = async (page: Page, selector: string): Promise<Click | undefined> => {
  const element = await locate(page, selector).elementHandle({ timeout: OPENING })
  return element ? click(page.mainFrame(), element as ElementHandle<HTMLElement>) : undefined
}

/** Measures an answer of our banner. */
export const measureOurs = async (
  page: Page,
  answer: keyof typeof IDS,
): Promise<SeenAnswer | undefined> => {
  const button = locate(page, `#banner #${IDS[answer]}`)
  const box = (await button.isVisible()) ? await button.boundingBox() : undefined
  return box ? { steps: 1, width: box.width, height: box.height } : undefined
}

/** Answers in our banner. */
export const answerOurs = (page: Page, answer: keyof typeof IDS): Promise<Click | undefined> =>
  clickOn(page, `#banner #${IDS[answer]}`)

/** Finds what opens our preferences, by its attribute or id. */
export const findOurOpener = async (
  page: Page,
): Promise<ElementHandle<HTMLElement | SVGElement> | undefined> => {
  const opener = page.locator(OPENERS).first()
  return (await opener.count()) ? ((await opener.elementHandle()) ?? undefined) : undefined
}

/** Withdraws in our open preferences. */
export const withdrawInOurs = async (page: Page): Promise<Click | undefined> => {
  const button = locate(page, `#preferences #${IDS.refuse}`)
  const isOpen = await button.waitFor({ timeout: OPENING }).then(
    () => true,
    () => false,
  )
  return isOpen ? clickOn(page, `#preferences #${IDS.refuse}`) : undefined
}
