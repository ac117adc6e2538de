export { type ConsentUiOptions, mountConsentUi } from './mount-consent-ui.ts'
export type { mountLayers } from './mount-layers.tsx'
export type { startPlaceholders } from './placeholder/start-placeholders.ts'
export { watchHeldIframes } from './placeholder/watch-held-iframes.ts'
