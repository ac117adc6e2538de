import type { GuideText } from '../../../guide/index.ts'

/** What the guide's panel says besides the steps. */
export interface GuidePanelText {
  readonly heading: string
  /** `{name}` is the browser's. */
  readonly yours: string
  readonly choose: string
  readonly address: string
  readonly copy: string
  readonly copied: string
  /** Where the browser does not let a page copy. */
  readonly selected: string
  readonly help: string
  readonly wayOut: string
  readonly analytics: string
  readonly optOut: string
  /** `{date}` is when the steps were compared with their sources. */
  readonly checked: string
  readonly back: string
  /** What browsers offer. */
  readonly steps: GuideText
}
