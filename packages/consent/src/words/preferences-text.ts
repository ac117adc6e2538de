/** The texts of the preferences and of the blocks of a page. */
export interface PreferencesText {
  readonly heading: string
  readonly intro: string
  readonly earlier: string
  readonly necessary: string
  readonly aboutNecessary: string
  readonly always: string
  readonly optional: string
  /** A sentence about each known category. */
  readonly about: Readonly<Record<string, string>>
  /** The sentence about any other category. */
  readonly aboutOther: string
  /** Label before the names of services. */
  readonly services: string
  /** Label of the button that opens the details of a purpose. */
  readonly details: string
  /** Shown if the browser sends Global Privacy Control and nothing is granted. */
  readonly gpc: string
  /** Shown beside the settings and in the status block, if `gpc` is shown. */
  readonly honoured: string
  /** Shown if the browser sends Global Privacy Control and the visitor has granted a purpose. */
  readonly gpcOverruled: string
  /**
   * Shown for a purpose that the visitor has refused in the browser, such as by Google's opt-out
   * add-on.
   */
  readonly addOn: string
  /** Shown in place of the switches to visitors under 14. */
  readonly restricted: string
  readonly save: string
  /** Shown when the preferences are opened again with unsaved changes. */
  readonly unsaved: string
  /** The status message when the visitor has withdrawn all that was granted. */
  readonly withdrawn: string
  /** Label of the buttons that close the dialog and the status message. */
  readonly close: string
  /** Label of the button that opens the browser guide. */
  readonly guide: string
  /**
   * Labels of the element that opens the record: one if there is a last choice, one if there are
   * only earlier choices.
   */
  readonly record: { readonly heading: string; readonly earlier: string }
}
