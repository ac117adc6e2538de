// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { createApp, createSSRApp, effectScope, h, inject, isReadonly, nextTick } from 'vue'
import type { Consent } from './index.ts'
import { createTestConsent } from './testing/create-test-consent.ts'
import { consentKey, consentPlugin, useConsent, useGranted } from './vue.ts'

declare module './core/store/consent.ts' {
  interface Register {
    consent: Consent<'analytics' | 'marketing'>
  }
}

const create = () => createTestConsent({ categories: { analytics: {}, marketing: {} } })

const listeners = (consent: Consent<'analytics' | 'marketing'>) =>
  (consent.$state as unknown as { readonly lc: number }).lc

test('useConsent and useGranted follow the provided consent until the component unmounts, and inject returns it', async () => {
  const consent = create()
  let injected: unknown
  const app = createApp({
    setup: () => {
      injected = inject(consentKey)
      const state = useConsent()
      const isGranted = useGranted('analytics')
      return () => h('p', `${state.value.status} ${isGranted.value}`)
    },
  })
  app.use(consentPlugin(consent))
  const container = document.createElement('div')
  const before = listeners(consent)
  app.mount(container)
  expect(injected).toBe(consent)
  expect(container.textContent).toBe('undecided false')
  consent.acceptAll()
  await nextTick()
  expect(container.textContent).toBe('decided true')
  consent.withdraw('analytics')
  await nextTick()
  expect(container.textContent).toBe('decided false')
  app.unmount()
  expect(listeners(consent)).toBe(before)
})

test('useConsent and useGranted use the passed consent when they run in an effect scope without a component, until the consent is destroyed', () => {
  const consent = create()
  const scope = effectScope()
  const [state, isGranted] = scope.run(() => [
    useConsent(consent),
    useGranted('marketing', consent),
  ]) as [ReturnType<typeof useConsent<typeof consent>>, ReturnType<typeof useGranted>]
  expect(isGranted.value).toBe(false)
  consent.decide({ marketing: true })
  expect(isGranted.value).toBe(true)
  expect(state.value).toBe(consent.$state.get())
  expect([isReadonly(state), isReadonly(isGranted)]).toEqual([true, true])
  scope.stop()
  consent.erase()
  expect(state.value.status).toBe('decided')
  consent.acceptAll()
  consent.destroy()
  expect(effectScope().run(() => useGranted('analytics', consent).value)).toBe(false)
})

test('useConsent throws when no consent is provided', () => {
  const app = createApp({ setup: () => useConsent() && (() => null) })
  app.config.warnHandler = () => {}
  expect(() => app.mount(document.createElement('div'))).toThrow('No consent is provided')
})

test('useConsent adds no listener on a server, where components never unmount', () => {
  const consent = create()
  const before = listeners(consent)
  vi.stubGlobal('document', undefined)
  const app = createSSRApp({ render: () => null })
  app.use(consentPlugin(consent))
  app.runWithContext(() => expect(useConsent().value.status).toBe('undecided'))
  expect(listeners(consent)).toBe(before)
})
