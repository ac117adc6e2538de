/** The texts of the preferences in English. */
export const text = {
  heading: 'Cookie settings',
  intro: 'Decide for each purpose. Nothing changes until you save.',
  earlier: 'Earlier versions',
  necessary: 'Strictly necessary',
  aboutNecessary:
    'Needed for this site to work, for example to sign in and to remember the choice you make here.',
  always: 'Always on',
  optional: 'Optional',
  /** A sentence about each known category. */
  about: {
    analytics: 'Shows us how often and how this site is used, so that we can improve it.',
    marketing: 'Measures advertising and tailors it to your interests.',
    personalization: 'Remembers how you use this site and tailors its content to you.',
  },
  /** The sentence about any other category. */
  aboutOther: 'Runs only while you allow it.',
  services: 'Services',
  details: 'Data and cookies',
  /** Shown if the browser sends Global Privacy Control and nothing is granted. */
  gpc: 'Your browser sends Global Privacy Control. We honour it: optional purposes stay off unless you turn them on here.',
  /** Shown on the settings button and in `<div data-consent-status>`, on the terms of `gpc`. */
  honoured: 'Opt-out signal (GPC) honoured',
  /** Shown in place of `gpc` if the visitor has granted a purpose. */
  gpcOverruled:
    'Your browser sends Global Privacy Control, and you have turned on optional purposes here. Your own choice counts.',
  addOn:
    'Your browser refuses this with an add-on such as Google’s opt-out. We honour it: we do not ask, and what it refuses stays off.',
  restricted: 'Optional cookies stay off for visitors under 14.',
  save: 'Save choices',
  /** Shown when the preferences are drawn again with unsaved changes. */
  unsaved: 'Your changes are not saved yet.',
  /** The status message when the visitor has withdrawn all that was granted. */
  withdrawn: 'You have withdrawn your consent to all optional cookies.',
  close: 'Close',
  guide: 'Browser settings',
  /** Labels of the element that opens the record. */
  record: {
    heading: 'Your last choice',
    /** The label if there are only earlier choices. */
    earlier: 'Earlier choices',
  },
}

/** The texts of the preferences, some of which also stand in the blocks of a page. */
export type PreferencesText = Omit<typeof text, 'about'> & {
  readonly about: Readonly<Record<string, string>>
}
