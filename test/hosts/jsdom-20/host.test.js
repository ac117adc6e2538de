// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://host.test/" }
// Simulates the unit tests of a site: importing, mounting and unmounting the SDK must not disturb
// them.

import { createConsent, googleAnalytics, googleTagManager, script } from '@spaceone/consent'
import { mountConsentUi } from '@spaceone/consent/ui'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const options = () => ({
  policy: { version: '2024-01-18', url: '/privacy' },
  categories: {
    analytics: { services: [googleAnalytics({ id: 'G-TEST123', loadScript: false })] },
    marketing: { services: [googleTagManager({ id: 'GTM-TEST123', loadScript: false })] },
    support: { services: [script({ src: 'https://chat.example/widget.js' })] },
  },
})

const root = () => document.querySelector('spaceone-consent')?.shadowRoot
const shown = selector => vi.waitFor(() => expect(root()?.querySelector(selector)).toBeTruthy())
const faults = vi.fn()

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(faults)
  vi.spyOn(console, 'warn').mockImplementation(faults)
  window.addEventListener('error', faults)
  process.on('unhandledRejection', faults)
})

afterEach(() => {
  expect(faults.mock.calls).toEqual([])
  expect(document.body.childElementCount).toBe(0)
  document.cookie = 'spaceone_consent=; Max-Age=-1; Path=/'
})

for (const position of ['bottom', 'left', 'inline'])
  test(`banner, preferences and guide can be mounted and unmounted: ${position}`, async () => {
    const consent = createConsent(options())
    const unmount = mountConsentUi(consent, { position, button: 'right' })
    await shown('#banner')
    consent.openPreferences()
    await shown('#preferences #save')
    consent.openGuide()
    await shown('#guide')
    consent.setLanguage('ko')
    consent.close()
    await shown('#banner')
    root().querySelector('#reject-all').click()
    await vi.waitFor(() => expect(root().querySelector('#banner')).toBeNull())
    expect(consent.$state.get().status).toBe('decided')
    unmount()
    consent.destroy()
  })

test('a page may be destroyed before the view has loaded', async () => {
  const consent = createConsent(options())
  mountConsentUi(consent)()
  consent.destroy()
  await new Promise(resolve => setTimeout(resolve, 50))
})
