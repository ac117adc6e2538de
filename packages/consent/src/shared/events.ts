// The events on the document by which the gate and the view know of each other.

/** Sent by the gate from an iframe that it blocks; bubbles, out of shadow roots too. */
export const BLOCKED_EVENT = 'spaceone-consent-held'

/** Sent by the gate after the page has inserted something. */
export const INSERTED_EVENT = 'spaceone-consent-look'

/** Asks whether a gate sends `INSERTED_EVENT`; a gate answers by `preventDefault()`. */
export const ASK_EVENT = 'spaceone-consent-watch'
