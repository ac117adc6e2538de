import type { AnyConsent, DecisionOrigin } from '../../core/index.ts'
import type { GuidePanelText } from '../../words/en/guide.ts'
import type { PreferencesText } from '../../words/en/preferences.ts'
import type { RecordText } from '../../words/en/record.ts'
import type { StoredText } from '../../words/en/stored.ts'
import type { ConsentUiOptions } from '../view/options.ts'
import type { BannerWords } from '../words/load-words.ts'

/** The name of a part that is loaded after the banner. */
export type Part = 'preferences' | 'guide' | 'stored' | 'record' | 'blocks'

/** The texts of the banner and the preferences in one language, and the other parts. */
export interface LoadedParts extends BannerWords {
  readonly labels: PreferencesText
  readonly guide?: Late<GuidePanelText, typeof import('../guide/guide-panel.tsx')> | undefined
  readonly stored?: Late<StoredText, typeof import('../stored/stored-of.ts')> | undefined
  readonly record?: Late<RecordText, typeof import('../record/record.tsx')> | undefined
  readonly blocks?: typeof import('../blocks/create-page-blocks.tsx') | undefined
}

interface Late<Text, Code> {
  readonly text: Text
  readonly code: Code
}

/** What the view remembers of the visitor's acts on this page, apart from decisions. */
export interface Visit {
  /** The browser that the guide describes. @default the visitor's browser */
  readonly browser?: string | undefined
  /** Whether the visitor has erased the record and the history. */
  readonly hasErased?: boolean | undefined
  /** Whether the visitor has closed the note that Global Privacy Control is honoured. */
  readonly isSignalClosed?: boolean | undefined
  /**
   * Unsaved changes in the dialog: the saved answers at the time of the changes, and the names of
   * the changed switches. The form writes the draft without drawing the view again.
   */
  draft?: readonly [answers: string, ...changed: string[]]
}

/** Properties of the preferences, the guide and the blocks. */
export interface PartProps {
  readonly consent: AnyConsent
  readonly options: ConsentUiOptions
  /** Whether a category or service has `Analytics` or `Tag Manager` in its name. */
  readonly hasAnalytics: boolean
  readonly parts: LoadedParts
  readonly visit: Visit
  /** Merges changes into `visit` and draws the view again. */
  readonly onVisit: (more: Visit) => void
  /** Loads a part that the visitor is about to open; with `isOpen` also after a failure. */
  readonly onIntent: (part: Part, isOpen?: boolean) => void
  /**
   * Calls `run`, which records a decision, then closes the dialog and shows the status message.
   *
   * @param element The element with the notice.
   * @param run Gets the language of the notice, and its hash and text if the hash is computed.
   * @param dismiss Label of the button that closes the message. @default only screen readers get
   *   the message
   * @param withdrawn The message if nothing is granted any more. @default the message of a refusal
   */
  readonly decide: (
    element: Element | null | undefined,
    run: (origin: DecisionOrigin) => void,
    dismiss?: string,
    withdrawn?: string | false,
  ) => void
}
