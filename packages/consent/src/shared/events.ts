// The names of the DOM events between gate and view.

/**
 * The gate dispatches this event on an iframe that the gate blocks. The event bubbles, also out of
 * shadow roots.
 */
export const BLOCKED_EVENT = 'spaceone-consent-iframe'

/** The gate dispatches this event on the document when the page may have inserted nodes. */
export const INSERTED_EVENT = 'spaceone-consent-look'

/**
 * The view and `warnOfMarkup` dispatch this event on the document, to ask whether the page has a
 * gate that dispatches `INSERTED_EVENT`. A gate answers with `preventDefault()`.
 */
export const ASK_EVENT = 'spaceone-consent-watch'
