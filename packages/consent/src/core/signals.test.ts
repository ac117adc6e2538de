import { expect, onTestFinished, test, vi } from 'vitest'
import { readSignals } from './signals.ts'

/** Puts a navigator into the page, or takes it away. */
const navigate = (navigator: object | undefined): void => {
  vi.stubGlobal('navigator', navigator)
  onTestFinished(() => void vi.unstubAllGlobals())
}

test.each([
  [true, true],
  [false, false],
  [undefined, false],
  ['1', false],
  [1, false],
])('Global Privacy Control counts as sent where the browser says true: %j [31]', (sent, gpc) => {
  navigate({ globalPrivacyControl: sent })
  expect(readSignals()).toEqual({ gpc })
})

test('a server has sent no signal [61]', () => {
  navigate(undefined)
  expect(readSignals()).toEqual({ gpc: false })
})

test('a signal that cannot be read counts as sent', () => {
  navigate({
    get globalPrivacyControl() {
      throw new Error('add-on')
    },
  })
  expect(readSignals()).toEqual({ gpc: true })
})
