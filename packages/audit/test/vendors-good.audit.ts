import { test } from 'vitest'
import { VENDORS } from './support/banners/vendors.ts'
import { expectGood } from './support/expect-vendor.ts'

for (const [name, vendor] of Object.entries(VENDORS))
  for (const language of vendor.languages)
    test(`a page with ${name} in ${language} that behaves is not accused`, { tags: 'full' }, () =>
      expectGood(vendor, language),
    )
