// @ts-check
import { panel } from './panel.mjs'
import { mark } from './parts.mjs'
import { strip } from './strip.mjs'

/** @typedef {import('../words/en.mjs').Words} Words */

/** The languages of the site, each by its own name. */
const LANGUAGES = { en: 'English', ko: '한국어', ja: '日本語' }

/** The address of each page within the folder of its language. */
export const ADDRESSES = { home: '', pricing: 'pricing.html', privacy: 'privacy.html' }

/** @typedef {keyof typeof ADDRESSES} PageName */

const PAGES = /** @type {[PageName, string][]} */ (Object.entries(ADDRESSES))

/** Returns an object as JSON that a script element can contain. @param {object} data */
const json = data => JSON.stringify(data).replaceAll('<', '\\u003c')

/**
 * Returns the HTML of a page: its own contents, with what all pages share.
 *
 * @param {{ language: string, name: string, words: Words, main: string }} page
 */
export const layout = ({ language, name, words, main }) => {
  const { site } = words
  const home = `/${language}/`
  const page = /** @type {PageName} */ (name)
  const languages = Object.entries(LANGUAGES)
  const address = ADDRESSES[page]
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="description" content="${words[page].description}">
    <title>${words[page].title}</title>
    <script>window.spaceoneConsent=window.spaceoneConsent||function(){(spaceoneConsent.q=spaceoneConsent.q||[]).push(arguments)}</script>
    <script src="/consent/consent.js" data-ga="G-PORTAL2024" data-ga-server="/google" data-policy-version="2024-01-18" data-policy-url="${home}privacy.html"></script>
    <link rel="stylesheet" href="/base.css">
    <link rel="stylesheet" href="/portal.css">
    <link rel="stylesheet" href="/demonstration/demonstration.css">
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
${languages.map(([code]) => `    <link rel="alternate" hreflang="${code}" href="/${code}/${address}">`).join('\n')}
    <script src="/demonstration/show.js" type="module"></script>
  </head>
  <body>
    <a class="skip" href="#main">${site.skip}</a>
    ${strip(words.strip)}
    <header class="top">
      <div class="wrap row">
        <a class="brand" href="${home}" aria-label="${site.brand}">${mark}<span>SpaceONE</span></a>
        <nav class="top-pages" aria-label="${site.menu}">
          <ul class="row">
${PAGES.map(([one, file]) => `            <li><a href="${home}${file}"${one === name ? ' aria-current="page"' : ''}>${site.pages[one]}</a></li>`).join('\n')}
          </ul>
        </nav>
        <nav class="top-languages" aria-label="${site.language}">
          <ul class="row">
${languages.map(([code, own]) => `            <li><a href="/${code}/${address}" lang="${code}" hreflang="${code}"${code === language ? ' aria-current="true"' : ''}>${own}</a></li>`).join('\n')}
          </ul>
        </nav>
      </div>
    </header>

    <main id="main" tabindex="-1">
      ${main}
      ${panel(words.panel)}
    </main>

    <footer class="foot small soft">
      <div class="wrap row">
        <div class="foot-about stack">
          <p class="brand">${mark}<span>SpaceONE</span></p>
          <p>${site.about}</p>
        </div>
        <nav aria-label="${site.more}">
          <ul class="row">
${PAGES.map(([one, file]) => `            <li><a href="${home}${file}">${site.pages[one]}</a></li>`).join('\n')}
            <li><a href="${home}privacy.html#cookies" data-consent-open>${site.cookieSettings}</a></li>
            <li><a href="/playground/?ui=${language}">${site.playground}</a></li>
          </ul>
        </nav>
        <p class="foot-note">${site.note}</p>
      </div>
    </footer>
    <script type="application/json" data-panel-words>${json(words.live)}</script>
  </body>
</html>
`
}
