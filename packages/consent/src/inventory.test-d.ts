import { expectTypeOf, test } from 'vitest'
import {
  firebaseAnalytics,
  googleAds,
  googleAnalytics,
  googleTagManager,
  script,
  service,
} from './index.ts'
import {
  changesIn,
  type Declaration,
  type Inventory,
  inventoryOf,
  type newIn,
  renderSection,
} from './inventory.ts'

test('a declaration states its recipients and its retention, or leaves them out on purpose, and words are texts or load them', () => {
  const cookies = ['chat', { name: 'chat_*', seconds: 60 }]
  const rest = { name: 'Chat', addresses: ['chat.example'], cookies }
  const stated: Declaration = {
    ...rest,
    recipients: { company: 'Chat Inc.', country: 'US', relation: 'processor' },
    retention: { until: { en: 'The chat ends' }, afterwards: async () => ({ en: 'Deleted' }) },
    collects: [{ id: 'messages', words: async () => ({ default: { en: 'messages' } }) }],
  }
  const left: Declaration = { ...rest, recipients: 'not-stated', retention: 'not-stated' }
  // @ts-expect-error no retention
  const some: Declaration = { ...rest, recipients: [] }
  // @ts-expect-error no recipients
  const other: Declaration = { ...rest, retention: { seconds: 60 } }
  // @ts-expect-error a time or an event, not both
  const both: Declaration = { ...stated, retention: { seconds: 60, until: { en: 'The end' } } }
  // @ts-expect-error an unknown relation
  const odd: Declaration = { ...stated, recipients: { company: 'Chat Inc.', relation: 'friend' } }
  return [left, some, other, both, odd]
})

test('a service has a category or a reason why it is necessary, not both', () => {
  const rest = { recipients: [], retention: 'not-stated', addresses: [], cookies: [] } as const
  const code = { name: 'Chat', start() {}, stop() {} }
  const reason = { en: 'You stay signed in.' }
  service({ ...rest, ...code, category: 'support' })
  service({ ...rest, ...code, necessary: reason })
  // @ts-expect-error both
  service({ ...rest, ...code, category: 'support', necessary: reason })
  // @ts-expect-error both
  script({ src: '/chat.js', category: 'support', necessary: reason })
})

test('facts about a service of Google are those of a declaration, but for what the gate reads', () => {
  const id = 'G-1'
  googleAnalytics({ id, facts: { retention: { seconds: 60 }, identifies: false } })
  googleAnalytics({ id, facts: { cookies: [{ name: '_ga', seconds: 60 }] } })
  googleTagManager({ id, facts: { recipients: 'not-stated' } })
  googleAds({ id, facts: { purposes: { recipient: { en: 'Advertising' } } } })
  firebaseAnalytics({ facts: { collects: [] } })
  // @ts-expect-error misspelt
  googleAnalytics({ id, facts: { retenton: { seconds: 60 } } })
  // @ts-expect-error an address, which the gate reads
  googleAds({ id, facts: { addresses: ['ads.example'] } })
  // @ts-expect-error a name without a row
  firebaseAnalytics({ facts: { cookies: ['_ga'] } })
})

test('inventories are promised, and sections are named', () => {
  expectTypeOf(inventoryOf).returns.resolves.toEqualTypeOf<Inventory>()
  expectTypeOf<Inventory>().toExtend<Parameters<typeof newIn>[0]>()
  expectTypeOf(renderSection).returns.resolves.toEqualTypeOf<string>()
  // @ts-expect-error misspelt
  renderSection('behavioral', {} as Inventory)
})

test('an inventory from a JSON file can be compared, and one without services cannot', () => {
  const rest = { addresses: ['chat.example'], cookies: [], storage: [], databases: [] }
  const earlier = {
    policy: { version: '1' },
    services: [
      {
        ...{ ...rest, name: 'Chat', category: 'support', toolKind: 'script' },
        recipients: [{ company: 'Chat Inc.', relation: 'processor', contact: ['a', 'b'] }],
        retention: { seconds: 60 },
        collects: [{ id: 'messages', words: { en: 'messages' } }, { id: 'files' }],
      },
      { ...rest, name: 'Video', recipients: 'not-stated', retention: 'not-stated', collects: [] },
    ],
    hash: 'hash',
  }
  const old = {
    ...earlier,
    services: [{ name: 'Chat', match: ['a'], recipients: 'not-stated', withoutGrant: true }],
  }
  changesIn(old, earlier)
  // @ts-expect-error no services
  return [newIn(earlier, earlier), newIn({ policy: { version: '1' } }, earlier)]
})
