import type { ServiceTexts } from '../../details-words.ts'

export const words: ServiceTexts = {
  items: {
    videos: 'videos watched',
  },
  services: {
    Vimeo: {
      site: 'Showing videos',
      recipient:
        'Showing the video, statistics for the owner of the video, settings, and protection from bots',
    },
  },
  stored: {
    vuid: 'An ID for statistics of the owner of the video',
    player: 'Settings such as volume, quality and captions',
    flags: 'Functions that the owner of the video has turned on',
    '*_webinar_registrant': 'The registration for a webinar',
    'lc_*': 'A form that was sent',
    player_clearance: 'Tells visitors from automated requests',
    cf_clearance: 'Tells visitors from automated requests',
    '*_password': 'The password of a protected video',
    __cf_bm: 'Tells visitors from automated requests',
    _cfuvid: 'Limits the number of requests',
  },
}
