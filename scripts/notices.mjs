// @ts-check
// Writes `notices.json` into the built package: the text for each notice hash that a record of a
// first visit may contain, if the site uses `article9` or only `data-ga`. The build runs this script
// on the files that it has just written. `scripts/notices` has the notices of earlier releases, one
// file for each release, because records with their hashes still exist.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { Window } from 'happy-dom'

const DIST = new URL('../packages/consent/dist/', import.meta.url)
const EARLIER = new URL('notices/', import.meta.url)

/** The globals of a browser's page that the view uses. */
const GLOBALS = /** @type {const} */ ([
  ...['document', 'Document', 'localStorage', 'Element', 'HTMLElement', 'MutationObserver'],
  ...['CustomEvent', 'CSSStyleSheet', 'location'],
])

const LANGUAGES = ['en', 'ko', 'ja']
/** The links in the notice. The notice depends on whether there is a link, not on its address. */
const LINKS = [{}, { url: '/privacy' }, { url: '/privacy', earlier: '/privacy/earlier' }]
/** The browser's signals before the visitor decides. */
const SIGNALS = [{}, { gpc: true }, { isRefused: true }]
/**
 * The places of the form with the purposes. With each, the banner is shown too while a purpose has
 * no answer.
 */
const SURFACES = ['preferences', 'inline']

const window = new Window({ url: 'https://host.example/' })
Object.defineProperty(globalThis, 'window', { value: window })
for (const name of GLOBALS) Object.defineProperty(globalThis, name, { value: window[name] })

/** @param {string} file */
const built = file => import(new URL(file, DIST).href)
const { article9, createConsent } = await built('index.js')
const { mountConsentUi } = await built('ui.js')

/**
 * Returns the options of `article9`, with services that start nothing.
 *
 * @param {object} links
 * @param {boolean | undefined} isRefused
 */
const setUp = (links, isRefused) => {
  const options = article9({ googleAnalytics: 'G-1A2B3C4', ...links })
  const { analytics } = options.categories
  const services = analytics.services.map((/** @type {object} */ service) => ({
    ...service,
    attach: () => () => {},
    refused: () => isRefused === true,
  }))
  return { ...options, categories: { analytics: { services } } }
}

/**
 * Polls until a function returns a value.
 *
 * @template Found
 * @param {() => Found} look
 * @returns {Promise<NonNullable<Found>>}
 */
const until = async look => {
  for (;;) {
    const found = look()
    if (found) return found
    await setTimeout(1)
  }
}

/**
 * Returns the strings of a notice that go into the record's hash, by the rules in
 * `src/ui/README.md`.
 *
 * @param {import('happy-dom').Node} notice
 * @returns {string[]}
 */
const stringsOf = notice =>
  [...notice.childNodes].flatMap(node => {
    if (node instanceof window.Element) return node.hasAttribute('data-own') ? [] : stringsOf(node)
    const text = node.textContent.normalize('NFC').trim()
    return text ? [text] : []
  })

/**
 * Opens a page, and returns the hash and the text of each notice on the page.
 *
 * @param {{ language: string, links: object, surface: string, gpc?: boolean, isRefused?: boolean }}
 *   visit
 * @returns {Promise<[string, string][]>}
 */
const noticesOf = async ({ language, links, surface, gpc = false, isRefused }) => {
  const options = { ...setUp(links, isRefused), language }
  const storage = { read: () => '', write: () => {}, onChange: () => () => {} }
  const consent = createConsent(options, { storage, signals: { gpc } })
  const place = window.document.createElement('div')
  place.toggleAttribute('data-consent-preferences', surface === 'inline')
  window.document.body.append(place)
  const unmount = mountConsentUi(consent)

  /**
   * Waits for a notice, and returns its hash and text.
   *
   * @param {string} host Selector of the SDK's host element that contains the notice.
   * @param {string} selector
   * @returns {Promise<[string, string]>}
   */
  const read = async (host, selector) => {
    const notice = await until(() =>
      window.document.querySelector(host)?.shadowRoot?.querySelector(selector),
    )
    const { version } = options.policy
    const text = JSON.stringify({ language, strings: stringsOf(notice), version })
    return [createHash('sha256').update(text).digest('base64url').slice(0, 22), text]
  }

  const found = []
  if (consent.$view.get() === 'banner') found.push(await read('spaceone-consent', '#banner'))
  if (surface === 'preferences') consent.openPreferences()
  found.push(await read(`spaceone-consent${surface === 'inline' ? '-block' : ''}`, 'form'))
  unmount()
  place.remove()
  consent.destroy()
  return found
}

/** @type {Map<string, string>} */
const notices = new Map()
for (const language of LANGUAGES)
  for (const links of LINKS)
    for (const signals of SIGNALS)
      for (const surface of SURFACES)
        for (const [hash, text] of await noticesOf({ language, links, surface, ...signals }))
          notices.set(hash, text)

for (const release of readdirSync(EARLIER))
  for (const [hash, text] of Object.entries(
    JSON.parse(readFileSync(new URL(release, EARLIER), 'utf8')),
  ))
    notices.set(hash, text)

const json = JSON.stringify(Object.fromEntries(notices), undefined, 1)
writeFileSync(new URL('notices.json', DIST), `${json}\n`)
await window.happyDOM.close()
