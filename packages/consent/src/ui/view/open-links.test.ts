// @vitest-environment happy-dom

import { expect, onTestFinished, test, vi } from 'vitest'
import type { AnyConsent } from '../../core/index.ts'
import { startOpenLinks } from './open-links.ts'

/** Creates a page with a link that opens the preferences. */
const start = () => {
  const [openPreferences, openGuide] = [vi.fn(), vi.fn()]
  const consent = { openPreferences, openGuide } as unknown as AnyConsent
  const onIntent = vi.fn()
  const dispose = startOpenLinks(consent, onIntent)
  onTestFinished(dispose)
  document.body.innerHTML = '<a href="/cookies" data-consent-open>Cookies</a>'
  const click = (changes: PropertyDescriptorMap = {}) => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true })
    // Change the event in a capturing listener, because happy-dom reads its properties earlier.
    const change = () => void Object.defineProperties(event, changes)
    document.addEventListener('click', change, { capture: true, once: true })
    document.querySelector('a')?.dispatchEvent(event)
    return event
  }
  return { openPreferences, openGuide, onIntent, click, dispose }
}

test('opens the preferences and prevents navigation when a link is clicked', () => {
  const { openPreferences, openGuide, click } = start()
  expect(click().defaultPrevented).toBe(true)
  expect(openPreferences).toHaveBeenCalledOnce()
  expect(openGuide).not.toHaveBeenCalled()
})

test.each(['pointerover', 'focusin'])('reports a %s on a link without opening anything', type => {
  const { openPreferences, openGuide, onIntent } = start()
  const point = (value: string) => {
    const link = document.querySelector('a')
    link?.setAttribute('data-consent-open', value)
    link?.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }))
  }
  document.body.dispatchEvent(new Event(type, { bubbles: true }))
  for (const value of ['', 'guide']) point(value)
  expect(onIntent.mock.calls).toEqual([['preferences'], ['guide']])
  for (const open of [openPreferences, openGuide]) expect(open).not.toHaveBeenCalled()
})

test('lets a link navigate when disposed', () => {
  const { openPreferences, click, dispose } = start()
  dispose()
  expect(click().defaultPrevented).toBe(false)
  expect(openPreferences).not.toHaveBeenCalled()
})

test('does not open the preferences when Ctrl is pressed', () => {
  const { openPreferences, click } = start()
  click({ ctrlKey: { value: true } })
  expect(openPreferences).not.toHaveBeenCalled()
})
