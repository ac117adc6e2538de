// @vitest-environment happy-dom

import { atom } from 'nanostores'
import { expect, test, vi } from 'vitest'
import type { AnyConsent } from '../core/index.ts'
import { loadLayers } from './load-layers.ts'
import { mountConsentUi } from './mount-consent-ui.ts'

vi.mock('./load-layers.ts', { spy: true })

const fakeConsent = () => {
  const $view = atom<'none' | 'banner' | 'preferences' | 'guide'>('banner')
  const state = {
    granted: { a: false },
    without: [],
    refused: [],
    pending: ['a'],
    signals: { gpc: false },
    language: 'en',
  }
  const consent = {
    options: { policy: { version: '1' }, categories: { a: {} } },
    $state: atom({ ...state, status: 'undecided' }),
    $view,
    openPreferences: () => $view.set('preferences'),
    close: () => $view.set('banner'),
    history: () => [],
    rejectAll: vi.fn(),
  }
  return consent as unknown as AnyConsent
}

test('closes what cannot be loaded, warns once, and tries again at the next opening', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  let isBroken = true
  const original = await vi.importActual<typeof import('./load-layers.ts')>('./load-layers.ts')
  vi.mocked(loadLayers).mockImplementation(async (language, parts) => {
    const loaded = await original.loadLayers(language, parts)
    if (!isBroken || !parts.includes('preferences')) return loaded
    const missing = new Map([['preferences', new Error('404')]] as const)
    return { ...loaded, long: undefined, preferences: undefined, missing }
  })
  const confirm = vi.fn(() => false)
  vi.stubGlobal('confirm', confirm)

  const consent = fakeConsent()
  const unmount = mountConsentUi(consent)
  const root = document.querySelector('spaceone-consent')?.shadowRoot
  await vi.waitFor(() => expect(root?.getElementById('banner')).toBeTruthy())

  for (const _ of ['first', 'second']) {
    consent.openPreferences()
    await vi.waitFor(() => expect(consent.$view.get()).toBe('banner'))
  }
  expect(warn).toHaveBeenCalledOnce()
  expect(warn.mock.calls[0]?.[0]).toBe('[SpaceONE Consent] Cannot load the preferences (en).')
  expect(root?.getElementById('banner')).toBeTruthy()
  // Who wanted to choose was asked by the browser itself.
  expect(confirm).toHaveBeenCalledTimes(2)
  expect(consent.rejectAll).toHaveBeenCalledTimes(2)

  isBroken = false
  consent.openPreferences()
  await vi.waitFor(() => expect(root?.getElementById('preferences')).toBeTruthy())
  unmount()
  vi.unstubAllGlobals()
})
