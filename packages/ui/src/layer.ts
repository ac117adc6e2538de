import type { AnyConsent, DecisionOrigin } from '@spaceone/consent-core'
import type { Layers } from './load-layers.ts'
import type { ConsentUiOptions } from './options.ts'

/** What a layer is drawn from; `Loaded` says what has to be there for it. */
export interface LayerProps<Loaded = Layers> {
  readonly consent: AnyConsent
  readonly options: ConsentUiOptions
  readonly layers: Loaded
  /** Where the policy can be read, */
  readonly policyUrl: string | undefined
  /** and its earlier versions. */
  readonly earlierUrl: string | undefined
  /** The browser whose guide was chosen. @default the visitor's */
  readonly browser: string | undefined
  readonly onBrowser: (browser: string) => void
  /**
   * Runs what the visitor decided, closes the layer and says what was saved.
   *
   * @param run Gets the hash of the strings that stood in the layer, and the strings.
   * @param dismiss Name of the button that takes the message away; it is heard only without one.
   */
  readonly decide: (
    layer: Element | null,
    run: (origin: DecisionOrigin) => void,
    dismiss?: string,
  ) => void
}
