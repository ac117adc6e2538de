import { defineConsent } from '@spaceone/consent'
import { channelTalk, clarity } from '@spaceone/consent/services'

export default defineConsent({
  language: '', // the page's
  // Your own: the version and address of your privacy policy.
  policy: { version: '2024-01-18', url: '/privacy' },
  // Your own ids: these belong to nobody.
  categories: {
    analytics: { services: [clarity({ id: '0000000000' })] },
    support: { services: [channelTalk({ id: '00000000-0000-0000-0000-000000000000' })] },
  },
})
