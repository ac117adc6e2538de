import { defineConsent, googleAnalytics } from '@spaceone/consent'

const id: string = 'G-1A2B3C4'

export default defineConsent({
  policy: { version: '2024-01-18', url: '/privacy' },
  categories: { analytics: { services: [googleAnalytics({ id })] } },
})
