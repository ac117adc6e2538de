// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import { afterEach, expect, test, vi } from 'vitest'
import { watchBlockedIframes } from './watch-blocked-iframes.ts'

// test/e2e/missing-files.e2e.ts shows what happens when the placeholders cannot be loaded, and
// test/everywhere/destroyed.ts that nothing listens after the end.

const addIframe = (parent: Node = document.body) => {
  const iframe = document.createElement('iframe')
  Object.assign(iframe.dataset, { consent: 'marketing', src: 'https://video.example/' })
  return parent.appendChild(iframe)
}

/** Dispatches the event that the interceptor dispatches for a blocked iframe. */
const tell = (iframe: Element) =>
  iframe.dispatchEvent(
    new CustomEvent('spaceone-consent-iframe', { bubbles: true, composed: true }),
  )

const settle = () => new Promise(resolve => setTimeout(resolve))

const fakePlaceholders = () => {
  const placeholders = { show: vi.fn(), stop: vi.fn() }
  return { ...placeholders, load: vi.fn(async () => placeholders) }
}

let unwatch = () => {}
afterEach(() => {
  unwatch()
  document.body.replaceChildren()
})

test('shows a placeholder for iframes blocked before, for iframes blocked later, and in a shadow root', async () => {
  const { load, show } = fakePlaceholders()
  const first = addIframe()
  unwatch = watchBlockedIframes(load)
  const second = addIframe()
  tell(second)
  const host = document.body.appendChild(document.createElement('div'))
  const third = addIframe(host.attachShadow({ mode: 'open' }))
  tell(third)
  await settle()
  expect(show.mock.calls).toEqual([[first], [second], [third]])
  expect(load).toHaveBeenCalledOnce()
})
