import { expect } from '@playwright/test'
import { inFrames } from './frames.ts'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until } from './visitor.ts'

/** What the sources, and the libraries in them, read of `document` and `window`. */
const NAMES = [
  ...['currentScript', 'documentElement', 'head', 'body', 'scripts', 'cookie', 'readyState'],
  ...['createElement', 'querySelector', 'querySelectorAll', 'addEventListener', 'activeElement'],
  ...[
    'removeEventListener',
    'dispatchEvent',
    'elementFromPoint',
    'visibilityState',
    'prerendering',
  ],
  ...[
    'ownerDocument',
    'baseURI',
    'nodeType',
    'defaultView',
    'implementation',
    'adoptedStyleSheets',
  ],
  ...[
    'dataLayer',
    'gtag',
    'spaceoneConsent',
    'ga-disable-G-TEST123',
    '_gaUserPrefs',
    'localStorage',
  ],
  ...[
    'trustedTypes',
    'cookieStore',
    'CookieStore',
    'requestIdleCallback',
    'reportError',
    'confirm',
  ],
  ...['google_tag_manager', '__zone_symbol__setTimeout', 'navigator', 'crypto', 'fetch', 'process'],
]

/** What it reads of these in turn, and of any element. */
const FIELDS = [
  ...['q', 'version', 'ioo', 'push', 'createPolicy', 'addEventListener', 'prototype', 'src', 'set'],
  ...['matches', 'attributes', 'parentNode', 'dataset', 'localName', 'remove', 'append', 'prepend'],
  ...[
    'getAttribute',
    'hasAttribute',
    'setAttribute',
    'querySelector',
    'querySelectorAll',
    'children',
  ],
  ...[
    'childNodes',
    'replaceChildren',
    'isConnected',
    'dispatchEvent',
    'shadowRoot',
    'ownerDocument',
  ],
  ...[
    'getBoundingClientRect',
    'closest',
    'nodeType',
    'lang',
    'insertBefore',
    'nextSibling',
    'call',
  ],
]

const fields = FIELDS.map(name => `<input name="${name}">`).join('')
const images = NAMES.map(name => `<img name="${name}" alt="">`).join('')
const forms = NAMES.map(name => `<form id="${name}" name="${name}">${fields}</form>`).join('')

/** Forms where the SDK looks for elements of the page's, one of them around the link to the settings. */
const MARKED = `<form data-consent="analytics" data-src="/x">${fields}</form>
  <form data-consent-status data-consent-guide data-consent-banner>${fields}</form>
  <form tabindex="0">${fields}<a href="/cookies" data-consent-open>Cookies</a></form>`

/** Puts a form from another document, and scripts of Google's in one, into the page. */
const insert = `
  const other = new DOMParser().parseFromString(${JSON.stringify(
    `<form>${fields}<script src="https://www.google-analytics.com/inside.js"></script></form>`,
  )}, 'text/html')
  document.querySelector('h1').append(other.forms[0])`

export const clobbered: readonly Scenario[] = [
  {
    title:
      'elements that bear the name of whatever the SDK reads are taken for nothing else: it asks, grants nothing by itself and loads what the visitor allows [48]',
    pages: inFrames(HOST, { images, forms }),
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      for (const name of ['images', 'forms']) {
        await visitor.run(name => window.framed.open([name]), `/${name}`)
        expect(world.google).toEqual([])
        expect(await visitor.cookieNames()).toEqual([])
        expect(await visitor.run(() => window.framed.outcomes())).toEqual([
          { banner: true, granted: false, errors: [], notes: [] },
        ])
        expect(await visitor.run(() => window.framed.openSettings())).toBe('preferences')
        expect(await visitor.run(() => window.framed.click('close'))).toBe(true)
        expect(await visitor.run(() => window.framed.click('accept-all'))).toBe(true)
        await until('the tag', () => world.scripts().length === 1)
        const [outcome] = await visitor.run(() => window.framed.outcomes())
        // Google's tag has to look after itself.
        const errors = outcome?.errors.filter(error => error !== 'Script error.')
        expect({ ...outcome, errors }).toEqual({
          banner: false,
          granted: true,
          errors: [],
          notes: [],
        })
        await visitor.run(() => window.framed.clear())
        world.google.length = 0
      }
    },
  },
  {
    title:
      "a form whose fields bear the names of its methods breaks neither the page's insertions nor the way to the settings [48]",
    pages: {
      ...inFrames(HOST, {}),
      [`${HOST}/marked`]: hostPage('', MARKED).replace(
        '<a href="/cookies" data-consent-open>Cookies</a>',
        '',
      ),
    },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await visitor.run(() => window.framed.open(['/marked']))
      await visitor.run(insert => window.framed.run(insert), insert)
      expect(await visitor.run(() => window.framed.openSettings())).toBe('preferences')
      expect(await visitor.run(() => window.framed.click('close'))).toBe(true)
      await visitor.run(() => window.framed.run("document.querySelectorAll('form')[2].focus()"))
      expect(await visitor.run(() => window.framed.click('accept-all'))).toBe(true)
      await until('the page view', () => world.events().includes('page_view'))
      expect(await visitor.run(() => window.framed.outcomes())).toEqual([
        { banner: false, granted: true, errors: [], notes: [] },
      ])
    },
  },
  {
    title:
      'where elements take away what the view is drawn with, nothing runs, and who wants to choose is asked plainly [5, 48]',
    pages: inFrames(HOST, {
      undrawn: '<img name="createElementNS" alt=""><img name="createTextNode" alt="">',
    }),
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await visitor.run(() => window.framed.open(['/undrawn']))
      expect(world.google).toEqual([])
      expect(await visitor.run(() => window.framed.outcomes())).toEqual([
        { banner: false, granted: false, errors: [], notes: [] },
      ])
      expect(await visitor.run(() => window.framed.openSettings())).toBe('plainly')
      await until('the page view', () => world.events().includes('page_view'))
      expect(await visitor.run(() => window.framed.outcomes())).toEqual([
        { banner: false, granted: true, errors: [], notes: [] },
      ])
    },
  },
]
