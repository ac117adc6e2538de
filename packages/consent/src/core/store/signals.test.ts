import { expect, onTestFinished, test, vi } from 'vitest'
import { readSignals } from './signals.ts'

/** Sets or removes `navigator`. */
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
])(
  'Global Privacy Control counts as sent exactly when the property is true: %j [31]',
  (sent, gpc) => {
    navigate({ globalPrivacyControl: sent })
    expect(readSignals()).toEqual({ gpc })
  },
)

test('on a server no signal counts as sent [61]', () => {
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
