/** The address to which Google Analytics sends events. */
export const COLLECT = 'https://www.google-analytics.com/g/collect'

/** Returns the address that sends an event to Google. */
export const collect = name => `${COLLECT}?v=2&en=${name}`
