// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import {
  accepts,
  COLLECT,
  ID,
  openPage,
  play,
  type Step,
  useGooglePages,
  withdraws,
} from '../../../../../test/support/google-page.ts'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
import { googleAnalytics } from './google-analytics.ts'

useGooglePages()

// test/e2e/gate.e2e.ts shows that no page view from before a new grant is sent after it.

/** Opens a page after its first grant. Says which of three visitor ids can be sent. */
const open = async () => {
  vi.useFakeTimers()
  const { reaches } = stubFetch()
  const consent = openPage({ analytics: [googleAnalytics({ id: ID, server: '/metrics' })] })
  await play(consent, accepts)
  const sends = () =>
    ['111.222', '333.444', '555.666'].filter(id => reaches(`${COLLECT}&tid=${ID}&cid=${id}`))
  return { consent, sends }
}

const seconds =
  (count: number): Step =>
  () =>
    vi.advanceTimersByTimeAsync(count * 1000)

const identifies: Step = () => {
  document.cookie = '_ga=GA1.1.111.222; path=/'
}

test('a hit with the visitor id from before a withdrawal is blocked for ten seconds, under any cookie prefix', async () => {
  const { consent, sends } = await open()
  document.cookie = 'foo_ga=GA1.2.333.444; path=/'
  await play(consent, identifies, withdraws, accepts)
  expect(sends()).toEqual(['555.666'])
  await play(consent, seconds(9.999))
  expect(sends()).toEqual(['555.666'])
  await play(consent, seconds(0.001))
  expect(sends()).toHaveLength(3)
})

test('destroy removes every rule of the silence', async () => {
  const { consent, sends } = await open()
  await play(consent, identifies, withdraws, accepts)
  expect(sends()).toEqual(['333.444', '555.666'])
  consent.destroy()
  expect(sends()).toHaveLength(3)
})

test('a withdrawal with many cookies reads document.cookie a bounded number of times', async () => {
  const { consent } = await open()
  await play(consent, seconds(60))
  const read = vi
    .spyOn(Document.prototype, 'cookie', 'get')
    .mockReturnValue('_ga=GA1.1.1.2; _ga_ABC123=GA1.1.1.2; _gid=GA1.1.1.2; _gat=GA1.1.1.2')
  consent.withdraw('analytics')
  // Reads for the visitor ids and for the sweep, and later for the second sweep.
  expect(read).toHaveBeenCalledTimes(2)
  await play(consent, seconds(60))
  expect(read).toHaveBeenCalledTimes(3)
})
