import type { Entry } from './pages.ts'

/**
 * What a page has to have when the SDK comes, or nobody is asked there: where it throws, nothing is
 * granted, and so nothing runs.
 *
 * - Without `atob` or `btoa` no record can be read or written, and what is not recorded does not count.
 * - The script tag without the rest cannot find itself, or read what it is to do; without a listener
 *   nobody could click.
 */
export const NEEDED: Readonly<Record<Entry, readonly string[]>> = {
  tag: [
    'Document.currentScript',
    'EventTarget.addEventListener',
    'HTMLElement.dataset',
    'HTMLElement.nonce',
    'HTMLScriptElement.src',
    'Window.Document',
    'Window.HTMLScriptElement',
    'Window.atob',
    'Window.btoa',
  ],
  npm: ['Window.atob', 'Window.btoa'],
}

/** The same, of what throws once the banner stands. */
export const NEEDED_LATER: readonly string[] = ['Window.atob', 'Window.btoa']

/** What leads to the browser's own question, or asks it: nobody can be asked where the view is gone, too. */
export const LAST_RESORT: readonly string[] = [
  'Element.getAttribute',
  'Window.Element',
  'Window.confirm',
]

/** What no page can put anything in the place of. */
export const FIXED: readonly string[] = [
  'Location.host',
  'Location.hostname',
  'Location.href',
  'Location.origin',
  'Location.pathname',
  'Location.protocol',
  'Window.document',
  'Window.location',
  'Window.window',
]
