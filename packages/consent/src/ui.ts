export type {
  BrowserId,
  GuideOverrides,
  GuideRow,
  GuideTask,
  GuideText,
} from '@spaceone/consent-guide'
export type {
  AddedTexts,
  ConsentUiOptions,
  HostTexts,
  PartOf,
  Texts,
} from '@spaceone/consent-ui'
export { mountConsentUi } from './mount-consent-ui.ts'
