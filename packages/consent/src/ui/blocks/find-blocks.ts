/** What a page may show in an element of its own. */
const KINDS = ['guide', 'preferences', 'status', 'cookies'] as const

/** One of these. */
export type BlockKind = (typeof KINDS)[number]

/** The elements that the page has for them: `data-consent-guide` and so on. No form: its fields answer for it. */
export const BLOCKS: string = KINDS.map(kind => `[data-consent-${kind}]:not(form)`).join()

/** Gives what an element is there for. */
export const kindOf = (element: Element): BlockKind | undefined =>
  KINDS.find(kind => element.hasAttribute(`data-consent-${kind}`))
