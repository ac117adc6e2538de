// @ts-check
import { orejime } from './tools/orejime.mjs'
import { spaceoneConsent } from './tools/spaceone-consent.mjs'
import { vanillaCookieconsent } from './tools/vanilla-cookieconsent.mjs'

/**
 * A consent tool, configured as its documentation says: with a necessary category, an analytics
 * category, and Google's tag in the analytics category.
 *
 * @typedef {object} Tool
 * @property {string} name Name of the tool and of its site's folder.
 * @property {string} [package] Name and exact version for npm; absent for the SDK itself.
 * @property {(modules: string) => readonly string[]} paths Gets the folder of the installed
 *   packages, and returns the files that the site serves besides its page.
 * @property {Readonly<Record<string, string>>} [configuration] Texts of the site's own files, by
 *   name.
 * @property {string} head Markup for the start of `<head>`.
 * @property {string} [body] Markup for the end of `<body>`.
 * @property {readonly string[]} banner Selectors for the banner. Each selector is applied inside
 *   the match of the one before, through shadow roots.
 * @property {string} accept The selector of the button that grants everything.
 */

/** The SDK first, then the other tools. @type {readonly Tool[]} */
export const TOOLS = [spaceoneConsent, vanillaCookieconsent, orejime]
