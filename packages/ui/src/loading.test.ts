// @vitest-environment happy-dom
import type { AnyConsent } from '@spaceone/consent-core'
import { atom } from 'nanostores'
import { expect, test, vi } from 'vitest'
import { loadLayers } from './load-layers.ts'
import { mountConsentUi } from './mount-consent-ui.ts'

vi.mock('./load-layers.ts', { spy: true })

const fakeConsent = () => {
  const $view = atom<'none' | 'banner' | 'preferences'>('banner')
  const state = { granted: { a: false }, pending: ['a'], signals: { gpc: false }, language: 'en' }
  const consent = {
    options: { policy: { version: '1' }, categories: { a: {} } },
    $state: atom({ ...state, status: 'undecided' }),
    $view,
    openPreferences: () => $view.set('preferences'),
    close: () => $view.set('banner'),
  }
  return consent as unknown as AnyConsent
}

test('closes what cannot be loaded, warns once, and tries again at the next opening', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  let isBroken = true
  const original = await vi.importActual<typeof import('./load-layers.ts')>('./load-layers.ts')
  vi.mocked(loadLayers).mockImplementation((language, withPreferences) =>
    withPreferences && isBroken
      ? Promise.reject(new Error('404'))
      : original.loadLayers(language, withPreferences),
  )

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

  isBroken = false
  consent.openPreferences()
  await vi.waitFor(() => expect(root?.getElementById('preferences')).toBeTruthy())
  unmount()
})
