import { expect, test } from 'vitest'
import type { Recipient, Refusal, Retention, Stored, Texts, Transfer } from '../declaration.ts'
import type { Inventory, InventoryService } from '../inventory.ts'
import { loadInventoryWords } from '../load-inventory-words.ts'
import { toTexts } from '../print/elements.ts'
import { type Change, changesIn, newIn } from './changes.ts'
import { changesList } from './changes-list.ts'
import { hashesOf } from './hash-of.ts'

const said = (en: string, ko: string): Texts => ({ en, ko })
const retention = {
  ...{ seconds: 86_400, words: said('a day', '하루'), afterwards: said('Deleted', '삭제') },
}
const transfer = {
  basis: 'consent',
  ...{ when: said('When you write', '작성 시'), how: said('Encrypted', '암호화') },
} as const
const recipient: Recipient<Texts> = {
  ...{ company: 'Chat Inc.', country: 'DE', contact: ['mailto:chat@host.example', 'Berlin'] },
  ...{ policyUrl: 'https://chat.example/privacy', relation: 'processor', transfer, retention },
  ...{ purpose: said('Answers for the site', '사이트 답변'), subprocessors: ['Cloud Inc.'] },
}
const refusal = {
  ...{ link: 'https://chat.example/no', words: said('Write to us', '문의') },
  effect: said('No chat', '채팅 불가'),
}
const cookie: Stored<Texts> = {
  ...{ name: 'chat', purpose: said('Finds your chat', '대화 식별'), seconds: 86_400 },
  ...{ isRenewed: false, party: 'first', setBy: 'Chat Inc.' },
}
const item = { id: 'messages', words: said('messages', '메시지') }
const chat: InventoryService = {
  ...{ name: 'Chat', category: 'support', recipients: [recipient], retention, collects: [item] },
  ...{ toolKind: 'script', identifies: false, refusal, addresses: ['chat.example'] },
  ...{ cookies: [cookie], storage: [], databases: [] },
  purposes: { site: said('Answers', '답변'), recipient: said('Service', '서비스') },
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

type Cases<Type> = Readonly<
  Record<Exclude<keyof Type, 'name' | 'company'>, readonly Partial<InventoryService>[]>
>

const SERVICE: Cases<InventoryService> = {
  category: [{ category: 'sales' }],
  withoutGrant: [{ withoutGrant: true }],
  recipients: [
    { recipients: [recipient, { company: 'Talk Inc.', country: 'US' }] },
    { recipients: 'not-stated' },
    { recipients: [] },
  ],
  retention: [
    { recipients: [], retention: { seconds: 172_800, afterwards: retention.afterwards } },
  ],
  collects: [{ collects: [item, { id: 'f', words: { en: 'files' } }] }, { collects: [] }],
  toolKind: [{ toolKind: 'iframe' }, { toolKind: undefined }],
  identifies: [{ identifies: true }],
  purposes: [{ purposes: { ...chat.purposes, site: { en: 'Sales', ko: '답변' } } }],
  refusal: [{ refusal: {} }],
  addresses: [{ addresses: ['chat.example', 'talk.example'] }, { addresses: [] }],
  cookies: [{ cookies: [] }, { cookies: [cookie, { name: 'new', seconds: 60 }] }],
  storage: [{ storage: [{ name: 'key' }] }],
  databases: [{ databases: [{ name: 'base' }] }],
  necessary: [{ category: undefined, necessary: { en: 'You stay signed in' } }],
  isBehavioural: [{ isBehavioural: false }],
}
const RECIPIENT: Cases<Recipient> = {
  country: [ofRecipient({ country: 'US' })],
  contact: [ofRecipient({ contact: 'Berlin' }), ofRecipient({ contact: undefined })],
  policyUrl: [ofRecipient({ policyUrl: undefined })],
  relation: [ofRecipient({ relation: 'third-party' }), ofRecipient({ relation: undefined })],
  transfer: [ofRecipient({ transfer: { ...transfer, basis: 'certified' } })],
  purpose: [ofRecipient({ purpose: undefined })],
  retention: [ofRecipient({ retention: 'not-stated' })],
  subprocessors: [ofRecipient({ subprocessors: ['Cloud Inc.', 'Host Inc.'] })],
}
const TRANSFER: Cases<Transfer> = {
  basis: [ofRecipient({ transfer: { ...transfer, basis: 'law' } })],
  when: [ofRecipient({ transfer: { ...transfer, when: { en: 'Always' } } })],
  how: [ofRecipient({ transfer: { ...transfer, how: undefined } })],
}
const RETENTION: Cases<Retention> = {
  seconds: [3600, 86_399, 86_401].map(seconds => ofRetention({ seconds })),
  until: [ofRetention({ seconds: undefined, until: { en: 'Exit' } })],
  words: [ofRetention({ words: { en: 'some time' } })],
  afterwards: [ofRetention({ afterwards: { en: 'Sold' } })],
}
const STORED: Cases<Stored> = {
  purpose: [ofCookie({ purpose: { en: 'Sales' } })],
  seconds: (['until-deleted', 'session', 86_401] as const).map(seconds => ofCookie({ seconds })),
  isRenewed: [ofCookie({ isRenewed: true })],
  party: [ofCookie({ party: 'third' })],
  setBy: [ofCookie({ setBy: 'Talk Inc.' })],
}
const REFUSAL: Cases<Refusal> = {
  link: [{ refusal: { ...refusal, link: 'https://chat.example/never' } }],
  words: [
    { refusal: { ...refusal, words: { en: 'Call us' } } },
    { refusal: { ...refusal, words: undefined } },
  ],
  effect: [{ refusal: { ...refusal, effect: { en: 'A slow chat' } } }],
}
const CASES = Object.entries({ SERVICE, RECIPIENT, TRANSFER, RETENTION, STORED, REFUSAL }).flatMap(
  ([type, cases]) =>
    Object.entries(cases).flatMap(([property, list]) =>
      (list as readonly Partial<InventoryService>[]).map(
        one => [`${type.toLowerCase()}.${property}`, one] as const,
      ),
    ),
)

const listIn = async (language: string, earlier: Inventory, later: Inventory) => {
  const { changes, words, stored } = await loadInventoryWords(language)
  const [, ...texts] = toTexts(changesList(changesIn(earlier, later), changes, words, stored))
  return texts
}

test.each(CASES)(
  '%s, changed alone, gives another hash, and is named by changesIn and in the list of each language, also after JSON and back',
  async (_, changed) => {
    const later = after(changed)
    const changes = changesIn(before, later)
    const kinds = (list: readonly Change[]) => new Set(list.map(({ kind }) => kind))
    expect(changes).not.toEqual([])
    expect(changesIn(JSON.parse(JSON.stringify(before)), later)).toEqual(changes)
    expect(kinds(changesIn(later, before))).toEqual(kinds(changes))
    const [first, other] = await Promise.all(
      [before, later].map(({ services }) => hashesOf(services, ['ko'])),
    )
    expect(other?.hash).not.toBe(first?.hash)
    expect(other?.wordsHashes).not.toEqual(first?.wordsHashes)
    for (const language of ['ko', 'ja']) {
      const { changes: words } = await loadInventoryWords(language)
      const texts = (await listIn(language, before, later)).join()
      expect(texts).toContain(words.facts[changes[0]?.kind as 'collects'])
      expect(texts).not.toMatch(/[{}]|undefined/)
    }
  },
)

// `npm run unit -- --update` writes the file. What `newIn` returns widens what a visitor allows.
test('what visitors read of each change, and what newIn returns of it, is as in printed-changes.txt', async () => {
  const texts = CASES.map(async ([name, changed]) => {
    const later = after(changed)
    const lines = await listIn('en', before, later)
    const widens = newIn(before, later).map(({ kind }) => kind)
    return `${[name, ...lines, `new: ${widens.join() || 'nothing'}`].join('\n  ')}\n`
  })
  await expect((await Promise.all(texts)).join('')).toMatchFileSnapshot('printed-changes.txt')
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

test('necessary to optional, a third party to a processor, and any change under another version of the policy, which asks again, widen nothing', () => {
  const wide = after({
    ...{ category: undefined, necessary: { en: 'Sign-in' }, identifies: true },
    ...ofRecipient({ relation: 'third-party' }),
  })
  expect(newIn(wide, before)).toEqual([])
  expect(changesIn(wide, before)).toHaveLength(4)
  const later = { ...after({ category: 'marketing' }), policy: { version: '2' } }
  expect(newIn(before, later)).toEqual([])
})
