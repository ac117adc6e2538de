import type { PreferencesText } from './preferences-text.ts'

/** The long strings in English. */
export const text: PreferencesText = {
  heading: 'Cookie settings',
  intro: 'Decide for each purpose. Nothing changes until you save.',
  necessary: 'Strictly necessary',
  aboutNecessary:
    'Needed for this site to work, for example to sign in and to remember the choice you make here.',
  always: 'Always on',
  optional: 'Optional',
  about: {
    analytics: 'Shows us how often and how this site is used, so that we can improve it.',
    marketing: 'Measures advertising and fits it to your interests.',
    personalization: 'Remembers how you use this site and fits its content to you.',
  },
  aboutOther: 'Runs only while you allow it.',
  services: 'Services',
  gpc: 'Your browser sends Global Privacy Control. We honour it: optional purposes stay off unless you turn them on here.',
  restricted: 'Optional cookies stay off for visitors under 14.',
  save: 'Save choices',
}
