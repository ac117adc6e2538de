import { type ElementHandle, errors, type Page } from 'playwright-core'
import type { Act, SeenAnswer } from '../../seen.ts'
import type { PhaseVisit } from '../visit.ts'
import { type GivenAnswer, press } from './press.ts'

/** The SDK's element, whose open shadow root has the banner and the preferences. */
const OURS = 'spaceone-consent'
/** The ids of the buttons for each answer, in the banner and in the preferences. */
const IDS = { accept: 'accept-all', refuse: 'reject-all' } as const

/**
 * Matches what is visible and opens the SDK's preferences: the site's control with
 * `data-consent-open`, unless its value is `guide`, or the SDK's settings button.
 */
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

/** Presses a control. Returns `undefined` if the control is not there in time. */
const pressOn = async (
  visit: PhaseVisit,
  locator: ReturnType<typeof locate>,
  act: Act,
  steps = 1,
): Promise<GivenAnswer | undefined> => {
  const element = await locator.elementHandle({ timeout: OPENING }).catch(error => {
    if (error instanceof errors.TimeoutError) return undefined
    throw error
  })
  if (!element) return undefined
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text must not count
  const words = (await locator.innerText()).trim()
  const frame = visit.page.mainFrame()
  return press(
    visit,
    { frame, words, element: async () => element as ElementHandle<HTMLElement> },
    act,
    steps,
  )
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

/** Presses the button of an answer in the SDK's banner. */
export const answerOurs = (
  visit: PhaseVisit,
  answer: keyof typeof IDS,
): Promise<GivenAnswer | undefined> =>
  pressOn(visit, locate(visit.page, `#banner #${IDS[answer]}`), answer)

/**
 * Presses the first visible control that opens the SDK's preferences, known by an attribute or id.
 * Returns whether there is such a control.
 */
export const openOurs = async (visit: PhaseVisit): Promise<boolean> => {
  const opener = visit.page.locator(OPENERS).first()
  if (!(await opener.count())) return false
  return (await pressOn(visit, opener, 'settings')) !== undefined
}

/** Refuses all in the SDK's preferences. Returns `undefined` if these do not open in time. */
export const withdrawInOurs = async (visit: PhaseVisit): Promise<GivenAnswer | undefined> => {
  const button = locate(visit.page, `#preferences #${IDS.refuse}`)
  const isOpen = await button.waitFor({ timeout: OPENING }).then(
    () => true,
    () => false,
  )
  return isOpen ? pressOn(visit, button, 'refuse', 2) : undefined
}
