export type {
  BrowserId,
  GuideOverrides,
  GuideRow,
  GuideTask,
  GuideText,
} from '@spaceone/consent-guide'
export {
  type AddedTexts,
  type ConsentUiOptions,
  type HostTexts,
  mountConsentUi,
  type PartOf,
  type Texts,
} from '@spaceone/consent-ui'
