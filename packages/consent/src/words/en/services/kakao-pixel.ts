import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    conversions: 'conversions, with the values that this site passes on',
  },
  services: {
    'Kakao Pixel': {
      site: 'Advertising on Kakao, and measuring its effect',
      recipient: 'Measuring conversions, and personalized advertising',
      kept: 'Up to one year for personalized advertising',
      afterwards: 'Then destroyed by Kakao',
      refusal: 'Personalized advertisements can also be turned off at Kakao',
    },
  },
}
