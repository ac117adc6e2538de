import { expect, test } from 'vitest'
import { collectorOf } from './collector-of.ts'
import { COLLECTOR_PACKAGES, collectorPackage } from './packages.ts'

test.each(COLLECTOR_PACKAGES)('the address of %s belongs to a known collector', name =>
  expect(collectorOf(collectorPackage(name)?.address ?? '')?.by).toBe('host'),
)

test.each([
  ['vue-gtag/dist/vue-gtag.js', 'vue-gtag'],
  ['firebase/analytics', 'firebase/analytics'],
  ['firebase', undefined],
  ['vue-gtagged', undefined],
  ['toString', undefined],
])('the module %s belongs to the package %s', (module, name) =>
  expect(collectorPackage(module)?.name).toBe(name),
)
