// The names of the DOM events between gate and view.

/** Dispatched by the gate on an iframe that it blocks; bubbles, out of shadow roots too. */
export const BLOCKED_EVENT = 'spaceone-consent-iframe'

/** Dispatched by the gate on the document after the page has inserted nodes. */
export const INSERTED_EVENT = 'spaceone-consent-look'

/**
 * Dispatched by the view on the document to find out whether a gate dispatches `INSERTED_EVENT`. A
 * gate answers by `preventDefault()`.
 */
export const ASK_EVENT = 'spaceone-consent-watch'
