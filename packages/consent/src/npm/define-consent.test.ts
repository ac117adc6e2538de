// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { createConsent, defineConsent, googleAnalytics } from '../index.ts'
import { mountConsentUi } from '../ui.ts'
import { noticesOf } from './notices-of.ts'

const config = defineConsent({
  policy: { version: '2024-01-18', url: '/privacy' },
  categories: { analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] } },
  texts: { en: { banner: { heading: 'Biscuits?' } } },
  look: { position: 'left', theme: 'dark' },
})

const shownBanner = (): Promise<HTMLElement> =>
  vi.waitUntil(() => {
    const host = document.querySelector<HTMLElement>('spaceone-consent, [data-nosnippet]')
    return host?.shadowRoot?.querySelector('h2') ? host : undefined
  })

test('a configuration is taken as it is, and the view has its texts and its look', async () => {
  const warn = vi.spyOn(console, 'warn')
  const consent = createConsent(config)
  const unmount = mountConsentUi(consent)
  const host = await shownBanner()
  expect(host.shadowRoot?.querySelector('h2')?.textContent).toBe('Biscuits?')
  expect(host.shadowRoot?.querySelector('.left, [data-position=left]')).not.toBeNull()
  unmount()
  mountConsentUi(consent, { texts: { en: { banner: { heading: 'Cookies!' } } } })
  expect((await shownBanner()).shadowRoot?.querySelector('h2')?.textContent).toBe('Cookies!')
  consent.destroy()
  expect(warn).not.toHaveBeenCalled()
})

test.each([
  ['look', { look: { theme: 'pink' } }, 'theme'],
  ['look', { look: 'dark' }, 'look'],
  ['texts', { texts: 'Cookies' }, 'texts'],
])('an invalid %s is an error of its own option', (_, more, code) => {
  expect(() => createConsent({ ...config, ...more } as never)).toThrow(
    expect.objectContaining({ code }),
  )
})

test('notices have the texts of the configuration', async () => {
  const notices = await noticesOf(config)
  const texts = Object.values(notices).map(({ text }) => text)
  expect(texts.filter(text => text.includes('Biscuits?'))).not.toEqual([])
})
