import { actsOnClosing } from './acts-on-closing.ts'
import { beyonk } from './beyonk.ts'
import { c15t } from './c15t.ts'
import { cookieConsentJs } from './cookie-consent-js.ts'
import { cookieThough } from './cookie-though.ts'
import { klaro } from './klaro.ts'
import { orejime } from './orejime.ts'
import { osano } from './osano.ts'
import { porsche } from './porsche.ts'
import { reactCookieConsent } from './react-cookie-consent.ts'
import { stormid } from './stormid.ts'
import { tarteaucitron } from './tarteaucitron.ts'
import { vanilla } from './vanilla.ts'
import type { Vendor } from './vendor.ts'

/** The banners of other vendors, and one of the tests' own, by name. */
export const VENDORS: Readonly<Record<string, Vendor>> = {
  'vanilla-cookieconsent': vanilla(true),
  'vanilla-cookieconsent that is shown to bots': { ...vanilla(false), languages: ['en'] },
  klaro,
  orejime,
  tarteaucitron,
  'cookieconsent of Osano': osano,
  c15t,
  'react-cookie-consent': reactCookieConsent,
  'cookie-though': cookieThough,
  'cookie-banner of Storm ID': stormid,
  'cookie-consent-banner of Porsche': porsche,
  'gdpr-cookie-consent-banner of Beyonk': beyonk,
  'cookie-consent-js': cookieConsentJs,
  'settings that act on closing': actsOnClosing,
}
