import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    recordings: 'recordings of clicks, scrolling, pointer movements and the masked page',
  },
  services: {
    Hotjar: {
      site: 'Recordings, heat maps and surveys on how this site is used, to improve it',
      recipient: 'Providing the recordings and surveys to this site',
    },
  },
  stored: {
    '_hjSessionUser_*': 'An ID by which Hotjar knows this browser again on this site',
    '_hjSession_*': 'Joins the pages of one visit',
    '_hj*': 'Surveys already shown, limits of recordings, and tests of the browser’s storage',
    hjActiveViewportIds: 'Tabs in which Hotjar records',
    hjViewportId: 'An ID of this tab',
  },
}
