// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { createConsent, memoryStorage } from '../../core/index.ts'
import { type FirebaseAnalyticsOptions, firebaseAnalytics } from './firebase-analytics.ts'

const WEB_CONFIG = 'https://firebase.googleapis.com/v1alpha/projects/-/apps/1:1:web:1/webConfig'
const INSTALLATIONS = 'https://firebaseinstallations.googleapis.com/v1/projects/shop/installations'
const DATABASES = ['firebase-installations-database', 'firebase-heartbeat-database']

const create = (options?: FirebaseAnalyticsOptions) => {
  const network = vi.fn(async () => new Response('real'))
  vi.stubGlobal('fetch', network)
  const deleteDatabase = vi.fn((_name: string) => new EventTarget())
  vi.stubGlobal('indexedDB', { deleteDatabase })
  const consent = createConsent(
    {
      policy: { version: '1' },
      categories: { analytics: { services: [firebaseAnalytics(options)] }, marketing: {} },
    },
    { storage: memoryStorage(), signals: { gpc: false } },
  )
  onTestFinished(() => {
    consent.destroy()
    vi.unstubAllGlobals()
  })
  const reaches = (address: string): boolean => {
    network.mockClear()
    void fetch(address)
    return network.mock.calls.length > 0
  }
  return { consent, deleteDatabase, reaches }
}

test('blocks the web configuration until the grant of its category and after a withdrawal', () => {
  const { consent, reaches } = create()
  expect(reaches(WEB_CONFIG)).toBe(false)
  consent.decide({ marketing: true })
  expect(reaches(WEB_CONFIG)).toBe(false)
  consent.decide({ analytics: true })
  expect(reaches(WEB_CONFIG)).toBe(true)
  consent.withdraw('analytics')
  expect(reaches(WEB_CONFIG)).toBe(false)
})

test.each([
  'https://firebase.googleapis.com/v1alpha/projects/shop/remoteConfig',
  'https://firebase.googleapis.com/v1alpha/projects/-/appsettings',
  'https://firebaseremoteconfig.googleapis.com/v1/projects/shop',
  'https://firestore.googleapis.com/',
  'https://identitytoolkit.googleapis.com/v1/accounts',
  INSTALLATIONS,
])('does not block other parts of Firebase: %s', async address => {
  const { deleteDatabase, reaches } = create()
  await Promise.resolve()
  expect(reaches(address)).toBe(true)
  expect(deleteDatabase).not.toHaveBeenCalled()
})

test('blocks Installations on request, and deletes its databases until the grant', async () => {
  const { consent, deleteDatabase, reaches } = create({ installations: true })
  await Promise.resolve()
  expect([reaches(INSTALLATIONS), reaches(WEB_CONFIG)]).toEqual([false, false])
  expect(deleteDatabase.mock.calls.flat()).toEqual(DATABASES)
  deleteDatabase.mockClear()
  consent.acceptAll()
  expect([reaches(INSTALLATIONS), reaches(WEB_CONFIG)]).toEqual([true, true])
  expect(deleteDatabase).not.toHaveBeenCalled()
  consent.withdraw('analytics')
  expect(reaches(INSTALLATIONS)).toBe(false)
  expect(deleteDatabase.mock.calls.flat()).toEqual(DATABASES)
})

test.each([{}, { installations: false }, { installations: undefined }, undefined])(
  'does not block Installations by default: %j',
  options => {
    const { reaches } = create(options)
    expect(reaches(INSTALLATIONS)).toBe(true)
  },
)

test('has the name of the service and its recipient', () => {
  expect(firebaseAnalytics()).toMatchObject({
    name: 'Firebase Analytics',
    recipient: { name: 'Google LLC', country: 'US' },
    cookies: [],
  })
})
