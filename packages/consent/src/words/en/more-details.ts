import type { WordsTable } from '../words-table.ts'

/** What details say in English about services that no attribute of the script tag can start. */
export const moreDetails: WordsTable = {
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
    address: 'network address',
    tags: 'what its tags collect',
    'cookie-id': 'a random ID in cookies ({cookies})',
    ads: 'advertisements seen and clicked',
    app: 'the app and its version',
    'installation-id': 'a random ID of the installation',
    choice: 'your choice about cookies, its time and the notice shown',
  },
  services: {
    'Google Ads': {
      site: 'Advertising, and measuring its effect',
      when: 'sent while you use this site',
      kept: 'Cookies up to 24 months, at Google up to 18 months',
    },
    'Firebase Analytics': {
      site: 'Statistics on how this app is used, to improve it',
      when: 'sent while you use this site',
      kept: 'At Google up to 14 months',
    },
  },
}
