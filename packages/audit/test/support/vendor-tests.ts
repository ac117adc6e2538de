import { test } from 'vitest'
import { FLAWS, type Flaw, type Language } from './banners/vendor.ts'
import { VENDORS } from './banners/vendors.ts'
import { expectGood, expectReported } from './expect-vendor.ts'

const DOES: Record<Flaw, string> = {
  early: 'whose tag runs before the choice',
  'second-layer': 'that can be refused only in the settings',
  'goes-on': 'whose tag goes on after a withdrawal',
  'cookie-left': 'that leaves a cookie after a withdrawal',
}

// The tests of a file run one after the other, and wait half of their time. So each language, and
// each flaw, has a file of its own.

/** Tests that no banner of a language that is set up well is accused. */
export const testGood = (language: Language): void => {
  for (const [name, vendor] of Object.entries(VENDORS))
    if (vendor.languages.includes(language))
      test(`a page with ${name} in ${language} that behaves is not accused`, { tags: 'full' }, () =>
        expectGood(vendor, language),
      )
}

/** Tests that a flaw is reported, with each banner that can have it, in each language. */
export const testFlaw = (flaw: Flaw): void => {
  for (const [name, { flaws = FLAWS, ...vendor }] of Object.entries(VENDORS))
    for (const language of flaws.includes(flaw) ? vendor.languages : [])
      test(`a page with ${name} in ${language} ${DOES[flaw]} is reported`, { tags: 'full' }, () =>
        expectReported(vendor, language, flaw),
      )
}
