// The names of the DOM events between gate and view.

/** The gate dispatches this event on a blocked iframe. This event bubbles out of shadow roots. */
export const BLOCKED_EVENT = 'spaceone-consent-iframe'

/** The gate dispatches this event on the document when the page may have inserted nodes. */
export const INSERTED_EVENT = 'spaceone-consent-look'

/** This event asks whether the page has a gate. Gates of npm answer with `preventDefault()`. */
export const ASK_EVENT = 'spaceone-consent-watch'
