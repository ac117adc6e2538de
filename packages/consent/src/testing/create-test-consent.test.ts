// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { createConsent, googleAnalytics } from '../index.ts'
import { createTestConsent } from './create-test-consent.ts'

const OPTIONS = {
  policy: { version: '2024-01-18' },
  categories: {
    analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] },
    marketing: {},
  },
}

test('grants the named categories at once and refuses the others, is undecided without names, and has the named categories when `categories` is missing', () => {
  const consent = createTestConsent({ ...OPTIONS, granted: ['analytics'] })
  expect(consent.isGranted('analytics/Google Analytics')).toBe(true)
  expect(consent.isGranted('marketing')).toBe(false)
  expect(consent.$state.get()).toMatchObject({ status: 'decided', pending: [] })
  expect(consent.$view.get()).toBe('none')
  expect(consent.options.policy).toEqual(OPTIONS.policy)
  const asking = createTestConsent(OPTIONS)
  const pending = ['analytics', 'marketing']
  expect(asking.$state.get()).toMatchObject({ status: 'undecided', pending })
  expect(asking.$view.get()).toBe('banner')
  const { granted } = createTestConsent({ granted: ['analytics'] }).$state.get()
  expect({ ...granted }).toEqual({ analytics: true })
})

test('has a history, and erases it with the decision, like a real consent', () => {
  const consent = createTestConsent(OPTIONS)
  consent.decide({ analytics: true })
  consent.withdraw('analytics')
  expect(consent.history().map(({ n, c }) => [n, { ...c }])).toEqual([
    [2, { analytics: 0 }],
    [1, { analytics: 1 }],
  ])
  consent.erase()
  expect(consent.history()).toEqual([])
  expect(consent.$state.get()).toMatchObject({ status: 'undecided', record: undefined })
})

test('stores nothing, adds no listener and sets no timer', () => {
  vi.useFakeTimers()
  const spies = [window, document].map(target => vi.spyOn(target, 'addEventListener'))
  const set = vi.spyOn(Storage.prototype, 'setItem')
  const remove = vi.spyOn(Storage.prototype, 'removeItem')
  const cookie = vi.spyOn(document, 'cookie', 'set')
  localStorage.setItem('spaceone_consent.history', '[]')
  set.mockClear()
  const consent = createTestConsent({ ...OPTIONS, granted: ['analytics'] })
  consent.rejectAll()
  consent.acceptAll()
  expect(vi.getTimerCount()).toBe(0)
  consent.erase()
  for (const spy of [...spies, set, remove, cookie]) expect(spy).not.toHaveBeenCalled()
  expect(document.head.childElementCount).toBe(0)
  expect(localStorage.getItem('spaceone_consent.history')).toBe('[]')
})

test('two test consents share nothing with each other or with the page’s consent', () => {
  const real = createConsent({ policy: OPTIONS.policy, categories: { analytics: {} } })
  const one = createTestConsent({ granted: ['analytics'] })
  const two = createTestConsent({ categories: { analytics: {} } })
  const answers = [one, two, real].map(({ isGranted }) => isGranted('analytics'))
  expect(answers).toEqual([true, false, false])
  real.destroy()
})

test('throws when a granted category does not exist', () => {
  // @ts-expect-error misspelt
  expect(() => createTestConsent({ ...OPTIONS, granted: ['analyics'] })).toThrow('analyics')
})
