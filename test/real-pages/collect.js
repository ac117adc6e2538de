/** The address to which Google Analytics sends events. */
export const COLLECT = 'https://www.google-analytics.com/g/collect'

/** Returns the address that sends an event to Google. */
export const collect = name => `${COLLECT}?v=2&en=${name}`

/** The address to which a library sends its own reports. */
export const { reports = `${location.origin}/report` } = window
