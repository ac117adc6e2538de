// @ts-check

/** The logo. */
export const mark = `<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
            <rect width="32" height="32" rx="8" fill="#6638B6"/>
            <circle cx="16" cy="16" r="7.5" fill="none" stroke="#FFF" stroke-width="2.5"/>
            <circle cx="22" cy="10.5" r="4" fill="#FFF" stroke="#6638B6" stroke-width="2"/>
          </svg>`

/**
 * Returns the HTML of list items, each with a tick.
 *
 * @param {readonly string[]} items
 * @param {string} [indent] The blanks before each line.
 */
export const ticks = (items, indent = ' '.repeat(14)) =>
  items
    .map(
      item => `${indent}<li>
${indent}  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
${indent}    <path d="M3 8.5 6.5 12 13 4.5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>
${indent}  </svg>
${indent}  <span>${item}</span>
${indent}</li>`,
    )
    .join('\n')
