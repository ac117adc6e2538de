// @ts-check
import { join } from 'node:path'
import { GOOGLE_SNIPPET, GOOGLE_TAG } from '../google.mjs'

const CONFIGURATION = `{
        privacyPolicyUrl: '/privacy',
        purposes: [
          {
            id: 'necessary',
            title: 'Necessary',
            description: 'The site does not work without them.',
            cookies: [],
            isMandatory: true,
          },
          {
            id: 'analytics',
            title: 'Analytics',
            description: 'Google Analytics tells us which pages are read.',
            cookies: [/^_ga/],
          },
        ],
      }`

/**
 * orejime with its standard theme. Its script runs at once and needs `<body>`, so it is at the end
 * of the page, as in orejime's own examples.
 *
 * @see https://github.com/boscop-fr/orejime#getting-started
 * @type {import('../tools.mjs').Tool}
 */
export const orejime = {
  name: 'orejime',
  package: 'orejime@3.2.1',
  paths: modules =>
    ['orejime-standard-en.js', 'orejime-standard.css'].map(file =>
      join(modules, 'orejime/dist', file),
    ),
  head: `<link rel="stylesheet" href="orejime-standard.css">
    <template data-purpose="analytics">
      <script async src="${GOOGLE_TAG}"></script>
      <script>${GOOGLE_SNIPPET}</script>
    </template>`,
  body: `<script>
      window.orejimeConfig = ${CONFIGURATION}
    </script>
    <script src="orejime-standard-en.js"></script>`,
  banner: ['.orejime-Banner'],
  accept: '.orejime-Banner-saveButton',
}
