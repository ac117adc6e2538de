import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    conversions: 'conversions, with the names that this site gives them',
    'ad-click': 'the click on an advertisement that led to this site',
  },
  services: {
    'LINE Tag': {
      site: 'Advertising on LINE, and measuring its effect',
      recipient: 'Measuring advertisements, and advertising to visitors of this site',
    },
  },
  stored: {
    '__lt__cid*': 'An ID by which LINE knows this browser again',
    __lt__sid: 'An ID of this visit',
  },
}
