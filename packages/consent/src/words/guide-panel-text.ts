import type { GuideText } from '../guide/index.ts'

/** The texts of the guide's panel, without the steps. */
export interface GuidePanelText {
  readonly heading: string
  /** `{name}` is the name of the browser. */
  readonly yours: string
  readonly choose: string
  readonly address: string
  readonly copy: string
  readonly copied: string
  /** Shown if the browser does not let the page copy. */
  readonly selected: string
  readonly help: string
  readonly wayOut: string
  readonly analytics: string
  readonly optOut: string
  /** `{date}` is the day on which the steps were compared with their sources. */
  readonly checked: string
  readonly back: string
  /** The steps of all browsers. */
  readonly steps: GuideText
}
