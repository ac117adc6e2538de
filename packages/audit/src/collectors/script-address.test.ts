import { expect, test } from 'vitest'
import { scriptAddress } from './script-address.ts'

test.each([
  [
    'https://www.googletagmanager.com/gtag/js?id=G-1&l=dataLayer&cx=c&gtm=45He&uid=7',
    'id=G-1&l=dataLayer&cx=c',
  ],
  ['https://shop.example/metrics/?id=G-12345678&uid=7', 'id=G-12345678'],
  [
    'https://www.googletagmanager.com/gtm.js?id=GTM-1&gtm_auth=a&gtm_preview=env-3&gtm_cookies_win=x',
    'id=GTM-1&gtm_auth=a&gtm_preview=env-3&gtm_cookies_win=x',
  ],
  [
    'https://connect.facebook.net/signals/config/1?v=2.9&r=stable&domain=shop.example',
    'v=2.9&r=stable',
  ],
  ['https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=C1&lib=ttq', 'sdkid=C1&lib=ttq'],
  ['https://static.hotjar.com/c/hotjar-1.js?sv=6', 'sv=6'],
  ['https://dynamic.criteo.com/js/ld/ld.js?a=1&a=2&uid=3', 'a=1&a=2'],
  ['https://dev.visualwebsiteoptimizer.com/j.php?a=1&u=https%3A%2F%2Fshop.example%2F&r=0.5', 'a=1'],
  ['https://www.clarity.ms/tag/abc?ref=gtm', ''],
  ['https://c.clarity.ms/pixel.js?uid=7', ''],
  ['https://c.clarity.ms/pixel.js?id=visitor-7', ''],
  ['https://c.clarity.ms/pixel.js', ''],
])('fetches %s with the parameters that the script needs', (address, parameters) => {
  const [path] = address.split('?')
  expect(scriptAddress(address)).toBe(parameters ? `${path}?${parameters}` : path)
})
