// A front end in React: the store is read by the hooks of this package, and by the one of nanostores.

import { useStore } from '@nanostores/react'
import { createConsent } from '@spaceone/consent'
import { ConsentProvider, useConsent, useGranted } from '@spaceone/consent/react'
import { act, createElement, StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

globalThis.IS_REACT_ACT_ENVIRONMENT = true

let consent

/** What each of the hooks says. */
const HOOKS = {
  useConsent: () => useConsent().granted.analytics,
  useGranted: () => useGranted('analytics'),
  'useStore of nanostores': () => useStore(consent.$state).granted.analytics,
}

beforeEach(() => {
  consent = createConsent({
    policy: { version: '2024-01-18' },
    categories: { analytics: {}, marketing: {} },
  })
})

afterEach(() => {
  consent.destroy()
  document.cookie = 'spaceone_consent=; Max-Age=-1; Path=/'
})

for (const [name, useIt] of Object.entries(HOOKS)) {
  let renders = 0
  const Status = () => {
    renders += 1
    return useIt() ? 'granted' : 'denied'
  }
  const page = () =>
    createElement(
      StrictMode,
      null,
      createElement(ConsentProvider, { consent }, createElement(Status)),
    )

  test(`${name} renders the granted categories, and renders again only when they change`, async () => {
    const container = document.createElement('div')
    const mounted = createRoot(container)
    await act(() => mounted.render(page()))
    expect(container.textContent).toBe('denied')
    await act(() => consent.decide({ analytics: true, marketing: false }))
    expect(container.textContent).toBe('granted')
    const before = renders
    await act(() => consent.refresh())
    expect(renders).toBe(before)
    await act(() => consent.withdraw('analytics'))
    expect(container.textContent).toBe('denied')
    await act(() => mounted.unmount())
  })

  test(`${name} draws on a server`, () => {
    expect(renderToString(page())).toBe('denied')
  })
}

test('a page that a server has drawn is taken over without a mismatch, and then says what is granted', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
  const Status = () => (useGranted('analytics') ? 'granted' : 'denied')
  const page = () => createElement(ConsentProvider, { consent }, createElement(Status))
  consent.acceptAll()
  const container = document.createElement('div')
  container.innerHTML = renderToString(page())
  expect(container.textContent).toBe('denied')
  const onRecoverableError = vi.fn()
  const mounted = await act(() => hydrateRoot(container, page(), { onRecoverableError }))
  expect(container.textContent).toBe('granted')
  expect(onRecoverableError).not.toHaveBeenCalled()
  expect(complaints).not.toHaveBeenCalled()
  await act(() => mounted.unmount())
})
