import type { GuidePanelText } from '../guide-panel-text.ts'
import { text as steps } from './steps.ts'

/** The texts of the guide's panel in English. */
export const text: GuidePanelText = {
  heading: 'Browser settings',
  yours: 'You appear to be using {name}.',
  choose: 'Show the steps for',
  address: 'Address of the settings',
  copy: 'Copy',
  copied: 'Copied. Paste it into the address bar.',
  selected: 'Selected. Copy it and paste it into the address bar.',
  help: 'Official help for {name}',
  wayOut: 'Open this page in your browser',
  analytics: 'How to disable Google Analytics',
  optOut: 'Google’s page about its add-on',
  checked: 'Last checked on {date}.',
  back: 'Back',
  steps,
}
