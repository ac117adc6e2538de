// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import Vue, { type VNode } from 'vue-2'
import { createTestConsent } from './testing/create-test-consent.ts'
import { consentPlugin, useConsent, useGranted } from './vue.ts'

vi.mock('vue', () => import('vue-2'))

test('useConsent and useGranted follow the provided consent in Vue 2.7 until the component is destroyed', async () => {
  const consent = createTestConsent({ categories: { analytics: {}, marketing: {} } })
  const { $state } = consent as unknown as { readonly $state: { readonly lc: number } }
  Vue.config.productionTip = false
  Vue.config.devtools = false
  Vue.use(consentPlugin(consent))
  const Status = Vue.extend({
    setup: () => ({ state: useConsent(), isGranted: useGranted('analytics') }),
    render(this: { state: { status: string }; isGranted: boolean }, h): VNode {
      return h('p', `${this.state.status} ${this.isGranted ? 'granted' : 'refused'}`)
    },
  })
  const before = $state.lc
  const root = new Vue({ render: h => h('div', [h(Status)]) }).$mount()
  expect(root.$el.textContent).toBe('undecided refused')
  consent.acceptAll()
  await Vue.nextTick()
  expect(root.$el.textContent).toBe('decided granted')
  consent.withdraw('analytics')
  await Vue.nextTick()
  expect(root.$el.textContent).toBe('decided refused')
  root.$destroy()
  expect($state.lc).toBe(before)
})

test('the later plugin provides its consent when Vue 2.7 uses two plugins', () => {
  const [one, two] = [
    createTestConsent({ granted: ['analytics'] }),
    createTestConsent({ granted: [], categories: { analytics: {} } }),
  ]
  Vue.use(consentPlugin(one))
  Vue.use(consentPlugin(two))
  const Status = Vue.extend({
    setup: () => ({ isGranted: useGranted('analytics') }),
    render(this: { isGranted: boolean }, h): VNode {
      return h('p', `${this.isGranted}`)
    },
  })
  const root = new Vue({ render: h => h(Status) }).$mount()
  expect(root.$el.textContent).toBe('false')
  root.$destroy()
})
