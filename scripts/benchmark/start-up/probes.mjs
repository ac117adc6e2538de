// @ts-check
// Each function runs in the page, and therefore uses no variable from outside itself.

/**
 * Calls `report` in the first frame in which a banner is visible, with the milliseconds since the
 * navigation started. Every frame looks for the banners of all tools, so that looking costs each
 * tool the same.
 *
 * @param {{ banners: readonly (readonly string[])[], report: string }} options `report` names a function
 *   on `window`.
 */
export const probeBanner = ({ banners, report }) => {
  /**
   * @param {readonly string[]} selectors
   * @returns {Element | null}
   */
  const find = ([first = '', ...rest]) => {
    let found = document.querySelector(first)
    for (const selector of rest)
      found = (found?.shadowRoot ?? found)?.querySelector(selector) ?? null
    return found
  }
  const look = () => {
    for (const selectors of banners) {
      const banner = find(selectors)
      if (!banner?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      const { width, height } = banner.getBoundingClientRect()
      if (width === 0 || height === 0) continue
      Reflect.get(window, report)(`${performance.now()}`)
      return
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/**
 * Returns the cumulative layout shift of the page so far: all shifts without recent user input.
 *
 * @returns {Promise<number>}
 */
export const probeLayoutShift = () =>
  new Promise(resolve => {
    // The browser calls an observer only when there is an entry; `first-contentful-paint` always is
    // one.
    const observer = new PerformanceObserver(list => {
      const shifts = /** @type {any[]} */ (list.getEntriesByType('layout-shift'))
      resolve(
        shifts.reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0),
      )
    })
    observer.observe({ type: 'layout-shift', buffered: true })
    observer.observe({ type: 'paint', buffered: true })
  })
