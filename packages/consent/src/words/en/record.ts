/** The texts about the visitor's own record in English. */
export const text = {
  /** Say why the visitor is asked again, before the first sentence of the banner. */
  again: {
    /** `{before}` is the policy's version at the last answer. */
    outdated: 'The policy has changed since your last choice (version {before}).',
    /** `{before}` is the day of the answer. */
    expired: 'Your choice of {before} has expired.',
    /** Shown if the answer does not cover a category that the banner asks about now. */
    decided: 'We ask only for what is new or still open. Your other answers stay as they are.',
  },
  none: 'You have not made a choice yet.',
  outdated:
    'The policy has changed since your choice. Until you choose again, optional cookies stay off.',
  expired: 'Your choice has expired. Until you choose again, optional cookies stay off.',
  allowed: 'Allowed',
  refused: 'Refused',
  /** Shown in place of an empty list of what was granted, or of what was refused. */
  nothing: 'Nothing',
  decidedAt: 'Chosen on',
  expiresAt: 'Valid until',
  version: 'Policy version',
  how: 'How',
  methods: {
    accept: 'Everything accepted',
    reject: 'Everything rejected',
    custom: 'Chosen one by one',
    withdraw: 'Withdrawn',
  },
  where: 'Where',
  surfaces: {
    banner: 'In the banner',
    preferences: 'In the cookie settings',
    inline: 'On a page',
    api: 'By this site’s own control',
  },
  signal: 'Global Privacy Control was on',
  hash: 'Fingerprint of the text shown',
  count: 'Number of choices so far',
  download: 'Download your record',
  erase: 'Erase everything stored here',
  aboutErase:
    'This deletes your choice and all earlier ones from this browser. Optional cookies are turned off, and you will be asked again.',
  eraseNow: 'Erase now',
  erased: 'Everything stored here has been erased.',
}

/** The texts about the visitor's own record. */
export type RecordText = typeof text
