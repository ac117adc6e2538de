import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    conversions: 'conversions, with the values that this site passes on',
  },
  services: {
    'NAVER Analytics': {
      site: 'Statistics on how this site is used, and measuring the effect of advertisements',
      recipient: 'Providing statistics, and measuring advertisements on NAVER',
    },
  },
  stored: {
    _fwb: 'An ID by which NAVER knows this browser again',
    wcs_bt: 'The time of the last visit',
    NA_SA: 'A click on a search advertisement',
    NA_SAS: 'A click on a search advertisement in this visit',
    NA_SAC: 'A conversion in this visit',
    NA_DA: 'A click on a display advertisement',
    NA_MI: 'Details of a click on an advertisement',
    NA_CO: 'Details of a click on an advertisement',
    NA_TRIDTP: 'Keeps a purchase from being counted twice',
    NVADID: 'An ID of the advertisement that was clicked',
    NA_NACC: 'A copy of NAVER’s ID of this browser',
    NAC: 'An ID of this browser at NAVER',
    NACT: 'An ID of this browser at NAVER',
    NNB: 'An ID of this browser at NAVER',
  },
}
