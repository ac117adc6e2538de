// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { openPage, play, useGooglePages } from '../../../../../test/support/google-page.ts'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
import { type FirebaseAnalyticsOptions, firebaseAnalytics } from './firebase-analytics.ts'

const WEB_CONFIG = 'https://firebase.googleapis.com/v1alpha/projects/-/apps/1:1:web:1/webConfig'
const INSTALLATIONS = 'https://firebaseinstallations.googleapis.com/v1/projects/shop/installations'
const DATABASES = ['firebase-installations-database', 'firebase-heartbeat-database']

useGooglePages()

const open = (options?: FirebaseAnalyticsOptions) => {
  const { reaches } = stubFetch()
  const deleteDatabase = vi.fn((_name: string) => new EventTarget())
  vi.stubGlobal('indexedDB', { deleteDatabase })
  const consent = openPage({ analytics: [firebaseAnalytics(options)] })
  return { consent, deleteDatabase, reaches }
}

test('blocks the web configuration until the grant of its category and after a withdrawal', () => {
  const { consent, reaches } = open()
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
  const { consent, deleteDatabase, reaches } = open()
  await play(consent)
  expect(reaches(address)).toBe(true)
  expect(deleteDatabase).not.toHaveBeenCalled()
})
test('blocks Installations on request, and deletes its databases until the grant', async () => {
  const { consent, deleteDatabase, reaches } = open({ installations: true })
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
    const { reaches } = open(options)
    expect(reaches(INSTALLATIONS)).toBe(true)
  },
)

test('has the name of the service and its recipient', () => {
  expect(firebaseAnalytics()).toMatchObject({
    name: 'Firebase Analytics',
    recipients: [{ company: 'Google LLC', country: 'US' }],
    cookies: [],
  })
})
