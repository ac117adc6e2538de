import type { AnyConsent } from '../../core/index.ts'
import type { Part, PartProps } from '../later-parts/part-props.ts'
import type { BannerWords } from '../words/load-words.ts'
import type { Host } from './host-element.ts'
import type { ConsentUiOptions } from './options.ts'

/** What the banner shares with the later parts: preferences, guide, blocks, settings button. */
export interface ViewContext {
  readonly consent: AnyConsent
  readonly options: ConsentUiOptions
  readonly host: Host
  /** The element of the status message, the last element in the view. */
  readonly status: Element
  /** Loads the banner's texts in the language of the page. */
  readonly loadWords: () => Promise<BannerWords>
  readonly decide: PartProps['decide']
  /** Computes the hash of the notice in an element for a later decision. Never throws. */
  readonly remember: (element: Element) => void
  /** Draws the view again. Never throws. */
  readonly draw: () => void
  /** Loads a part whose control the visitor points at, focuses or presses, and draws the view. */
  readonly intend: (part: Part) => void
  /** The parts for which `intend` was called. */
  readonly intended: Partial<Record<Part, boolean>>
  /** The texts of the banner and the status message. */
  words: BannerWords
  /** Text of the status message. */
  message?: string | undefined
  /** Label of the button that closes the message, see `decide`. */
  dismiss?: string | undefined
  /** Whether the page has blocks: elements such as `<div data-consent-status>`. */
  hasBlocks?: boolean
}

/** Draws the later parts of the view: preferences, guide, blocks and settings button. */
export interface Parts {
  /** Draws the parts. Returns whether the dialog is shown, which hides the banner. */
  draw(): boolean
  stop(): void
}

/** The view of a page. */
export interface StartedView {
  /**
   * Draws again if a change of the page can affect the view. Loads a `part` that the visitor is
   * about to open.
   */
  look(hasBlocks: boolean, part?: Part): void
  stop(): void
}
