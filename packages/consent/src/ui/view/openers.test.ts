// @vitest-environment happy-dom

import { expect, onTestFinished, test, vi } from 'vitest'
import type { AnyConsent } from '../../core/index.ts'
import { markOpeners, startOpenLinks } from './openers.ts'

const click = (init: MouseEventInit) => {
  const openPreferences = vi.fn()
  const consent = { openPreferences, openGuide: vi.fn() } as unknown as AnyConsent
  for (const dispose of startOpenLinks(consent, () => {})) onTestFinished(dispose)
  document.body.innerHTML = '<a href="/cookies" data-consent-open>Cookies</a>'
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init })
  document.querySelector('a')?.dispatchEvent(event)
  return { opened: openPreferences.mock.calls.length, isPrevented: event.defaultPrevented }
}

const MODIFIED = [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }]

test('a link opens the preferences and does not navigate, and only navigates at a click with another button or a modifier key', () => {
  expect(click({})).toEqual({ opened: 1, isPrevented: true })
  for (const init of [...MODIFIED, { button: 1 }])
    expect(click(init), JSON.stringify(init)).toEqual({ opened: 0, isPrevented: false })
})

test('marks each opener while the settings load, and changes no style of the page', () => {
  document.body.innerHTML =
    '<form data-consent-open><input name="style"></form><a style="cursor: help" data-consent-open>Cookies</a>'
  const link = document.querySelector('a')
  markOpeners(true)
  expect([link?.ariaBusy, link?.getAttribute('style')]).toEqual(['true', 'cursor: help'])
  markOpeners(false)
  expect(link?.ariaBusy).toBeNull()
})
