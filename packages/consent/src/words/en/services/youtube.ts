import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: { videos: 'videos watched' },
  services: {
    YouTube: {
      site: 'Showing videos',
      recipient:
        'Showing the video, statistics, advertising and personalization across Google’s services',
      refusal: 'Personalized advertisements can also be turned off in Google’s My Ad Center',
    },
  },
  stored: {
    VISITOR_INFO1_LIVE: 'Settings, and finding and solving problems',
    '__Secure-YEC': 'Settings, and finding and solving problems',
    YSC: 'Makes sure that the visitor has made the requests of a visit',
  },
}
