import { VENDORS } from './support/banners/vendors.ts'
import { expectGood } from './support/expect-vendor.ts'
import { inFull } from './support/play.ts'

for (const [name, vendor] of Object.entries(VENDORS))
  for (const language of vendor.languages)
    inFull(`a page with ${name} in ${language} that behaves is not accused`, () =>
      expectGood(vendor, language),
    )
