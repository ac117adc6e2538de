// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import {
  accepts,
  decides,
  openPage,
  play,
  type Step,
  useGooglePages,
  withdraws,
} from '../../../../../test/support/google-page.ts'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
import { type FirebaseAnalyticsOptions, firebaseAnalytics } from './firebase-analytics.ts'

const WEB_CONFIG = 'https://firebase.googleapis.com/v1alpha/projects/-/apps/1:1:web:1/webConfig'
const INSTALLATIONS = 'https://firebaseinstallations.googleapis.com/v1/projects/shop/installations'
const DATABASES = ['firebase-installations-database', 'firebase-heartbeat-database']
const OTHERS = [
  'https://firebase.googleapis.com/v1alpha/projects/shop/remoteConfig',
  'https://firebase.googleapis.com/v1alpha/projects/-/appsettings',
  'https://firebaseremoteconfig.googleapis.com/v1/projects/shop',
  'https://firestore.googleapis.com/',
  'https://identitytoolkit.googleapis.com/v1/accounts',
]

useGooglePages()

test.each<FirebaseAnalyticsOptions | undefined>([
  ...[{}, { installations: false }, { installations: undefined }, undefined],
  { installations: true },
])(
  'with the options %j its addresses are blocked and its data deleted, until the grant of its category and after a withdrawal',
  async options => {
    const isWhole = options?.installations === true
    const blocked = isWhole ? [WEB_CONFIG, INSTALLATIONS] : [WEB_CONFIG]
    const databases = isWhole ? DATABASES : []
    const { reaches } = stubFetch()
    const deleteDatabase = vi.fn((_name: string) => new EventTarget())
    vi.stubGlobal('indexedDB', { deleteDatabase })
    const consent = openPage({ analytics: [firebaseAnalytics(options)] })
    const others = [...OTHERS, INSTALLATIONS].filter(address => !blocked.includes(address))
    const after = async (step: Step) => {
      deleteDatabase.mockClear()
      await play(consent, step)
      expect(others.filter(reaches)).toEqual(others)
      return [blocked.filter(reaches), deleteDatabase.mock.calls.flat()]
    }
    expect(await after(() => {})).toEqual([[], databases])
    expect(await after(decides({ marketing: true }))).toEqual([[], databases])
    expect(await after(accepts)).toEqual([blocked, []])
    expect(await after(withdraws)).toEqual([[], databases])
  },
)
