import type { AnyConsent } from '@spaceone/consent-core'
import type { Layers } from './load-layers.ts'

/** What a layer is drawn from. */
export interface LayerProps {
  readonly consent: AnyConsent
  readonly layers: Layers
  /** Where the policy can be read. */
  readonly policyUrl: string | undefined
  /**
   * Runs what the visitor decided, closes the layer and says what was saved.
   *
   * @param dismiss Name of the button that takes the message away; it is heard only without one.
   */
  readonly decide: (run: () => void, dismiss?: string) => void
}
