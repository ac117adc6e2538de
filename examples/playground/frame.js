// Builds the script tag from the settings in the address of the frame. The address may be hostile, so
// this file checks the values, and sets them as attributes and texts only.

import { readAddress } from './address.js'
import { configurationOf, tagAttributes } from './tag.js'

const { settings } = readAddress(location.search)

const root = document.documentElement
root.lang = settings.page
root.style.colorScheme = settings.theme === 'auto' ? 'light dark' : settings.theme || 'light'
if (settings.accent) root.style.setProperty('--consent-accent', `#${settings.accent}`)
const { words } = await import(`./words/${settings.page}.js`)
document.title = words.page.home
document.getElementById('home').textContent = words.page.home
document.getElementById('open').textContent = words.page.settings

const calls = [configurationOf(settings)].filter(Boolean)
// The script tag has no attribute for Google Ads, which only the npm package can start. The SDK has
// words about a service of this name.
const ads = { name: 'Google Ads', category: 'marketing', addresses: [], cookies: ['_gcl_*'] }
if (settings.ads) calls.push({ services: [ads] })
window.spaceoneConsent = Object.assign(() => {}, { q: calls.map(call => [call]) })

const tag = document.createElement('script')
for (const [name, value] of tagAttributes(settings)) tag.setAttribute(name, value)
// The stand-in for Google's server: the frames never send a request to Google.
tag.setAttribute('data-ga-server', '/google')
tag.src = '/consent/consent.js'
document.head.append(tag)
