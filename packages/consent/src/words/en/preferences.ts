import type { PreferencesText } from '../preferences-text.ts'

/** The texts of the preferences in English. */
export const text: PreferencesText = {
  heading: 'Cookie settings',
  intro: 'Decide for each purpose. Nothing changes until you save.',
  earlier: 'Earlier versions',
  necessary: 'Strictly necessary',
  aboutNecessary:
    'Needed for this site to work, for example to sign in and to remember the choice you make here.',
  always: 'Always on',
  optional: 'Optional',
  about: {
    analytics: 'Shows us how often and how this site is used, so that we can improve it.',
    marketing: 'Measures advertising and tailors it to your interests.',
    personalization: 'Remembers how you use this site and tailors its content to you.',
  },
  aboutOther: 'Runs only while you allow it.',
  services: 'Services',
  details: 'Data and cookies',
  gpc: 'Your browser sends Global Privacy Control. We honour it: optional purposes stay off unless you turn them on here.',
  honoured: 'Opt-out signal (GPC) honoured',
  gpcOverruled:
    'Your browser sends Global Privacy Control, and you have turned on optional purposes here. Your own choice counts.',
  addOn:
    'Your browser refuses this with an add-on such as Google’s opt-out. We honour it: we do not ask, and what it refuses stays off.',
  restricted: 'Optional cookies stay off for visitors under 14.',
  save: 'Save choices',
  unsaved: 'Your changes are not saved yet.',
  withdrawn: 'You have withdrawn your consent to all optional cookies.',
  close: 'Close',
  guide: 'Browser settings',
  record: {
    heading: 'Your last choice',
    earlier: 'Earlier choices',
  },
}
