// @vitest-environment happy-dom

import { expect, onTestFinished, test, vi } from 'vitest'
import type { AnyConsent } from '../../core/index.ts'
import { startOpenLinks } from './open-links.ts'

// test/e2e/blocks.e2e.ts and waiting.e2e.ts show what links do on a click and on pointing.

test('a link opens the preferences and does not navigate, and with Ctrl pressed only navigates', () => {
  const openPreferences = vi.fn()
  const consent = { openPreferences, openGuide: vi.fn() } as unknown as AnyConsent
  onTestFinished(startOpenLinks(consent, () => {}))
  document.body.innerHTML = '<a href="/cookies" data-consent-open>Cookies</a>'
  for (const ctrlKey of [true, false]) {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true })
    // Set `ctrlKey` in a capturing listener, which runs before the listener of `startOpenLinks`.
    const change = () => void Object.defineProperty(event, 'ctrlKey', { value: ctrlKey })
    document.addEventListener('click', change, { capture: true, once: true })
    document.querySelector('a')?.dispatchEvent(event)
    expect(openPreferences).toHaveBeenCalledTimes(ctrlKey ? 0 : 1)
    expect(event.defaultPrevented).toBe(!ctrlKey)
  }
})
