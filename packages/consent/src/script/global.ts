import type { Global } from './page-global.ts'

// The build writes the types of this file into `dist/script/consent.d.ts`, beside consent.js.

declare global {
  /**
   * The global of the script tag. From the page's one-line stub on, call `spaceoneConsent` with a
   * function, which gets the consent, or with a configuration. The global has the methods of the
   * consent once `consent.js` has started.
   */
  var spaceoneConsent: Global
}

export type { Configuration, Global } from './page-global.ts'
