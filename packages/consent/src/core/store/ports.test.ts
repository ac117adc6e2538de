import { expect, test, vi } from 'vitest'
import { readSignals } from './ports.ts'

const broken = {
  get globalPrivacyControl() {
    throw new Error('add-on')
  },
}

test.each([
  ['is sent when the property is true [31]', { globalPrivacyControl: true }, true],
  ['is not sent for false', { globalPrivacyControl: false }, false],
  ['is not sent without the property', {}, false],
  ['is not sent for "1"', { globalPrivacyControl: '1' }, false],
  ['is not sent for 1', { globalPrivacyControl: 1 }, false],
  ['is not sent on a server [61]', undefined, false],
  ['counts as sent when it cannot be read', broken, true],
])('Global Privacy Control %s', (_, navigator, gpc) => {
  vi.stubGlobal('navigator', navigator)
  expect(readSignals()).toEqual({ gpc })
})
