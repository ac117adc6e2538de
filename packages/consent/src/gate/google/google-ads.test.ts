// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import {
  accepts,
  decides,
  openPage,
  page,
  play,
  scripts,
  updates,
  useGooglePages,
} from '../../../../../test/support/google-page.ts'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
import { googleAds } from './google-ads.ts'
import { googleAnalytics } from './google-analytics.ts'

useGooglePages()

/** Opens a page with Analytics, and with advertising in the category `marketing`. */
const open = (id = 'AW-123') =>
  openPage({ analytics: [googleAnalytics({ id: 'G-ABC123' })], marketing: [googleAds({ id })] })

const sources = () => scripts().map(({ src }) => src)

const REQUESTS = [
  'https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1',
  'https://googleadservices.com/pagead/conversion/1',
  'https://adservice.google.com/pagead/regclk',
  'https://ade.googlesyndication.com/ddm/activity',
  'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js',
  'https://www.merchant-center-analytics.goog/mc/collect',
  'https://1234567.fls.doubleclick.net/activityi;src=1234567',
]

test.each(['G-1', 'AW-', 'ca-pub-', 'GTM-1', ''])('rejects an id of another kind: %s', id => {
  expect(() => googleAds({ id })).toThrow(
    expect.objectContaining({ name: 'ConsentError', code: 'ads' }),
  )
})

test('loads the tag, grants the signals and unblocks the hosts of advertising at its own grant alone, though Analytics is listed first', async () => {
  const { reaches } = stubFetch()
  const consent = open()
  expect(REQUESTS.filter(reaches)).toEqual([])
  await play(consent, decides({ analytics: true }))
  expect(sources()).toEqual(['https://www.googletagmanager.com/gtag/js?id=G-ABC123'])
  expect(updates().pop()).toMatchObject({ analytics_storage: 'granted', ad_storage: 'denied' })
  expect(REQUESTS.filter(reaches)).toEqual([])
  await play(consent, decides({ marketing: true }))
  expect(sources()).toContain('https://www.googletagmanager.com/gtag/js?id=AW-123')
  expect(updates().pop()).toMatchObject({
    analytics_storage: 'granted',
    ad_storage: 'granted',
    ad_user_data: 'granted',
    ad_personalization: 'granted',
  })
  expect(REQUESTS.filter(reaches)).toEqual(REQUESTS)
  consent.decide({ marketing: false })
  expect(REQUESTS.filter(reaches)).toEqual([])
})

test('does not set the switches of Analytics', async () => {
  await play(open(), decides({ analytics: true }))
  expect(page._gaUserPrefs?.ioo?.()).toBe(false)
  expect(page['ga-disable-G-ABC123']).toBeFalsy()
})

test('loads AdSense for a publisher id', async () => {
  await play(open('ca-pub-42'), accepts)
  expect(sources()).toContain(
    'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=ca-pub-42',
  )
})
