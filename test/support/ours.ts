/** The elements that we put on a page, each with an open shadow root. */
export const OURS = ['spaceone-consent', 'spaceone-consent-block', 'spaceone-consent-placeholder']
