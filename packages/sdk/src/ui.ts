export { type ConsentUiOptions, mountConsentUi } from '@spaceone/consent-ui'
