// Written by a test from details.ts, see printed-details.test.ts. Do not edit.
import type { Fact } from '../../inventory/tree.ts'

/** What the banner says about services whose words come with it, by name. */
export const printed: Readonly<Record<string, readonly Fact[]>> = {
  "Google Analytics": [
    ["Purpose",[{"text":"Statistics on how this site is used, to improve it"}]],
    ["Collected",[{"text":"pages viewed, page title, referring page, clicks, time, approximate region, browser, language, device, screen size, IP address, a random ID in cookies (_ga, _ga_*)"}]],
    ["Recipient",[{"text":"Google LLC (USA)"},{"text":"https://support.google.com/policies/contact/general_privacy_form","link":"https://support.google.com/policies/contact/general_privacy_form"},{"text":"Privacy policy","link":"https://policies.google.com/privacy"}]],
    ["Purpose of the recipient",[{"text":"Providing the statistics to this site"}]],
    ["Transfer",[{"text":"While you use this site"},{"text":"From your browser over the internet, encrypted"}]],
    ["Kept",[{"text":"Up to 14 months, as this site has set it"},{"text":"Then deleted automatically by Google"}]],
    ["Cookies kept at most",[{"text":"13 months"}]],
    ["Also to refuse",[{"text":"Google also offers an add-on for browsers","link":"https://tools.google.com/dlpage/gaoptout"}]],
  ],
}
