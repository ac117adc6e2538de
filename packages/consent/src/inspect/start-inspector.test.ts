// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { openStore } from '../../../../test/support/open-store.ts'
import { INTERCEPTED } from '../shared/platform.ts'
import { startInspector } from './start-inspector.ts'

test('the inspector is shown on a page with an element named createElement', () => {
  vi.stubGlobal(INTERCEPTED as never, true)
  vi.spyOn(document, 'createElement').mockImplementation(() => {
    throw new Error('The page has hidden this method.')
  })
  startInspector(openStore({ support: {} }), [])
  const { shadowRoot } = document.querySelector('spaceone-consent-inspector') ?? {}
  expect(shadowRoot?.querySelector('button')?.textContent).toMatch(/^Consent inspector/)
})
