/**
 * Packages of npm that load a collector or contain one, each with an address of the collector. The
 * collector is the one that the package is made for, as its page on https://www.npmjs.com says. A
 * name such as `firebase/analytics` is one entry of a package that has others.
 */
const PACKAGES: Readonly<Record<string, string>> = {
  // Google
  'vue-gtag': 'https://www.googletagmanager.com/gtag/js',
  'vue-gtag-next': 'https://www.googletagmanager.com/gtag/js',
  'nuxt-gtag': 'https://www.googletagmanager.com/gtag/js',
  'ga-gtag': 'https://www.googletagmanager.com/gtag/js',
  'react-ga4': 'https://www.googletagmanager.com/gtag/js',
  'gatsby-plugin-google-gtag': 'https://www.googletagmanager.com/gtag/js',
  '@nuxtjs/google-gtag': 'https://www.googletagmanager.com/gtag/js',
  '@analytics/google-analytics': 'https://www.googletagmanager.com/gtag/js',
  'react-ga': 'https://www.google-analytics.com/analytics.js',
  autotrack: 'https://www.google-analytics.com/analytics.js',
  '@nuxtjs/google-analytics': 'https://www.google-analytics.com/analytics.js',
  '@next/third-parties/google': 'https://www.googletagmanager.com/gtag/js',
  'firebase/analytics': 'https://www.googletagmanager.com/gtag/js',
  '@firebase/analytics': 'https://www.googletagmanager.com/gtag/js',
  'react-gtm-module': 'https://www.googletagmanager.com/gtm.js',
  '@gtm-support/vue-gtm': 'https://www.googletagmanager.com/gtm.js',
  '@gtm-support/vue2-gtm': 'https://www.googletagmanager.com/gtm.js',
  'vue-gtm': 'https://www.googletagmanager.com/gtm.js',
  'angular-google-tag-manager': 'https://www.googletagmanager.com/gtm.js',
  '@nuxtjs/gtm': 'https://www.googletagmanager.com/gtm.js',
  'gatsby-plugin-google-tagmanager': 'https://www.googletagmanager.com/gtm.js',
  // Others
  '@amplitude/analytics-browser': 'https://api2.amplitude.com/2/httpapi',
  'amplitude-js': 'https://api.amplitude.com/',
  '@channel.io/channel-web-sdk-loader': 'https://cdn.channel.io/plugin/ch-plugin-web.js',
  '@fullstory/browser': 'https://edge.fullstory.com/s/fs.js',
  '@hotjar/browser': 'https://static.hotjar.com/c/hotjar-1.js',
  'react-hotjar': 'https://static.hotjar.com/c/hotjar-1.js',
  '@intercom/messenger-js-sdk': 'https://widget.intercom.io/widget/1',
  'react-use-intercom': 'https://widget.intercom.io/widget/1',
  '@microsoft/clarity': 'https://www.clarity.ms/tag/1',
  '@segment/analytics-next': 'https://cdn.segment.com/v1/projects/1/settings',
  'crisp-sdk-web': 'https://client.crisp.chat/l.js',
  'gatsby-plugin-facebook-pixel': 'https://connect.facebook.net/en_US/fbevents.js',
  'react-facebook-pixel': 'https://connect.facebook.net/en_US/fbevents.js',
  'mixpanel-browser': 'https://api-js.mixpanel.com/track/',
  'react-linkedin-insight': 'https://snap.licdn.com/li.lms-analytics/insight.min.js',
  'react-yandex-metrika': 'https://mc.yandex.ru/metrika/tag.js',
  'smartlook-client': 'https://web-sdk.smartlook.com/recorder.js',
}

/** A package of npm that loads or contains a collector. */
export interface CollectorPackage {
  readonly name: string
  /** An address of the package's collector. */
  readonly address: string
}

/**
 * Returns the package of a collector that a module belongs to, such as `vue-gtag` of
 * `vue-gtag/dist/x.js`; `undefined` for other modules.
 */
export const collectorPackage = (module: string): CollectorPackage | undefined => {
  const parts = module.split('/')
  const names = parts.map((_, at) => parts.slice(0, at + 1).join('/'))
  const name = names.find(one => Object.hasOwn(PACKAGES, one))
  return name === undefined ? undefined : { name, address: PACKAGES[name] ?? '' }
}

/** The names of the packages, for tests. */
export const COLLECTOR_PACKAGES: readonly string[] = Object.keys(PACKAGES)
