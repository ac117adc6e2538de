// A front end in React: the store is read by React's own hook, and by the one of nanostores.

import { useStore } from '@nanostores/react'
import { createConsent } from '@spaceone/consent'
import { act, createElement, StrictMode, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test } from 'vitest'

globalThis.IS_REACT_ACT_ENVIRONMENT = true

let consent

const useConsent = () =>
  useSyncExternalStore(consent.$state.listen, consent.$state.get, consent.$state.get)

/** A component by each of the two hooks. */
const HOOKS = { useConsent, 'useStore of nanostores': () => useStore(consent.$state) }

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
    return useIt().granted.analytics ? 'granted' : 'denied'
  }

  test(`${name} draws what is granted, and draws again only when it changes`, async () => {
    const container = document.createElement('div')
    const mounted = createRoot(container)
    await act(() => mounted.render(createElement(StrictMode, null, createElement(Status))))
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
    expect(renderToString(createElement(Status))).toBe('denied')
  })
}
