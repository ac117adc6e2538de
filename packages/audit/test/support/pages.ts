/** The script tag of the SDK, with Google's stand-in on the site's own path. */
const SDK =
  '<script src="/consent/consent.js" data-ga="G-TEST12345" data-ga-server="/google" data-policy-version="2024-01-18" data-policy-url="/privacy"></script>'

/** Parts of a page. */
export interface Parts {
  /** Markup before the banner's script. */
  readonly first?: string
  /** The script of the banner. @default the SDK's tag */
  readonly banner?: string
  readonly body?: string
  readonly settings?: string
  readonly lang?: string
}

/**
 * Returns a page of a site, with a link to a second page and, by default, links to the guide and to
 * the preferences.
 */
export const page = ({
  first = '',
  banner = SDK,
  body = '',
  settings = `<a href="/privacy" data-consent-open="guide">Delete cookies</a>
    <a href="/privacy" data-consent-open>Your choice</a>`,
  lang = 'en',
}: Parts = {}): string => `<!doctype html>
<html lang="${lang}">
  <head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">${first}${banner}</head>
  <body>
    <main><h1>Shop</h1><p>Things to buy.</p><a href="/two">More</a></main>
    ${body}
    <footer>${settings}</footer>
  </body>
</html>`

/** Returns the routes of a site all of whose pages are the same. */
export const siteOf = (html: string): Record<string, string> => ({
  '/': html,
  '/two': html,
  '/privacy': html,
})

/** Returns the markup of an inline script. */
export const script = (code: string): string => `<script>${code}</script>`

/** Returns the markup of a script that runs code once `analytics` is granted. */
export const onGrant = (code: string): string =>
  script(`{
    let isStarted = false
    setInterval(() => {
      if (isStarted || !window.spaceoneConsent?.isGranted?.('analytics')) return
      isStarted = true
      ${code}
    }, 50)
  }`)

/** Options of `ownBanner`. */
export interface OwnBanner {
  /** Style of the control that accepts. */
  readonly acceptStyle?: string
  /** Whether the control that refuses is only in the settings. */
  readonly isRefusalHidden?: boolean
  /** Whether the buttons that answer do nothing. */
  readonly isDead?: boolean
}

/**
 * Returns a banner of the site's own, by no vendor. The banner stores the answer and blocks
 * nothing.
 */
export const ownBanner = ({
  acceptStyle = '',
  isRefusalHidden = false,
  isDead = false,
}: OwnBanner = {}): string => {
  const refuse = '<button data-answer="0">Reject all</button>'
  return `<div id="own" hidden style="position:fixed;bottom:0;left:0;right:0;background:#fff">
    <p>We use cookies to count visits.</p>
    <div>
      <button data-answer="1" style="${acceptStyle}">Accept all</button>
      ${isRefusalHidden ? '<button id="more">Settings</button>' : refuse}
    </div>
    <div id="further" hidden>${isRefusalHidden ? refuse : ''}</div>
  </div>
  <script>
    own.hidden = /answer=/.test(document.cookie)
    document.querySelector('#more')?.addEventListener('click', () => { further.hidden = false })
    if (!${isDead}) for (const button of own.querySelectorAll('[data-answer]')) button.onclick = () => {
      document.cookie = 'answer=' + button.dataset.answer + ';path=/'
      own.hidden = true
    }
  </script>`
}

/** Returns a Korean banner in a shadow root, whose settings are outside of the shadow root. */
export const shadowBanner = (): string => `<div id="host"></div>
  <script>
    const root = host.attachShadow({ mode: 'open' })
    const show = () => {
      root.innerHTML = '<div role="dialog"><p>쿠키를 사용합니다.</p><a role="button">동의하지 않음</a><a role="button">동의</a></div>'
      for (const button of root.querySelectorAll('a')) button.onclick = () => {
        document.cookie = 'answer=1;path=/'
        // In a frame of another site the browser keeps no cookie.
        localStorage.answer = 1
        root.textContent = ''
      }
    }
    if (!localStorage.answer) show()
  </script>
  <button onclick="show()">쿠키 설정 변경</button>`
