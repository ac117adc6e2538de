/** A width and a height in CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** The size of the page in the window by default, in CSS pixels. */
export const VIEWPORT: Size = { width: 1280, height: 800 }

/** The language in which the browser asks for pages by default. */
export const LOCALE = 'en-US'

/** The size of the screen that the browser tells pages, in CSS pixels. */
export const SCREEN: Size = { width: 1920, height: 1080 }

/** The height of the tabs and of the address bar of a window, in CSS pixels. */
export const TOOLBAR = 87

/**
 * Flags of the browser, some of them against features that would send requests on their own.
 * The feature `AutomationControlled`, turned off here, sets `navigator.webdriver`, at which some
 * banners hide.
 *
 * @see https://cookieconsent.orestbida.com/reference/configuration-reference.html#hidefrombots
 */
export const FLAGS: readonly string[] = [
  '--disable-blink-features=AutomationControlled',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/**
 * Settings of the profiles: the browser opens no connection and fetches no page in advance, because
 * the interception of requests does not see these; WebRTC sends nothing past the proxy; and frames
 * of other sites have storage, which Chromium denies them in profiles like those of Playwright.
 *
 * @see https://github.com/chromium/chromium/blob/main/components/content_settings/core/common/pref_names.h
 */
export const SETTINGS = {
  profile: { cookie_controls_mode: 0 },
  net: { network_prediction_options: 2 },
  webrtc: { ip_handling_policy: 'disable_non_proxied_udp' },
}
