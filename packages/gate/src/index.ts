export { type GoogleAnalyticsOptions, googleAnalytics } from './google/google-analytics.ts'
export { heldMarkup } from './held-markup.ts'
export { type ServiceOptions, service } from './service.ts'
