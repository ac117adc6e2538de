// @ts-check
// Writes `notices.json` beside the built package: what the hash of the notice in a record stands for,
// for each notice that a first visit may show where our preset, or `data-ga` alone, is the set-up.
// The build runs it; the strings come from what it has just written.

import { writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { Window } from 'happy-dom'

const DIST = new URL('../packages/consent/dist/', import.meta.url)

/** What the view takes from the page around it. */
const GLOBALS = /** @type {const} */ ([
  ...['document', 'Document', 'localStorage', 'Element', 'HTMLElement', 'MutationObserver'],
  ...['CustomEvent', 'CSSStyleSheet'],
])

const LANGUAGES = ['en', 'ko', 'ja']
/** Which links stand beside the text; where they lead to is no part of it. */
const LINKS = [{}, { url: '/privacy' }, { url: '/privacy', earlier: '/privacy/earlier' }]
/** What a browser may have said before the visitor does. */
const SIGNALS = [{}, { gpc: true }, { isRefused: true }]
/** Where the switches may stand. The banner stands above either, as long as something is asked. */
const SURFACES = ['preferences', 'inline']

const window = new Window({ url: 'https://host.example/' })
Object.defineProperty(globalThis, 'window', { value: window })
for (const name of GLOBALS) Object.defineProperty(globalThis, name, { value: window[name] })

/** @param {string} file */
const built = file => import(new URL(file, DIST).href)
const { article9, createConsent } = await built('index.js')
const { mountConsentUi } = await built('ui.js')
const { createNotices } = await built('parts/preferences.js')

/**
 * The preset, with nothing in it that would start.
 *
 * @param {object} links
 * @param {boolean | undefined} isRefused
 */
const setUp = (links, isRefused) => {
  const options = article9({ googleAnalytics: 'G-XXXXXXX', ...links })
  const { analytics } = options.categories
  const services = analytics.services.map((/** @type {object} */ service) => ({
    ...service,
    attach: () => () => {},
    refused: () => isRefused === true,
  }))
  return { ...options, categories: { analytics: { services } } }
}

/**
 * Waits for something that is there sooner or later.
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
 * Visits a page and gives each notice that stands there, by its hash.
 *
 * @param {{ language: string, links: object, surface: string, gpc?: boolean, isRefused?: boolean }} visit
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
  const notices = createNotices(options.policy.version)

  /**
   * Reads a layer as soon as it is there.
   *
   * @param {string} host The element of ours that it stands in.
   * @param {string} selector
   * @returns {Promise<[string, string]>}
   */
  const read = async (host, selector) => {
    const layer = await until(() =>
      window.document.querySelector(host)?.shadowRoot?.querySelector(selector),
    )
    notices.remember(layer, language)
    const { notice, noticeText } = await until(() => notices.find(layer, language))
    return [notice, noticeText]
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

const json = JSON.stringify(Object.fromEntries(notices), undefined, 1)
writeFileSync(new URL('notices.json', DIST), `${json}\n`)
await window.happyDOM.close()
