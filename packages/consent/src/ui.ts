export type { BrowserId, GuideOverrides, GuideRow, GuideTask, GuideText } from './guide/index.ts'
export { mountConsentUi } from './npm/mount-consent-ui.ts'
export type { AddedTexts, ConsentUiOptions, HostTexts, PartOf, ViewTexts } from './ui/index.ts'
