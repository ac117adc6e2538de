// @vitest-environment happy-dom

import { atom } from 'nanostores'
import { expect, test, vi } from 'vitest'
import type { AnyConsent } from '../../core/index.ts'
import { loadLayers } from '../layers/load-layers.ts'
import { mountView } from './mount-view.ts'

vi.mock('../layers/load-layers.ts', { spy: true })

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

test('closes the preferences and warns once when they cannot be loaded, and loads again at the next opening', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  let isBroken = true
  const original = await vi.importActual<typeof import('../layers/load-layers.ts')>(
    '../layers/load-layers.ts',
  )
  vi.mocked(loadLayers).mockImplementation(async (words, parts, withHostText) => {
    const loaded = await original.loadLayers(words, parts, withHostText)
    if (!isBroken || !parts.includes('preferences')) return loaded
    const missing = new Map([['preferences', new Error('404')]] as const)
    return { ...loaded, labels: undefined, missing }
  })
  const confirm = vi.fn(() => false)
  vi.stubGlobal('confirm', confirm)

  const consent = fakeConsent()
  const unmount = mountView(consent, {})
  const find = (id: string) =>
    document.querySelector('spaceone-consent')?.shadowRoot?.getElementById(id)
  await vi.waitFor(() => expect(find('banner')).toBeTruthy())

  for (const _ of ['first', 'second']) {
    consent.openPreferences()
    await vi.waitFor(() => expect(consent.$view.get()).toBe('banner'))
  }
  expect(warn).toHaveBeenCalledOnce()
  expect(warn.mock.calls[0]?.[0]).toMatch(
    /^\[SpaceONE Consent\] preferences \(en\) could not be loaded or shown\. Expected all files of one version, unchanged, in one folder\. A visitor who opens the settings is asked by the browser\. See dist\/script\/docs\/packages\/consent\/src\/script\/README\.md#serving-the-files$/,
  )
  expect(find('banner')).toBeTruthy()
  // The browser's `confirm()` asked the visitor both times, and Cancel recorded nothing.
  expect(confirm).toHaveBeenCalledTimes(2)
  expect(consent.rejectAll).not.toHaveBeenCalled()

  isBroken = false
  consent.openPreferences()
  await vi.waitFor(() => expect(find('preferences')).toBeTruthy())
  unmount()
})
