import type { DetailsWords } from '../details-words.ts'

const ANALYTICS = {
  recipient: 'Providing the statistics to this site',
  kept: 'Up to 14 months, as this site has set it',
  afterwards: 'Then deleted automatically by Google',
}

/** The texts about services in English: those for any service, and our own about some. */
export const details: DetailsWords = {
  onlyThisSite: 'Only this site',
  countries: { US: 'USA' },
  policy: 'Privacy policy',
  subprocessors: 'Companies that work for it: {names}',
  terms: [
    'Purpose',
    'Collected',
    'Recipient',
    'Purpose of the recipient',
    'Transfer',
    'Kept',
    'Cookies kept at most',
    'Also to refuse',
  ],
  items: {
    pages: 'pages viewed',
    title: 'page title',
    referrer: 'referring page',
    clicks: 'clicks',
    time: 'time',
    region: 'approximate region',
    browser: 'browser',
    language: 'language',
    device: 'device',
    screen: 'screen size',
    address: 'IP address',
    tags: 'what its tags collect',
    'cookie-id': 'a random ID in cookies ({cookies})',
    ads: 'advertisements seen and clicked',
    app: 'the app and its version',
    'installation-id': 'a random ID of the installation',
    choice: 'your choice about cookies, its time and the notice shown',
  },
  sent: {
    when: 'While you use this site',
    how: 'From your browser over the internet, encrypted',
  },
  services: {
    'Google Analytics': {
      site: 'Statistics on how this site is used, to improve it',
      ...ANALYTICS,
      refusal: 'Google also offers an add-on for browsers',
    },
    'Google Tag Manager': {
      site: 'Loading the tags of this site',
      recipient: 'Delivering the tags, and keeping the service stable',
      kept: 'Request logs up to 14 days; what its tags collect, as stated for each',
      afterwards: 'Request logs are deleted by Google',
    },
    'Google Ads': {
      site: 'Advertising, and measuring its effect',
      recipient:
        'Showing, personalizing and measuring advertisements, and running and improving Google’s own services',
      afterwards:
        'Google removes the cookie information from its logs; what is kept with a Google account lasts until its owner deletes it',
      refusal: 'Personalized advertisements can also be turned off in Google’s My Ad Center',
    },
    'Firebase Analytics': {
      site: 'Statistics on how this app is used, to improve it',
      ...ANALYTICS,
    },
    'SpaceONE Consent': {
      site: 'Remembering and proving your choice about cookies',
      necessary: 'Without it this site would ask on every page and could not follow your choice.',
    },
  },
}
