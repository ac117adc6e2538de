import type { Relation } from '../../inventory/declaration.ts'
import type { FactWords } from '../details-words.ts'

const sentences = {
  /** A BCP 47 tag. */
  language: 'en',
  collectsItself: 'Collected directly by the recipient',
  /** Says that a site declares Tag Manager and no other optional service. */
  containerAlone:
    'This site has declared Google Tag Manager and no other optional service. What the tags of its container collect and store is not listed here.',
  identified: 'Yes',
  notIdentified: 'No, only information that cannot identify individuals',
  /** Shown for a service that identifies nobody and has cookies. */
  tellsApart: 'No: no name and no e-mail address; an identifier in a cookie tells browsers apart',
  /** The note beside a transfer whose data identify no person. */
  asFarAsPersonal: 'As far as this is personal information',
  refuse: 'Choose “Reject” when asked, or withdraw at any time in “Cookie settings”',
  effect: 'The service then does not run; you can still use this site',
  /** `{host}` is a host such as `google.com`, for the pattern `google.*`. */
  countryDomains: '{host} and its domains of other countries',
  /** Shown in a section that has nothing to list. */
  none: 'This site declares no such service.',
  necessary: 'Strictly necessary',
  inBrowser: 'How to refuse in your browser',
  effective: 'Version {version} of the privacy policy, in force since {date}',
  drawnFrom: 'Drawn from the services that this site has declared',
  headings: {
    cookies: 'Cookies and similar storage',
    behavioural: 'Collection of behavioral information, and how to refuse it',
    transfers: 'Transfer of personal information abroad',
    recipients: 'Recipients of personal information',
    'external-transmission': 'Transmission of user information to external parties',
  },
  toolKinds: {
    script: 'Script',
    pixel: 'Pixel (tracking image)',
    iframe: 'Embedded page (iframe)',
    'app-sdk': 'App SDK',
  },
  /** The legal grounds of a transfer abroad. `{purpose}` is the name of the purpose. */
  bases: {
    consent: 'Your consent to the purpose “{purpose}”',
    contract: 'Processing or storage for a contract, disclosed in the privacy policy',
    law: 'A special provision of a law or treaty',
    certified: 'Certification of the recipient',
    equivalent: 'A country whose protection is recognized as equivalent',
  },
}

/** The name of a section of a policy page that is drawn from an inventory. */
export type SectionName = keyof (typeof sentences)['headings']

/** The texts of the sections of a policy page in one language. */
export interface SectionsText extends Readonly<typeof sentences> {
  /** Headings of the columns. The columns of `cookies` are in `StoredText`. */
  readonly columns: Readonly<
    Record<Exclude<SectionName, 'cookies' | 'recipients'>, readonly string[]>
  >
  /** The heading of each table of recipients, and those of its columns. */
  readonly relations: Readonly<
    Record<
      Relation | 'not-stated',
      { readonly heading: string; readonly columns: readonly string[] }
    >
  >
}

/** The texts of the sections, and those with which facts of services are printed. */
export interface SectionWords extends SectionsText, FactWords {}

/** The texts of the sections of a policy page in English. */
export const text: SectionsText = {
  ...sentences,
  columns: {
    behavioural: [
      'Collecting tool',
      'Collected by',
      'Kind of tool',
      'Behavioral information',
      'Purpose',
      'Kept',
      'Person identified',
      'How to refuse',
    ],
    transfers: [
      'Service',
      'Recipient and contact',
      'Country',
      'Legal basis',
      'When and how',
      'Items transferred',
      'Purpose of the recipient',
      'Kept',
      'How to refuse, and the effect',
    ],
    'external-transmission': [
      'Service',
      'Sent to',
      'Information sent',
      'Purpose of this site',
      'Purpose of the recipient',
      'Opt-out',
    ],
  },
  relations: {
    processor: {
      heading: 'Processing on behalf of this site',
      columns: ['Processor', 'Service', 'Work entrusted', 'Items', 'Kept'],
    },
    'third-party': {
      heading: 'Provision to third parties',
      columns: ['Third party', 'Service', 'Purpose of the recipient', 'Items', 'Kept'],
    },
    'collects-itself': {
      heading: 'Parties that collect directly',
      columns: ['Party', 'Service', 'Purpose of the party', 'Items', 'Kept'],
    },
    'not-stated': {
      heading: 'Recipients whose relation is not stated',
      columns: ['Recipient', 'Service', 'Purpose of the recipient', 'Items', 'Kept'],
    },
  },
}
