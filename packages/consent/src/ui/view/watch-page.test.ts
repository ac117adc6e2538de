// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import { followGate } from './watch-page.ts'

test('keeps calling look when look throws [5]', async () => {
  const look = vi.fn(broken)
  const stop = followGate(look)
  for (let times = 1; times < 3; times += 1) {
    document.dispatchEvent(new CustomEvent('spaceone-consent-look'))
    await new Promise(resolve => setTimeout(resolve))
    expect(look).toHaveBeenCalledTimes(times)
  }
  stop()
})
