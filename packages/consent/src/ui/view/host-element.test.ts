// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { AnyConsent } from '../../core/index.ts'
import { createHost } from './host-element.ts'

test.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['ko', 'ltr'],
  ['arn', 'ltr'],
])('a host element in %s has the direction %s', (language, direction) => {
  const host = createHost('test-host', { options: {} } as AnyConsent, {})
  host.setLanguage(language)
  expect(host.container.dir).toBe(direction)
  expect([host.element.lang, host.container.lang]).toEqual([language, language])
})
