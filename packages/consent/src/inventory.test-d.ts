import { expectTypeOf, test } from 'vitest'
import {
  type Declaration,
  type Inventory,
  inventoryOf,
  newIn,
  renderSection,
  type Words,
} from './inventory.ts'

test('a declaration states its recipients and its retention, or leaves them out on purpose', () => {
  const rest = { match: ['chat.example'], cookies: ['chat', { name: 'chat_*', seconds: 60 }] }
  const stated: Declaration = {
    ...rest,
    recipients: { company: 'Chat Inc.', country: 'US', relation: 'processor' },
    retention: { until: { en: 'The chat ends' }, afterwards: async () => ({ en: 'Deleted' }) },
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

test('words are texts or load them', () => {
  expectTypeOf<{ en: string }>().toExtend<Words>()
  expectTypeOf<() => Promise<{ default: { en: string } }>>().toExtend<Words>()
})

test('inventories are promised, and sections are named', () => {
  expectTypeOf(inventoryOf).returns.resolves.toEqualTypeOf<Inventory>()
  expectTypeOf(newIn).parameters.toEqualTypeOf<[Inventory, Inventory]>()
  expectTypeOf(renderSection).returns.resolves.toEqualTypeOf<string>()
  // @ts-expect-error misspelt
  renderSection('behavioral', {} as Inventory)
})
