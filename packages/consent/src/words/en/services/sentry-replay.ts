import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    recordings: 'recordings of clicks, scrolling, pointer movements and the masked page',
    network: 'messages in the console, and addresses and status of requests',
  },
  services: {
    'Sentry Session Replay': {
      site: 'Finding out how errors occur',
      recipient: 'Providing the recordings to this site',
      kept: '30 or 90 days, by the plan of this site',
    },
  },
  stored: {
    sentryReplaySession: 'Joins the pages of one visit in this tab',
  },
}
