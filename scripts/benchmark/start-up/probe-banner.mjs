// @ts-check

/**
 * The path that the page requests when its banner is visible, with the time as the parameter `ms`.
 */
export const REPORT = '/banner'

/**
 * Reports the first frame in which a banner is visible: requests an image whose address has the
 * milliseconds since the start of the navigation. Runs in the page, so it uses no variable from
 * outside itself.
 *
 * @param {readonly string[]} selectors Selectors for the banner, see `Tool.banner`.
 * @param {string} path
 */
const probe = (selectors, path) => {
  const [first = '', ...rest] = selectors
  const look = () => {
    let banner = document.querySelector(first)
    for (const selector of rest)
      banner = (banner?.shadowRoot ?? banner)?.querySelector(selector) ?? null
    const isVisible = banner?.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    if (isVisible && banner && banner.getBoundingClientRect().height > 0)
      new Image().src = `${path}?ms=${performance.now()}`
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/**
 * Returns the script that reports when the banner of a tool is visible.
 *
 * @param {readonly string[]} selectors
 */
export const probeBanner = selectors =>
  `(${probe})(${JSON.stringify(selectors)}, ${JSON.stringify(REPORT)})`
