// @ts-check

/** The logo. */
export const mark = `<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
            <rect width="32" height="32" rx="8" fill="#6638B6"/>
            <circle cx="16" cy="16" r="7.5" fill="none" stroke="#FFF" stroke-width="2.5"/>
            <circle cx="22" cy="10.5" r="4" fill="#FFF" stroke="#6638B6" stroke-width="2"/>
          </svg>`

/** @param {readonly string[]} items Lines of HTML. */
export const lines = items => items.join('\n')

/** Returns the HTML of a list whose items have a tick. */
export const ticks = (/** @type {readonly string[]} */ items, /** @type {string} */ classes) => {
  const tick = `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                  <path d="M3 8.5 6.5 12 13 4.5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>
                </svg>`
  return `<ul class="ticks ${classes}">
${lines(items.map(item => `              <li>${tick}<span>${item}</span></li>`))}
            </ul>`
}
