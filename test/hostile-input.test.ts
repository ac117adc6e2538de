import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Every way in from outside of our code, and where it is tried with what nobody should send there. */
const WAYS_IN: Readonly<Record<string, readonly string[]>> = {
  'what a host passes to createConsent, and to what makes its services': [
    'packages/consent/src/hostile-options.test.ts',
    'packages/consent/src/core/check-options.test.ts',
  ],
  'what a host passes to mountConsentUi': ['packages/consent/src/hostile-view.test.ts'],
  'words of a host': ['packages/consent/src/ui/hostile-texts.test.ts'],
  'attributes of the script tag': [
    'packages/consent/src/script/hostile-tag.test.ts',
    'packages/consent/src/script/options.fuzz.test.ts',
  ],
  'calls of spaceoneConsent, and the stub that queues them': [
    'packages/consent/src/script/hostile-tag.test.ts',
  ],
  'addresses, wherever they stand': [
    'packages/consent/src/script/options.fuzz.test.ts',
    'packages/consent/src/gate/address.fuzz.test.ts',
  ],
  'versions of the policy, and of article9': [
    'packages/consent/src/hostile-options.test.ts',
    'packages/consent/src/core/policy-properties.test.ts',
  ],
  'the cookie of the record, on pages and servers': [
    'packages/consent/src/core/hostile-cookies.test.ts',
    'packages/consent/src/core/stored.fuzz.test.ts',
    'packages/consent/src/hostile-stored.test.ts',
  ],
  'names of other cookies': ['packages/consent/src/gate/address.fuzz.test.ts'],
  'the history': [
    'packages/consent/src/core/stored.fuzz.test.ts',
    'packages/consent/src/hostile-stored.test.ts',
  ],
  'the outbox and its delay': [
    'packages/consent/src/evidence/delivery.fuzz.test.ts',
    'packages/consent/src/hostile-stored.test.ts',
  ],
  'messages and events, of other tabs and in their name': [
    'packages/consent/src/hostile-stored.test.ts',
  ],
  'answers of the endpoint': [
    'packages/consent/src/evidence/delivery.fuzz.test.ts',
    'packages/consent/src/hostile-stored.test.ts',
  ],
  'marks of held elements': ['packages/consent/src/hostile-stored.test.ts'],
  'what a page puts into the data layer': [
    'packages/consent/src/gate/google/hostile-layer.test.ts',
  ],
  clocks: ['packages/consent/src/core/time-properties.test.ts'],
  'what a browser says of itself': ['packages/consent/src/guide/hostile-navigator.test.ts'],
}

test.each(Object.entries(WAYS_IN))('%s: there are tests of it', (_, files) => {
  for (const file of files)
    expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).toMatch(
      /\btest(\.each)?\(/,
    )
})
