// A front end in Vue 2.7: the same composables as in Vue 3.

import { createConsent } from '@spaceone/consent'
import { consentPlugin, useConsent, useGranted } from '@spaceone/consent/vue'
import { expect, test } from 'vitest'
import Vue from 'vue'

test('useConsent and useGranted draw what is granted, and let go with their component', async () => {
  const consent = createConsent({
    policy: { version: '2024-01-18' },
    categories: { analytics: {}, marketing: {} },
  })
  Vue.config.productionTip = false
  Vue.use(consentPlugin(consent))
  const Status = {
    setup: () => ({ state: useConsent(), isGranted: useGranted('analytics') }),
    render(h) {
      return h('p', `${this.state.status} ${this.isGranted ? 'granted' : 'denied'}`)
    },
  }
  const listeners = consent.$state.lc
  const root = new Vue({ render: h => h('div', [h(Status)]) }).$mount()
  expect(root.$el.textContent).toBe('undecided denied')
  consent.decide({ analytics: true, marketing: false })
  await Vue.nextTick()
  expect(root.$el.textContent).toBe('decided granted')
  consent.withdraw('analytics')
  await Vue.nextTick()
  expect(root.$el.textContent).toBe('decided denied')
  root.$destroy()
  expect(consent.$state.lc).toBe(listeners)
  consent.destroy()
})
