// @vitest-environment happy-dom

import { expect, onTestFinished, test } from 'vitest'
import { nested } from '../../../../test/support/odd-values.ts'
import { createConsent } from '../index.ts'
import type { ConsentUiOptions } from '../ui/index.ts'
import { mountConsentUi } from './mount-consent-ui.ts'

const create = () => {
  const consent = createConsent({ policy: { version: '1' }, categories: { analytics: {} } })
  onTestFinished(consent.destroy)
  return consent
}

// options.test.ts shows an invalid value of each option; odd-texts.test.ts that the view grants
// nothing with any value.
test.each<[code: string, path: string, value: unknown]>([
  ['position', 'position', 'top'],
  ['theme', 'theme', 'blue'],
  ['button', 'button', true],
  ['z-index', 'zIndex', '10'],
  ['z-index', 'zIndex', 1.5],
  ['nonce', 'nonce', 1],
  ['texts', 'texts', 'ko'],
  ['texts', 'texts.not a language', {}],
  ['texts', 'texts.ko.banner.lead', 1],
  ['guide', 'guide.chrome.checked', 'yesterday'],
  ['guide', 'guide.chrome.tasks.accept', 1],
  ['guide', 'guide.chrome.help', '//evil.example'],
  ...['help', 'googleOptOut', 'wayOut'].flatMap(link =>
    ['javascript:alert(1)', 'data:text/html,x', 'java\tscript:alert(1)'].map(
      (address): [string, string, string] => ['guide', `guide.chrome.${link}`, address],
    ),
  ),
])('mountConsentUi throws with the code %s when %s is %j [51]', (code, path, value) => {
  const consent = create()
  expect(() => mountConsentUi(consent, nested(path, value) as ConsentUiOptions)).toThrow(
    expect.objectContaining({ name: 'ConsentError', code }),
  )
})

test.each<[path: string, value: unknown]>([
  ['', { position: 'left', theme: 'dark', button: 'right', zIndex: -1, nonce: 'abc' }],
  ['texts.ko.banner', { heading: '쿠키', purposes: { chat: '상담' }, right: ['a', 'b'] }],
  ['guide.chrome', { help: 'https://help.example/', checked: '2026-01-01', legacy: false }],
  ['guide.chrome.tasks.accept', 'a > b'],
  ['guide.line.wayOut', 'intent://x#Intent;end'],
])('mountConsentUi accepts %j: %j', (path, value) => {
  mountConsentUi(create(), nested(path, value) as ConsentUiOptions)()
})
