import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Every way in from outside of our code, and where it is tried with what nobody should send there. */
const WAYS_IN: Readonly<Record<string, readonly string[]>> = {
  'what a host passes to createConsent, and to what makes its services': [
    'packages/sdk/src/hostile-options.test.ts',
    'packages/core/src/check-options.test.ts',
  ],
  'what a host passes to mountConsentUi': ['packages/sdk/src/hostile-view.test.ts'],
  'words of a host': ['packages/ui/src/hostile-texts.test.ts'],
  'attributes of the script tag': [
    'packages/sdk/src/tag/hostile-tag.test.ts',
    'packages/sdk/src/tag/options.fuzz.test.ts',
  ],
  'calls of spaceoneConsent, and the stub that queues them': [
    'packages/sdk/src/tag/hostile-tag.test.ts',
  ],
  'addresses, wherever they stand': [
    'packages/sdk/src/tag/options.fuzz.test.ts',
    'packages/gate/src/address.fuzz.test.ts',
  ],
  'versions of the policy, and of article9': [
    'packages/sdk/src/hostile-options.test.ts',
    'packages/core/src/policy-properties.test.ts',
  ],
  'the cookie of the record, on pages and servers': [
    'packages/core/src/hostile-cookies.test.ts',
    'packages/core/src/stored.fuzz.test.ts',
    'packages/sdk/src/hostile-stored.test.ts',
  ],
  'names of other cookies': ['packages/gate/src/address.fuzz.test.ts'],
  'the history': [
    'packages/core/src/stored.fuzz.test.ts',
    'packages/sdk/src/hostile-stored.test.ts',
  ],
  'the outbox and its delay': [
    'packages/evidence/src/delivery.fuzz.test.ts',
    'packages/sdk/src/hostile-stored.test.ts',
  ],
  'messages and events, of other tabs and in their name': [
    'packages/sdk/src/hostile-stored.test.ts',
  ],
  'answers of the endpoint': [
    'packages/evidence/src/delivery.fuzz.test.ts',
    'packages/sdk/src/hostile-stored.test.ts',
  ],
  'marks of held elements': ['packages/sdk/src/hostile-stored.test.ts'],
  'what a page puts into the data layer': ['packages/gate/src/google/hostile-layer.test.ts'],
  clocks: ['packages/core/src/time-properties.test.ts'],
  'what a browser says of itself': ['packages/guide/src/hostile-navigator.test.ts'],
}

test.each(Object.entries(WAYS_IN))('%s: there are tests of it', (_, files) => {
  for (const file of files)
    expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).toMatch(
      /\btest(\.each)?\(/,
    )
})
