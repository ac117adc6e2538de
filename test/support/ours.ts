export const OURS = ['spaceone-consent', 'spaceone-consent-block', 'spaceone-consent-placeholder']
