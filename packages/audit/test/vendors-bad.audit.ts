import { test } from 'vitest'
import { FLAWS, type Flaw } from './support/banners/vendor.ts'
import { VENDORS } from './support/banners/vendors.ts'
import { expectReported } from './support/expect-vendor.ts'

const DOES: Record<Flaw, string> = {
  early: 'whose tag runs before the choice',
  'second-layer': 'that can be refused only in the settings',
  'goes-on': 'whose tag goes on after a withdrawal',
  'cookie-left': 'that leaves a cookie after a withdrawal',
}

for (const [name, { languages, flaws = FLAWS, ...vendor }] of Object.entries(VENDORS))
  for (const language of languages)
    for (const flaw of flaws)
      test(`a page with ${name} in ${language} ${DOES[flaw]} is reported`, { tags: 'full' }, () =>
        expectReported({ languages, ...vendor }, language, flaw),
      )
