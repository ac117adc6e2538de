import type { SectionWords } from '../section-words.ts'
import type { SectionsText } from '../sections-text.ts'
import type { WordsTable } from '../words-table.ts'
import { details } from './details.ts'
import { moreDetails } from './more-details.ts'

const { notStated, onlyThisSite, countries } = details
const HOW = 'From your browser over the internet, encrypted'
const STATISTICS = 'Providing the statistics to this site'

/** What only the sections of a policy page say about our services, in English. */
export const moreWords: WordsTable = {
  services: {
    'Google Analytics': {
      recipient: STATISTICS,
      how: HOW,
      afterwards:
        'At most this long, as this site has set it; then deleted automatically by Google',
      refusal: 'Google also offers an add-on for browsers',
    },
    'Google Tag Manager': {
      recipient: 'Delivery of the tags, and keeping the service stable',
      how: HOW,
      afterwards: 'Request logs are deleted by Google',
    },
    'Google Ads': {
      recipient:
        'Showing, personalizing and measuring advertisements, and running and improving Google’s own services',
      how: HOW,
      afterwards:
        'Google removes the cookie information from its logs; what is kept with a Google account lasts until its owner deletes it',
      refusal: 'Personalized advertisements can also be turned off in Google’s My Ad Center',
    },
    'Firebase Analytics': {
      recipient: STATISTICS,
      how: HOW,
      afterwards:
        'At most this long, as this site has set it; then deleted automatically by Google',
    },
    'SpaceONE Consent': {
      site: 'Remembering and proving your choice about cookies',
      necessary: 'Without it this site would ask on every page and could not follow your choice.',
    },
  },
}

/** The words of the sections of a policy page in English. */
export const sectionWords: SectionWords = {
  language: 'en',
  notStated,
  onlyThisSite,
  countries,
  headings: {
    cookies: 'Cookies and similar storage',
    behavioural: 'Collection of behavioral information, and how to refuse it',
    transfers: 'Transfer of personal information abroad',
    recipients: 'Recipients of personal information',
    'external-transmission': 'Transmission of user information to external parties',
  },
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
  toolKinds: {
    script: 'Script',
    pixel: 'Pixel (tracking image)',
    iframe: 'Embedded page (iframe)',
    'app-sdk': 'App SDK',
  },
  bases: {
    consent: 'Your consent to the purpose “{purpose}”',
    contract: 'Processing or storage for a contract, disclosed in the privacy policy',
    law: 'A special provision of a law or treaty',
    certified: 'Certification of the recipient',
    equivalent: 'A country whose protection is recognized as equivalent',
  },
  identified: 'Yes',
  notIdentified: 'No, only information that cannot identify individuals',
  tellsApart: 'No: no name and no e-mail address; an identifier in a cookie tells browsers apart',
  asFarAsPersonal: 'As far as this is personal information',
  refuse: 'Choose “Reject” when asked, or withdraw at any time in “Cookie settings”',
  effect: 'The service then does not run; you can still use this site',
  policy: 'Privacy policy',
  countryDomains: '{host} and its domains of other countries',
  none: 'This site declares no such service.',
  necessary: 'Strictly necessary',
  inBrowser: 'How to refuse in your browser',
  effective: 'Version {version} of the privacy policy, in force since {date}',
  drawnFrom: 'Drawn from the services that this site has declared',
}

/** The texts of the sections of a policy page in English. */
export const text: SectionsText = { ...sectionWords, tables: [moreDetails, moreWords] }
