import type { AnyConsent } from '../../core/index.ts'
import type { Part, PartProps } from '../later-parts/part-props.ts'
import type { BannerWords } from '../words/load-words.ts'
import type { Host } from './host-element.ts'
import type { ConsentUiOptions } from './options.ts'

/**
 * The state and functions that the banner shares with the preferences, the guide and the blocks.
 */
export interface ViewContext {
  readonly consent: AnyConsent
  readonly options: ConsentUiOptions
  /** The host element. The blocks of a page share the first style sheet of this element. */
  readonly host: Host
  /** The element of the status message. It is the last element in the view. */
  readonly status: Element
  /** Loads the banner's texts in the language of the page. */
  readonly loadWords: () => Promise<BannerWords>
  /** Records a decision, closes the preferences or the guide, and shows the status message. */
  readonly decide: PartProps['decide']
  /**
   * Computes the hash of the notice in an element, so that a decision can use the hash. Never
   * throws.
   */
  readonly remember: (element: Element) => void
  /** Draws the view again. Never throws. */
  readonly draw: () => void
  /**
   * Loads a part of the view. Called when the visitor points at, focuses or presses the control
   * that opens the part.
   */
  readonly intend: (part: Part) => void
  /** The parts for which `intend` was called. */
  readonly intended: Partial<Record<Part, boolean>>
  /** The texts that the banner shows. */
  words: BannerWords
  /** Text of the status message. */
  message?: string | undefined
  /**
   * Label of the button that closes the message. Without a label the message is invisible, and only
   * screen readers announce it.
   */
  dismiss?: string | undefined
  /** Whether the page has blocks: elements such as `<div data-consent-status>`. */
  hasBlocks?: boolean
}

/**
 * The parts of the view that are loaded after the banner: preferences, guide, blocks, settings
 * button.
 */
export interface Parts {
  /**
   * Draws the parts that are loaded after the banner.
   *
   * @returns Whether the preferences or the guide are shown in place of the banner.
   */
  draw(): boolean
  /** Removes all elements and listeners from the page. */
  stop(): void
}

/** The view of a page. */
export interface StartedView {
  /**
   * Draws the view again if the page may have removed the host element or added or removed a block.
   *
   * @param hasBlocks Whether the page has a block.
   * @param part The part that the visitor is about to open, if any.
   */
  look(hasBlocks: boolean, part?: Part): void
  /** Removes all elements and listeners from the page. */
  stop(): void
}
