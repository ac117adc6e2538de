import { expect, test } from 'vitest'
import type { Recipient, Refusal, Retention, Stored, Texts, Transfer } from '../declaration.ts'
import type { Inventory, InventoryService } from '../inventory.ts'
import { loadInventoryWords } from '../load-inventory-words.ts'
import { toTexts } from '../print/elements.ts'
import { type Change, changesIn, newIn } from './changes.ts'
import { changesList } from './changes-list.ts'
import { hashesOf } from './hash-of.ts'

const retention: Retention<Texts> = {
  seconds: 86_400,
  words: { en: 'a day', ko: '하루' },
  afterwards: { en: 'Deleted', ko: '삭제' },
}
const transfer: Transfer<Texts> = {
  basis: 'consent',
  when: { en: 'When you write', ko: '작성 시' },
  how: { en: 'Encrypted', ko: '암호화' },
}
const recipient: Recipient<Texts> = {
  company: 'Chat Inc.',
  country: 'DE',
  contact: ['mailto:chat@host.example', 'Berlin'],
  policyUrl: 'https://chat.example/privacy',
  relation: 'processor',
  transfer,
  purpose: { en: 'Answers for the site', ko: '사이트 답변' },
  retention,
  subprocessors: ['Cloud Inc.'],
}
const refusal: Refusal<Texts> = {
  link: 'https://chat.example/no',
  words: { en: 'Write to us', ko: '문의' },
  effect: { en: 'No chat', ko: '채팅 불가' },
}
const cookie: Stored<Texts> = {
  name: 'chat',
  purpose: { en: 'Finds your chat', ko: '대화 식별' },
  seconds: 86_400,
  isRenewed: false,
  party: 'first',
  setBy: 'Chat Inc.',
}
const item = { id: 'messages', words: { en: 'messages', ko: '메시지' } }
const chat: InventoryService = {
  name: 'Chat',
  category: 'support',
  recipients: [recipient],
  retention,
  collects: [item],
  toolKind: 'script',
  identifies: false,
  purposes: { site: { en: 'Answers', ko: '답변' }, recipient: { en: 'Service', ko: '서비스' } },
  refusal,
  addresses: ['chat.example'],
  cookies: [cookie],
  storage: [],
  databases: [],
}
const inventory = (...services: InventoryService[]): Inventory => ({
  policy: { version: '1' },
  services,
})
const before = inventory(chat)
const after = (changed: Partial<InventoryService>) => inventory({ ...chat, ...changed })
const ofRecipient = (changed: Partial<Recipient<Texts>>): Partial<InventoryService> => ({
  recipients: [{ ...recipient, ...changed }],
})
const ofRetention = (changed: object): Partial<InventoryService> =>
  ofRecipient({ retention: { ...retention, ...changed } as Retention<Texts> })
const ofCookie = (changed: Partial<Stored<Texts>>): Partial<InventoryService> => ({
  cookies: [{ ...cookie, ...changed }],
})

type Case = readonly [changed: Partial<InventoryService>, sentence: string, kind: Change['kind']]
type Cases<Type> = Readonly<
  Record<Exclude<keyof Type, 'name' | 'company'>, readonly [Case, ...Case[]]>
>

/** For each property of a type, what it is changed to, the sentence, and the kind of the change. */
const SERVICE: Cases<InventoryService> = {
  category: [
    [
      { category: 'sales' },
      'purpose you are asked about is now: sales (before: support)',
      'category',
    ],
  ],
  withoutGrant: [
    [
      { withoutGrant: true },
      'sending before your consent is now: Yes (before: No)',
      'withoutGrant',
    ],
  ],
  recipients: [
    [
      { recipients: [recipient, { company: 'Talk Inc.', country: 'US' }] },
      'new recipient: Talk Inc. (USA)',
      'recipients',
    ],
    [
      { recipients: 'not-stated' },
      'recipient is now: Not stated (before: Chat Inc. (Germany))',
      'recipients',
    ],
    [
      { recipients: [] },
      'recipient is now: Only this site (before: Chat Inc. (Germany))',
      'recipients',
    ],
  ],
  retention: [
    [
      { recipients: [], retention: { seconds: 172_800, afterwards: retention.afterwards } },
      'new retention: 2 days',
      'retention',
    ],
  ],
  collects: [
    [{ collects: [item, { id: 'f', words: { en: 'files' } }] }, 'new item: files', 'collects'],
    [{ collects: [] }, 'item is now: Not stated (before: messages)', 'collects'],
  ],
  toolKind: [
    [
      { toolKind: 'iframe' },
      'kind of tool is now: Embedded page (iframe) (before: Script)',
      'toolKind',
    ],
  ],
  identifies: [
    [{ identifies: true }, 'identification of persons is now: Yes (before: No)', 'identifies'],
  ],
  purposes: [
    [
      { purposes: { ...chat.purposes, site: { en: 'Sales', ko: '답변' } } },
      'purpose of this site is now: Sales (before: Answers)',
      'purposes',
    ],
  ],
  refusal: [
    [
      { refusal: {} },
      'way or effect of refusing is now: Not stated (before: https://chat.example/no)',
      'refusal',
    ],
  ],
  addresses: [
    [
      { addresses: ['chat.example', 'talk.example'] },
      'new address that receives data: talk.example',
      'addresses',
    ],
  ],
  cookies: [[{ cookies: [] }, 'no longer cookie: chat', 'cookies']],
  storage: [[{ storage: [{ name: 'key' }] }, 'new key in local storage: key', 'storage']],
  databases: [[{ databases: [{ name: 'base' }] }, 'new database: base', 'databases']],
  necessary: [
    [
      { category: undefined, necessary: { en: 'You stay signed in' } },
      'purpose you are asked about is now: Strictly necessary (before: support)',
      'category',
    ],
  ],
  isBehavioural: [
    [
      { isBehavioural: false },
      'collection of behavioral information is now: No (before: Yes)',
      'isBehavioural',
    ],
  ],
}
const RECIPIENT: Cases<Recipient> = {
  country: [
    [
      ofRecipient({ country: 'US' }),
      'country (Chat Inc.) is now: USA (before: Germany)',
      'country',
    ],
  ],
  contact: [
    [
      ofRecipient({ contact: 'Berlin' }),
      'contact or privacy policy (Chat Inc.) is now: Berlin (before: Berlin, mailto:chat@host.example)',
      'contact',
    ],
  ],
  policyUrl: [
    [
      ofRecipient({ policyUrl: undefined }),
      'no longer contact or privacy policy (Chat Inc.): https://chat.example/privacy',
      'contact',
    ],
  ],
  relation: [
    [
      ofRecipient({ relation: 'third-party' }),
      'relation of the recipient (Chat Inc.) is now: Provision to third parties (before: Processing on behalf of this site)',
      'relation',
    ],
  ],
  transfer: [
    [
      ofRecipient({ transfer: { ...transfer, basis: 'certified' } }),
      'legal basis of the transfer (Chat Inc.) is now: Certification of the recipient (before: Your consent)',
      'basis',
    ],
  ],
  purpose: [
    [
      ofRecipient({ purpose: undefined }),
      'purpose (Chat Inc.) is now: Service (before: Answers for the site)',
      'purpose',
    ],
  ],
  retention: [
    [
      ofRecipient({ retention: 'not-stated' }),
      'retention (Chat Inc.) is now: Not stated (before: 1 day)',
      'retention',
    ],
  ],
  subprocessors: [
    [
      ofRecipient({ subprocessors: ['Cloud Inc.', 'Host Inc.'] }),
      'new company that works for the recipient (Chat Inc.): Host Inc.',
      'subprocessors',
    ],
  ],
}
const TRANSFER: Cases<Transfer> = {
  basis: RECIPIENT.transfer,
  when: [
    [
      ofRecipient({ transfer: { ...transfer, when: { en: 'Always' } } }),
      'time or method of the transfer (Chat Inc.) is now: Always (before: When you write)',
      'transfer',
    ],
  ],
  how: [
    [
      ofRecipient({ transfer: { ...transfer, how: undefined } }),
      'no longer time or method of the transfer (Chat Inc.): Encrypted',
      'transfer',
    ],
  ],
}
const RETENTION: Cases<Retention> = {
  seconds: [
    [
      ofRetention({ seconds: 3600 }),
      'retention (Chat Inc.) is now: 1 hour (before: 1 day)',
      'retention',
    ],
  ],
  until: [
    [
      ofRetention({ seconds: undefined, until: { en: 'Exit' } }),
      'retention (Chat Inc.) is now: Exit (before: 1 day)',
      'retention',
    ],
  ],
  words: [
    [
      ofRetention({ words: { en: 'some time' } }),
      'retention (Chat Inc.) is now: some time (before: a day)',
      'retention',
    ],
  ],
  afterwards: [
    [
      ofRetention({ afterwards: { en: 'Sold' } }),
      'retention (Chat Inc.) is now: Sold (before: Deleted)',
      'retention',
    ],
  ],
}
const STORED: Cases<Stored> = {
  purpose: [
    [
      ofCookie({ purpose: { en: 'Sales' } }),
      'purpose (chat) is now: Sales (before: Finds your chat)',
      'purpose',
    ],
  ],
  seconds: [
    [
      ofCookie({ seconds: 'until-deleted' }),
      'lifetime (chat) is now: Until deleted (before: 1 day)',
      'seconds',
    ],
  ],
  isRenewed: [
    [
      ofCookie({ isRenewed: true }),
      'lifetime that begins again at each visit (chat) is now: Yes (before: No)',
      'isRenewed',
    ],
  ],
  party: [
    [
      ofCookie({ party: 'third' }),
      'kind of cookie (chat) is now: Cookie of another site (before: Cookie of this site)',
      'party',
    ],
  ],
  setBy: [
    [
      ofCookie({ setBy: 'Talk Inc.' }),
      'party that sets it (chat) is now: Talk Inc. (before: Chat Inc.)',
      'setBy',
    ],
  ],
}
const REFUSAL: Cases<Refusal> = {
  link: [
    [
      { refusal: { ...refusal, link: 'https://chat.example/never' } },
      'way or effect of refusing is now: https://chat.example/never (before: https://chat.example/no)',
      'refusal',
    ],
  ],
  words: [
    [
      { refusal: { ...refusal, words: { en: 'Call us' } } },
      'way or effect of refusing is now: Call us (before: Write to us)',
      'refusal',
    ],
  ],
  effect: [
    [
      { refusal: { ...refusal, effect: { en: 'A slow chat' } } },
      'way or effect of refusing is now: A slow chat (before: No chat)',
      'refusal',
    ],
  ],
}
const CASES = Object.entries({ SERVICE, RECIPIENT, TRANSFER, RETENTION, STORED, REFUSAL }).flatMap(
  ([type, cases]) =>
    Object.entries(cases).flatMap(([property, list]) =>
      (list as readonly Case[]).map(one => [`${type.toLowerCase()}.${property}`, ...one] as const),
    ),
)

const listIn = async (language: string, earlier: Inventory, later: Inventory) => {
  const { changes, words, stored } = await loadInventoryWords(language)
  const [, ...texts] = toTexts(changesList(changesIn(earlier, later), changes, words, stored))
  return texts
}

test.each(CASES)(
  '%s, changed alone, gives another hash, and is named by changesIn and in the list of each language, also after JSON and back',
  async (_, changed, sentence, kind) => {
    const later = after(changed)
    expect(changesIn(before, later)).toContainEqual(expect.objectContaining({ kind }))
    expect(await listIn('en', before, later)).toContain(`Chat: ${sentence}`)
    expect(changesIn(JSON.parse(JSON.stringify(before)), later)).toEqual(changesIn(before, later))
    const [first, other] = await Promise.all(
      [before, later].map(({ services }) => hashesOf(services, ['ko'])),
    )
    expect(other?.hash).not.toBe(first?.hash)
    expect(other?.wordsHashes).not.toEqual(first?.wordsHashes)
    expect(changesIn(later, before).map(({ kind }) => kind)).toContain(kind)
    for (const language of ['ko', 'ja']) {
      const { changes } = await loadInventoryWords(language)
      const texts = await listIn(language, before, later)
      expect(texts.join()).toContain(changes.facts[kind as 'collects'])
      expect(texts.join()).not.toMatch(/[{}]|undefined/)
    }
  },
)

test('nothing has changed after another order of services, recipients, items, cookies and addresses', async () => {
  const lists = {
    recipients: [recipient, { company: 'Talk Inc.' }],
    collects: [item, { id: 'files' }],
    cookies: [cookie, { name: 'other', seconds: 'session' }],
    addresses: ['a.example', 'b.example'],
  } satisfies Partial<InventoryService>
  const reversed = Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, [...list].reverse()]),
  )
  const [one, other] = [
    { ...chat, ...lists },
    { ...chat, ...reversed },
  ]
  const video = { ...chat, name: 'Video' }
  const [earlier, later] = [inventory(one, video), inventory(video, other)]
  expect(changesIn(earlier, later)).toEqual([])
  expect(await listIn('ko', earlier, later)).toEqual(['변경된 내용이 없습니다.'])
})

const purpose = (site: Texts) => after({ purposes: { ...chat.purposes, site } })
test.each<[string, Inventory, Inventory, Change['change'][], string]>([
  [
    'a corrected translation',
    before,
    purpose({ en: 'Answers', ko: '상담' }),
    ['reworded'],
    'Chat: other wording for purpose of this site: Answers',
  ],
  [
    'other words with the same id',
    purpose({ 'x-id': 'answers', en: 'Answers' }),
    purpose({ 'x-id': 'answers', en: 'Replies' }),
    ['reworded'],
    'Chat: other wording for purpose of this site: Replies (before: Answers)',
  ],
  [
    'the same words with another id, in a language that visitors of the page do not read',
    purpose({ 'x-id': 'answers', ko: '답변' }),
    purpose({ 'x-id': 'sales', ko: '답변' }),
    ['changed'],
    'Chat: purpose of this site is now: Not stated',
  ],
  [
    'words of a page that loads one language',
    before,
    purpose({ ko: '답변' }),
    [],
    'Nothing has changed.',
  ],
])('%s', async (_, earlier, later, found, sentence) => {
  expect(changesIn(earlier, later).map(({ change }) => change)).toEqual(found)
  expect(await listIn('en', earlier, later)).toEqual([sentence])
  expect(newIn(earlier, later).map(({ change }) => change)).toEqual(
    found.filter(change => change !== 'reworded'),
  )
})

/** Returns a value with other Korean texts. */
const inOtherWords = (value: unknown): unknown =>
  typeof value !== 'object' || value === null
    ? value
    : Array.isArray(value)
      ? value.map(inOtherWords)
      : Object.fromEntries(
          Object.entries(value).map(([key, inner]) => [
            key,
            key === 'ko' ? `${inner}.` : inOtherWords(inner),
          ]),
        )

test('other texts in a language that is not declared first all count as reworded, and keep the hash of the facts', async () => {
  const later = inOtherWords(before) as Inventory
  const changes = changesIn(before, later)
  expect(new Set(changes.map(({ change }) => change))).toEqual(new Set(['reworded']))
  // The purpose and the retention of the service do not count beside those of its recipient.
  const texts = JSON.stringify(before).match(/"ko"/g)?.length
  expect(changes).toHaveLength((texts ?? 0) - 3)
  const [first, other] = await Promise.all(
    [before, later].map(({ services }) => hashesOf(services, ['en', 'ko'])),
  )
  expect(other?.hash).toBe(first?.hash)
  expect(other?.wordsHashes?.['en']).toBe(first?.wordsHashes?.['en'])
  expect(other?.wordsHashes?.['ko']).not.toBe(first?.wordsHashes?.['ko'])
})

test('for a service that is new or gone visitors read its name alone, and each of its facts counts', async () => {
  const later = inventory(chat, { ...chat, name: 'Talk', recipients: 'not-stated', collects: [] })
  expect(await listIn('en', before, later)).toEqual(['New service: Talk'])
  expect(await listIn('ko', later, before)).toEqual(['이용 중단: Talk'])
  expect(newIn(before, later).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['name', 'category', 'purposes', 'addresses', 'cookies']),
  )
  expect(newIn(later, before)).toEqual([])
})

const WIDENS: readonly (readonly [string, Partial<InventoryService>, Change['kind'][]])[] = [
  ['a relation to a third party', ofRecipient({ relation: 'third-party' }), ['relation']],
  ['a relation no longer stated', ofRecipient({ relation: undefined }), ['relation']],
  [
    'consent in place of another basis',
    ofRecipient({ transfer: { ...transfer, basis: 'law' } }),
    ['basis'],
  ],
  ['a country', ofRecipient({ country: 'US' }), ['country']],
  ['a contact', ofRecipient({ contact: 'Bonn' }), []],
  ['a contact no longer stated', ofRecipient({ contact: undefined }), ['contact']],
  [
    'a method no longer stated',
    ofRecipient({ transfer: { ...transfer, how: undefined } }),
    ['transfer'],
  ],
  ['a way to refuse no longer stated', { refusal: { ...refusal, words: undefined } }, ['refusal']],
  ['another way to refuse', { refusal: { ...refusal, words: { en: 'Call' } } }, []],
  ['a person identified', { identifies: true }, ['identifies']],
  ['a tool no longer stated', { toolKind: undefined }, ['toolKind']],
  ['a longer cookie', ofCookie({ seconds: 86_401 }), ['seconds']],
  ['a shorter cookie', ofCookie({ seconds: 'session' }), []],
  ['a new cookie', { cookies: [cookie, { name: 'new', seconds: 60 }] }, ['cookies']],
  ['a new address', { addresses: ['chat.example', 'a.example'] }, ['addresses']],
  ['an item', { collects: [item, { id: 'f' }] }, ['collects']],
  ['recipients no longer stated', { recipients: 'not-stated' }, ['recipients']],
  ['a longer retention', ofRetention({ seconds: 86_401 }), ['retention']],
  ['a shorter retention', ofRetention({ seconds: 86_399 }), []],
  ['another end', ofRetention({ seconds: undefined, until: { en: 'Exit' } }), ['retention']],
  ['another purpose of consent', { category: 'sales' }, ['category']],
  [
    'optional to necessary',
    { category: undefined, necessary: { en: 'Sign-in' } },
    ['category', 'necessary'],
  ],
  ['a removed item and address', { collects: [{ id: 'messages' }], addresses: [] }, []],
]
test.each(WIDENS)('newIn returns of %s only what widens', (_, changed, kinds) => {
  const found = newIn(before, after(changed)).map(({ kind }) => kind)
  expect(found.filter(kind => kinds.includes(kind))).toEqual(kinds)
  if (!kinds[0]) expect(found).toEqual([])
  expect(changesIn(before, after(changed))).not.toEqual([])
})

test('necessary to optional, and a third party to a processor, are changes that widen nothing', () => {
  const wide = after({
    ...{ category: undefined, necessary: { en: 'Sign-in' }, identifies: true },
    ...ofRecipient({ relation: 'third-party' }),
  })
  expect(newIn(wide, before)).toEqual([])
  expect(changesIn(wide, before)).toHaveLength(4)
})

test('nothing is new under another version of the policy, which asks again', () => {
  const later = { ...after({ category: 'marketing' }), policy: { version: '2' } }
  expect(newIn(before, later)).toEqual([])
})

test('an inventory of version 0.1 is compared under its own names', () => {
  const { addresses, databases, recipients, ...rest } = chat
  const transfers = { ...transfer, basis: 'disclosed' }
  const old = { ...rest, match: addresses, recipients: [{ ...recipient, transfer: transfers }] }
  const earlier = {
    policy: { version: '1' },
    services: [old, { ...old, name: 'Ads', withoutGrant: true }],
  }
  const later = after(ofRecipient({ transfer: { ...transfer, basis: 'contract' } }))
  expect(changesIn(earlier, later).filter(({ service }) => service === 'Chat')).toEqual([])
  expect(changesIn(earlier, inventory({ ...chat, name: 'Ads' })).map(({ kind }) => kind)).toContain(
    'withoutGrant',
  )
})
