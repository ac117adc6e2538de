/** The long strings: what the preferences say. */
export interface PreferencesText {
  readonly heading: string
  readonly intro: string
  readonly necessary: string
  readonly aboutNecessary: string
  readonly always: string
  readonly optional: string
  /** The known categories, in a sentence each. */
  readonly about: Readonly<Record<string, string>>
  /** The sentence for any other category. */
  readonly aboutOther: string
  /** Stands before the names of services. */
  readonly services: string
  /** Said to a browser that sends Global Privacy Control. */
  readonly gpc: string
  /** Said in place of the switches to visitors under 14. */
  readonly restricted: string
  readonly save: string
}
