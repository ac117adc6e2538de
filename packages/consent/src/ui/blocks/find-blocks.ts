/** The kinds of blocks. */
const KINDS = ['guide', 'preferences', 'status', 'cookies', 'section'] as const

/** The kind of a block. */
export type BlockKind = (typeof KINDS)[number]

/**
 * Selects the elements for blocks, such as `data-consent-guide`. Excludes forms, because a field
 * named `hasAttribute` or `childNodes` would hide the form's own property.
 */
export const BLOCKS: string = KINDS.map(kind => `[data-consent-${kind}]:not(form)`).join()

/** Returns the kind of block that an element is for, by its attribute. */
export const kindOf = (element: Element): BlockKind | undefined =>
  KINDS.find(kind => element.hasAttribute(`data-consent-${kind}`))
