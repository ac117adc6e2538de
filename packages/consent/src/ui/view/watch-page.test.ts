// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { followGate, watchPage } from './watch-page.ts'

test('observes the page when there is no gate, until stopped', async () => {
  const look = vi.fn()
  const stop = watchPage(look)
  document.body.append(document.createElement('p'))
  await vi.waitFor(() => expect(look).toHaveBeenCalled())
  stop()
  look.mockClear()
  document.body.append(document.createElement('p'))
  await new Promise(resolve => setTimeout(resolve))
  expect(look).not.toHaveBeenCalled()
})

test('keeps calling look when look throws [5]', async () => {
  const look = vi.fn(() => {
    throw new TypeError('broken')
  })
  const stop = followGate(look)
  for (let times = 1; times < 3; times += 1) {
    document.dispatchEvent(new CustomEvent('spaceone-consent-look'))
    await new Promise(resolve => setTimeout(resolve))
    expect(look).toHaveBeenCalledTimes(times)
  }
  stop()
})

test('does not observe the page when a gate dispatches the events', async () => {
  const answer = (event: Event) => event.preventDefault()
  document.addEventListener('spaceone-consent-watch', answer)
  const look = vi.fn()
  const stop = watchPage(look)
  document.body.append(document.createElement('p'))
  await new Promise(resolve => setTimeout(resolve))
  expect(look).not.toHaveBeenCalled()
  document.dispatchEvent(new CustomEvent('spaceone-consent-look'))
  await Promise.resolve()
  expect(look).toHaveBeenCalledOnce()
  stop()
  document.removeEventListener('spaceone-consent-watch', answer)
})
