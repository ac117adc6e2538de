export { type ConsentUiOptions, mountConsentUi } from './mount-consent-ui.tsx'
