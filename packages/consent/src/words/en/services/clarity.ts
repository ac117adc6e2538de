import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: { recordings: 'recordings of clicks, scrolling, pointer movements and the masked page' },
  services: {
    'Microsoft Clarity': {
      site: 'Recordings and heat maps of how this site is used, to improve it',
      recipient: 'Providing the recordings, and Microsoft’s own purposes such as advertising',
      kept: 'Recordings 30 days; heat maps and marked recordings up to 13 months',
      afterwards: 'Then deleted by Microsoft',
    },
  },
  stored: {
    _clck: 'An ID by which Clarity knows this browser again',
    _clsk: 'Joins the pages of one visit',
    _cltk: 'An ID of this tab',
    CLID: 'When Clarity first saw this browser on any site',
    MUID: 'An ID of this browser on Microsoft’s sites, also for advertising',
    MR: 'Whether MUID has to be renewed',
    SM: 'Compares MUID between Microsoft’s domains',
    ANONCHK: 'Whether MUID is passed on to advertising',
  },
}
