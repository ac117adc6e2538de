/** The texts of a blocked iframe's placeholder in English. */
export const text = {
  /** `{source}` is the host name of the content, `{purpose}` the purpose that showing it grants. */
  lead: 'This content comes from {source}. Showing it sends data such as your IP address there, and allows optional cookies for {purpose} on this site.',
  /** The form of `lead` for a small placeholder. */
  short: 'From {source}, with {purpose} cookies.',
  /** Shown instead of `lead` and `short` if the visitor cannot allow the content. */
  unavailable:
    'This content comes from {source}. It is not shown, because the consent it needs cannot be given here.',
  /** Replaces `{source}` if the address has no host name. */
  elsewhere: 'another provider',
  allow: 'Allow and show',
  preferences: 'Settings',
  /** The names of the known categories, as in the banner. By default a site's `banner.purposes`. */
  purposes: {
    analytics: 'usage statistics',
    marketing: 'advertising',
    personalization: 'personalization',
  },
}

/** The texts of the placeholder of a blocked iframe. */
export type PlaceholderText = Omit<typeof text, 'purposes'> & {
  readonly purposes: Readonly<Record<string, string>>
}
