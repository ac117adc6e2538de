import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    conversions: 'conversions, with the values that this site passes on',
    'ad-click': 'the click on an advertisement that led to this site',
  },
  services: {
    'Yahoo! JAPAN Ads': {
      site: 'Advertising on Yahoo! JAPAN, and measuring its effect',
      recipient: 'Measuring advertisements, and advertising to visitors of this site',
    },
  },
  stored: {
    _ycl_yjad: 'The click on a display advertisement that led to this site',
    '_ycl_*': 'The click on an advertisement that led to this site',
    _ts_yjad: 'The time of the first visit',
    _yjsu_yjad: 'An ID by which Yahoo! JAPAN knows this browser again',
    _yjr_yjad: 'Details of the click on an advertisement',
    _ly_su: 'An ID by which Yahoo! JAPAN knows this browser again',
    _ly_c: 'The click on an advertisement that led to this site',
    _ly_r: 'Details of the click on an advertisement',
    '_ycl*': 'A copy of the click on an advertisement',
  },
}
