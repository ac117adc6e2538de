/** Selectors of the SDK's host elements, each with an open shadow root. */
export const OURS = ['spaceone-consent', 'spaceone-consent-block', 'spaceone-consent-placeholder']
