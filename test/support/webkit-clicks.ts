import type { Client } from 'webdriver'

/** The property in which WebDriver returns a reference to an element. */
export const REFERENCE = 'element-6066-11e4-a52e-4f735466cecf'

/**
 * Runs in the page: says whether no animation moves an element or an element around it. In a
 * background tab returns `true`, because animations wait there.
 */
const hasNoAnimation = (element: Element | undefined) => {
  for (
    let one = document.hidden ? undefined : element;
    one;
    one = one.parentElement ?? (one.getRootNode() as ShadowRoot).host
  )
    if (one.getAnimations()[0]) return false
  return true
}

/** Clicks on an element. In a background tab, which draws nothing, calls the element's `click`. */
export const clickOn = async (client: Client, reference: string): Promise<void> => {
  const isClicked = await client.executeScript(
    'if (document.hidden) arguments[0].click(); return document.hidden',
    [{ [REFERENCE]: reference }],
  )
  if (!isClicked) await client.elementClick(reference)
}

/**
 * Says whether an element is displayed and does not move. WebDriver must not click while the banner
 * moves in from below the window: the click would miss.
 */
export const isAtRest = async (client: Client, reference: string): Promise<boolean> =>
  (await client.isElementDisplayed(reference)) &&
  ((await client.executeScript(`return (${hasNoAnimation})(arguments[0])`, [
    { [REFERENCE]: reference },
  ])) as boolean)
