// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://host.test/" }
// A front end in React, which reads the store by the SDK's hooks and by the hook of nanostores.

import { useStore } from '@nanostores/react'
import { createConsent } from '@spaceone/consent'
import { ConsentProvider, useConsent, useGranted } from '@spaceone/consent/react'
import { act, createElement, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'

globalThis.IS_REACT_ACT_ENVIRONMENT = true

test('a page that a server has drawn is taken over without a mismatch, and each hook follows the consent', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
  const consent = createConsent({
    policy: { version: '2024-01-18' },
    categories: { analytics: {}, marketing: {} },
  })
  const Status = () =>
    [
      useConsent().granted.analytics,
      useGranted('analytics'),
      useStore(consent.$state).status,
    ].join()
  const page = createElement(
    StrictMode,
    null,
    createElement(ConsentProvider, { consent }, createElement(Status)),
  )
  const container = document.createElement('div')
  container.innerHTML = renderToString(page)
  expect(container.textContent).toBe('false,false,undecided')
  const onRecoverableError = vi.fn()
  const mounted = await act(() => hydrateRoot(container, page, { onRecoverableError }))
  await act(() => consent.decide({ analytics: true, marketing: false }))
  expect(container.textContent).toBe('true,true,decided')
  await act(() => consent.withdraw('analytics'))
  expect(container.textContent).toBe('false,false,decided')
  expect(onRecoverableError).not.toHaveBeenCalled()
  expect(complaints).not.toHaveBeenCalled()
  await act(() => mounted.unmount())
})
