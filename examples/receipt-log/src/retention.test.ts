import { expect, test } from 'vitest'
import { startRetention } from './retention.ts'

test('content whose retention has ended is deleted at the start, and the number or an error is reported', async () => {
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
