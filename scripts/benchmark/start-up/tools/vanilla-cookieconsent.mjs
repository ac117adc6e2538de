// @ts-check
import { join } from 'node:path'
import { GOOGLE_SNIPPET, GOOGLE_TAG } from '../google.mjs'

const CONFIGURATION = `import './cookieconsent.umd.js'

CookieConsent.run({
  // By default the tool shows no banner to automated browsers, such as the benchmark's.
  hideFromBots: false,
  categories: {
    necessary: { enabled: true, readOnly: true },
    analytics: { autoClear: { cookies: [{ name: /^_ga/ }] } },
  },
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: 'Cookies on this site',
          description: 'With your permission we count visits with Google Analytics.',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          showPreferencesBtn: 'Preferences',
          footer: '<a href="/privacy">Privacy policy</a>',
        },
        preferencesModal: {
          title: 'Cookie preferences',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          savePreferencesBtn: 'Save',
          closeIconLabel: 'Close',
          sections: [
            {
              title: 'Necessary',
              description: 'The site does not work without them.',
              linkedCategory: 'necessary',
            },
            {
              title: 'Analytics',
              description: 'Google Analytics tells us which pages are read.',
              linkedCategory: 'analytics',
            },
          ],
        },
      },
    },
  },
})
`

/**
 * vanilla-cookieconsent with its stylesheet in `<head>`, and a module of the site that imports the
 * tool.
 *
 * @see https://cookieconsent.orestbida.com/essential/getting-started.html
 * @type {import('../tools.mjs').Tool}
 */
export const vanillaCookieconsent = {
  name: 'vanilla-cookieconsent',
  package: 'vanilla-cookieconsent@3.1.0',
  paths: modules =>
    ['cookieconsent.umd.js', 'cookieconsent.css'].map(file =>
      join(modules, 'vanilla-cookieconsent/dist', file),
    ),
  configuration: { 'cookieconsent-config.js': CONFIGURATION },
  head: `<link rel="stylesheet" href="cookieconsent.css">
    <script type="text/plain" data-category="analytics" async src="${GOOGLE_TAG}"></script>
    <script type="text/plain" data-category="analytics">${GOOGLE_SNIPPET}</script>`,
  body: '<script type="module" src="cookieconsent-config.js"></script>',
  banner: ['#cc-main', '.cm'],
  accept: '#cc-main .cm [data-role="all"]',
}
