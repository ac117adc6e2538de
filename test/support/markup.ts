export const SOURCE = 'https://video.example/embed/1'

export const blockedFrame = (attributes = ''): string =>
  `<iframe data-consent="analytics" data-src="${SOURCE}" ${attributes}></iframe>`

/** The kinds of blocks except `section`. The SDK fills in elements with `data-consent-<kind>`. */
export const BLOCK_KINDS = ['guide', 'preferences', 'status', 'cookies'] as const

export const block = (kind: string): string =>
  `<div data-consent-${kind}><p>our own ${kind}</p></div>`

export const ALL_BLOCKS: string = BLOCK_KINDS.map(block).join('')
