// A front end in Vue 3: the store is read by a composable of its own, and by the one of nanostores.

import { useStore } from '@nanostores/vue'
import { createConsent } from '@spaceone/consent'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp, h, nextTick, onScopeDispose, reactive, shallowRef } from 'vue'

let consent

const useConsent = () => {
  const state = shallowRef(consent.$state.get())
  onScopeDispose(
    consent.$state.subscribe(next => {
      state.value = next
    }),
  )
  return state
}

/** Each of the two. */
const COMPOSABLES = { useConsent, 'useStore of nanostores': () => useStore(consent.$state) }

beforeEach(() => {
  consent = createConsent({
    policy: { version: '2024-01-18' },
    categories: { analytics: {}, marketing: {} },
  })
})

afterEach(() => {
  consent.destroy()
  document.cookie = 'spaceone_consent=; Max-Age=-1; Path=/'
})

for (const [name, useIt] of Object.entries(COMPOSABLES))
  test(`${name} draws what is granted, and lets go with its component`, async () => {
    const app = createApp({
      setup() {
        const state = useIt()
        return () => h('p', state.value.granted.analytics ? 'granted' : 'denied')
      },
    })
    const container = document.createElement('div')
    const listeners = consent.$state.lc
    app.mount(container)
    expect(container.textContent).toBe('denied')
    consent.decide({ analytics: true, marketing: false })
    await nextTick()
    expect(container.textContent).toBe('granted')
    consent.withdraw('analytics')
    await nextTick()
    expect(container.textContent).toBe('denied')
    app.unmount()
    expect(consent.$state.lc).toBe(listeners)
  })

test('a snapshot in something reactive stays what it was', () => {
  const snapshot = consent.$state.get()
  const before = JSON.stringify(snapshot)
  const held = reactive({ snapshot })
  expect(Object.isFrozen(snapshot)).toBe(true)
  expect(() => {
    held.snapshot.granted.analytics = true
  }).toThrow(TypeError)
  expect(JSON.stringify(snapshot)).toBe(before)
  expect(consent.isGranted('analytics')).toBe(false)
})
