import type { GuideText } from '../guide-text.ts'
import { text as steps } from './steps.ts'

const panel = {
  heading: 'Browser settings',
  yours: 'You appear to be using {name}.',
  choose: 'Show the steps for',
  address: 'Address of the settings',
  copy: 'Copy',
  copied: 'Copied. Paste it into the address bar.',
  /** Shown if the browser does not let the page copy. */
  selected: 'Selected. Copy it and paste it into the address bar.',
  help: 'Official help for {name}',
  wayOut: 'Open this page in your browser',
  analytics: 'How to disable Google Analytics',
  optOut: 'Google’s page about its add-on',
  checked: 'Last checked on {date}.',
  back: 'Back',
}

/** The texts of the browser guide's panel, with the steps of all browsers. */
export type GuidePanelText = typeof panel & { readonly steps: GuideText }

/** The texts of the browser guide's panel in English. */
export const text: GuidePanelText = { ...panel, steps }
