import type { ChangesWords } from '../sections-text.ts'

/** The texts, in English, of what has changed since an earlier inventory. */
export const changesWords: ChangesWords = {
  heading: 'Changes',
  none: 'Nothing has changed.',
  added: '{service}: new {kind}: {value}',
  removed: '{service}: no longer {kind}: {value}',
  changed: '{service}: {kind} is now: {value}',
  addedService: 'New service: {service}',
  removedService: 'No longer used: {service}',
  kinds: {
    recipient: 'recipient',
    country: 'country',
    purpose: 'purpose',
    item: 'item',
    retention: 'retention',
  },
}
