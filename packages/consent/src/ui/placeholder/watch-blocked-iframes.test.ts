// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import { expect, onTestFinished, test, vi } from 'vitest'
import { watchBlockedIframes } from './watch-blocked-iframes.ts'

const addIframe = (parent: Node = document.body) => {
  const iframe = document.createElement('iframe')
  Object.assign(iframe.dataset, { consent: 'marketing', src: 'https://video.example/' })
  return parent.appendChild(iframe)
}

const tell = (iframe: Element) =>
  iframe.dispatchEvent(
    new CustomEvent('spaceone-consent-iframe', { bubbles: true, composed: true }),
  )

test('shows a placeholder for iframes blocked before, for iframes blocked later, and in a shadow root', async () => {
  const placeholders = { show: vi.fn(), stop: () => {} }
  const load = vi.fn(async () => placeholders)
  const first = addIframe()
  onTestFinished(watchBlockedIframes(load))
  const second = addIframe()
  tell(second)
  const host = document.body.appendChild(document.createElement('div'))
  const third = addIframe(host.attachShadow({ mode: 'open' }))
  tell(third)
  await new Promise(resolve => setTimeout(resolve))
  expect(placeholders.show.mock.calls).toEqual([[first], [second], [third]])
  expect(load).toHaveBeenCalledOnce()
})
