import type { DetailsWords } from '../words-table.ts'

/** What the banner says in English about services that attributes of the script tag can start. */
export const details: DetailsWords = {
  notStated: 'Not stated',
  onlyThisSite: 'Only this site',
  countries: { US: 'USA' },
  services: {
    'Google Analytics': {
      site: 'Statistics on how this site is used, to improve it',
      collected:
        'Pages viewed, page title, referring page, clicks, time, approximate region, browser, language, device, screen size, network address, a random ID in cookies (_ga, _ga_*)',
      when: 'sent while you use this site',
      kept: 'Cookies up to 13 months, at Google as this site has set it, up to 14 months',
    },
    'Google Tag Manager': {
      site: 'Loading the tags of this site',
      collected: 'Time, browser, network address, what its tags collect',
      when: 'sent while you use this site',
      kept: 'At Google up to 14 days, for its tags as stated there',
    },
  },
}
