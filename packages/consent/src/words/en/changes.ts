/** The words, in English, for the changes since an earlier inventory. */
export const changesWords = {
  heading: 'Changes',
  none: 'Nothing has changed.',
  added: '{service}: new {fact}: {value}',
  removed: '{service}: no longer {fact}: {value}',
  changed: '{service}: {fact} is now: {value}',
  /** For a fact of which only the wording has changed. */
  reworded: '{service}: other wording for {fact}: {value}',
  /** The earlier value, as the `{note}` of a value. */
  before: 'before: {value}',
  /** A whole service that is new, or gone. */
  addedService: 'New service: {service}',
  removedService: 'No longer used: {service}',
  facts: {
    category: 'purpose you are asked about',
    necessary: 'reason why it is necessary',
    withoutGrant: 'sending before your consent',
    recipients: 'recipient',
    relation: 'relation of the recipient',
    country: 'country',
    contact: 'contact or privacy policy',
    basis: 'legal basis of the transfer',
    transfer: 'time or method of the transfer',
    subprocessors: 'company that works for the recipient',
    purposes: 'purpose of this site',
    purpose: 'purpose',
    retention: 'retention',
    collects: 'item',
    toolKind: 'kind of tool',
    identifies: 'identification of persons',
    isBehavioural: 'collection of behavioral information',
    addresses: 'address that receives data',
    cookies: 'cookie',
    storage: 'key in local storage',
    databases: 'database',
    seconds: 'lifetime',
    isRenewed: 'lifetime that begins again at each visit',
    party: 'kind of cookie',
    setBy: 'party that sets it',
    refusal: 'way or effect of refusing',
  },
  /** The words for values of facts that are neither names nor texts. */
  values: {
    true: 'Yes',
    false: 'No',
    consent: 'Your consent',
  },
}

/** The words, in one language, for the changes since an earlier inventory. */
export type ChangesWords = typeof changesWords
