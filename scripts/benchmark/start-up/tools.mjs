// @ts-check
import { orejime } from './tools/orejime.mjs'
import { spaceoneConsent } from './tools/spaceone-consent.mjs'
import { vanillaCookieconsent } from './tools/vanilla-cookieconsent.mjs'

/**
 * A consent tool, set up as its own documentation says, with a necessary category, an analytics
 * category, and Google's tag behind the latter.
 *
 * @typedef {object} Tool
 * @property {string} name Also the folder of its site.
 * @property {string} [package] What npm installs, with an exact version; none for the SDK itself.
 * @property {(modules: string) => readonly string[]} paths Gives the files that the site serves beside
 *   its page, from the folder in which npm has put the packages.
 * @property {Readonly<Record<string, string>>} [configuration] Files of the site's own, by name.
 * @property {string} head Markup for the start of `<head>`.
 * @property {string} [body] Markup for the end of `<body>`.
 * @property {readonly string[]} banner Selectors, each for inside what the last one found.
 * @property {string} accept The selector of the button that grants everything.
 */

/** The SDK first, then its peers. @type {readonly Tool[]} */
export const TOOLS = [spaceoneConsent, vanillaCookieconsent, orejime]
