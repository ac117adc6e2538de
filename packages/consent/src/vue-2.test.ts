// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import Vue, { type VNode } from 'vue-2'
import { createTestConsent } from './testing/create-test-consent.ts'
import { consentPlugin, useConsent, useGranted } from './vue.ts'

vi.mock('vue', () => import('vue-2'))

Vue.config.productionTip = false
Vue.config.devtools = false

const Status = Vue.extend({
  setup: () => ({ state: useConsent(), isGranted: useGranted('analytics') }),
  render(this: { state: { status: string }; isGranted: boolean }, h): VNode {
    return h('p', `${this.state.status} ${this.isGranted}`)
  },
})

test('useConsent and useGranted follow the consent of the later plugin in Vue 2.7 until the component is destroyed', async () => {
  const consent = createTestConsent({ categories: { analytics: {}, marketing: {} } })
  const { $state } = consent as unknown as { readonly $state: { readonly lc: number } }
  Vue.use(consentPlugin(createTestConsent({ granted: ['analytics'] })))
  Vue.use(consentPlugin(consent))
  const before = $state.lc
  const root = new Vue({ render: h => h('div', [h(Status)]) }).$mount()
  expect(root.$el.textContent).toBe('undecided false')
  consent.acceptAll()
  await Vue.nextTick()
  expect(root.$el.textContent).toBe('decided true')
  consent.withdraw('analytics')
  await Vue.nextTick()
  expect(root.$el.textContent).toBe('decided false')
  root.$destroy()
  expect($state.lc).toBe(before)
})
