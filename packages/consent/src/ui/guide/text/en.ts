import { text as steps } from '../../../guide/text/en.ts'
import type { GuidePanelText } from './guide-panel-text.ts'

/** The guide's strings in English. */
export const text: GuidePanelText = {
  heading: 'Cookies in your browser',
  yours: 'You seem to use {name}.',
  choose: 'Show the steps for',
  address: 'Address of the settings',
  copy: 'Copy',
  copied: 'Copied. Paste it into the address bar.',
  selected: 'Selected. Copy it and paste it into the address bar.',
  help: 'Official help for {name}',
  wayOut: 'Open this page in your browser',
  analytics: 'How to disable Google Analytics',
  optOut: 'Google’s page about its add-on',
  checked: 'Compared with its sources on {date}.',
  back: 'Back',
  steps,
}
