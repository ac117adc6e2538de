/** The settings that an address leads to, on the desktop. A page cannot open them itself. */
export const ADDRESSES: Readonly<Record<string, string>> = {
  chrome: 'chrome://settings/cookies',
  edge: 'edge://settings/privacy/cookies',
  firefox: 'about:preferences#privacy',
  whale: 'whale://settings/clearBrowserData',
  opera: 'opera://settings/cookies',
  brave: 'brave://settings/shields',
  vivaldi: 'vivaldi://settings/privacy/',
}
