import { expect, test } from 'vitest'
import { startRetention } from './retention.ts'

test('forgets at the start, says how many there were, and says what went wrong', async () => {
  const reported = (forget: () => Promise<number>) =>
    new Promise(resolve => {
      const stop = startRetention({ forget }, (...report) => {
        stop()
        resolve(report)
      })
    })
  expect(await reported(async () => 3)).toEqual([3])
  const fault = new Error('disk full')
  expect(await reported(() => Promise.reject(fault))).toEqual([0, fault])
})
