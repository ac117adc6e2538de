import type { AnyConsent, DecisionOrigin } from '../core/index.ts'
import type { Layers } from './load-layers.ts'
import type { ConsentUiOptions } from './options.ts'

/** What has happened in the view since the page was opened. */
export interface Visit {
  /** The browser whose guide was chosen. @default the visitor's */
  readonly browser?: string | undefined
  /** The visitor has opened the record: the rest of it is fetched. */
  readonly hasOpenedRecord?: boolean | undefined
  /** The visitor has had everything erased that was stored. */
  readonly hasErased?: boolean | undefined
}

/** What a layer is drawn from; `Loaded` says what has to be there for it. */
export interface LayerProps<Loaded = Layers> {
  readonly consent: AnyConsent
  readonly options: ConsentUiOptions
  readonly layers: Loaded
  /** What the view itself knows of this visit, */
  readonly visit: Visit
  /** and more of it: the view is drawn anew. */
  readonly onVisit: (more: Visit) => void
  /**
   * Runs what the visitor decided, closes the layer and says what was saved.
   *
   * @param run Gets the hash of the strings that stood in the layer, and the strings, if there is one.
   * @param dismiss Name of the button that takes the message away; it is heard only without one.
   */
  readonly decide: (
    layer: Element | null | undefined,
    run: (origin: DecisionOrigin | null | undefined) => void,
    dismiss?: string,
  ) => void
}
