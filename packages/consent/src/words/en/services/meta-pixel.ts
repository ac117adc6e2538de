import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    conversions: 'conversions, with the values that this site passes on',
    fields: 'names of form fields',
  },
  services: {
    'Meta Pixel': {
      site: 'Advertising on Facebook and Instagram, and measuring its effect',
      recipient: 'Matching with accounts at Meta, measurement, advertising and statistics',
    },
  },
  stored: {
    _fbp: 'An ID by which Meta knows this browser again',
    _fbc: 'The click on an advertisement that led to this site',
    _fbleid: 'An ID from an advertisement with a form',
    multiFbc: 'Clicks on advertisements that led to this site',
    aemSource: 'Where the visit came from',
    'lastExternalReferrer*': 'The last other site from which the visitor came, and when',
    fr: 'Advertising on Meta’s services',
  },
}
