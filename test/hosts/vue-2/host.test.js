// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://host.test/" }
// A front end in Vue 2.7: the same composables as in Vue 3.

import { createConsent } from '@spaceone/consent'
import { consentPlugin, useConsent, useGranted } from '@spaceone/consent/vue'
import { expect, test } from 'vitest'
import Vue from 'vue'

test('each composable follows the consent', async () => {
  const consent = createConsent({
    policy: { version: '2024-01-18' },
    categories: { analytics: {} },
  })
  Vue.config.productionTip = false
  Vue.use(consentPlugin(consent))
  const Status = {
    setup: () => ({ state: useConsent(), isGranted: useGranted('analytics') }),
    render(h) {
      return h('p', `${this.state.status} ${this.isGranted}`)
    },
  }
  const root = new Vue({ render: h => h('div', [h(Status)]) }).$mount()
  expect(root.$el.textContent).toBe('undecided false')
  consent.decide({ analytics: true })
  await Vue.nextTick()
  expect(root.$el.textContent).toBe('decided true')
  consent.withdraw('analytics')
  await Vue.nextTick()
  expect(root.$el.textContent).toBe('decided false')
})
