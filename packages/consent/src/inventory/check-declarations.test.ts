import { expect, test } from 'vitest'
import { checkDeclarations } from './check-declarations.ts'
import type { Declared } from './complete.ts'
import type { Words } from './declaration.ts'
import { faultValues } from './fault-values.ts'

const chat: Declared<Words> = {
  name: 'Chat',
  category: 'support',
  recipients: {
    ...{ company: 'Chat Inc.', country: 'US', relation: 'processor', contact: ['a@chat.example'] },
    transfer: { basis: 'consent', when: { en: 'At once', ko: '즉시' } },
  },
  retention: { seconds: 60 },
  addresses: [
    ...['*.chat.example', 'chat.example/widget?id=1', '/chat', 'https://chat.example:8080/'],
    '*?chat=1&v=2*',
  ],
  purposes: { site: { en: 'Answers', ko: '답변' }, recipient: async () => ({ en: 'Chat' }) },
  cookies: ['chat_*', { name: 'chat', seconds: 60, party: 'first', isRenewed: true }],
  storage: [{ name: 'chat', seconds: 'until-deleted' }],
  databases: ['chat'],
  toolKind: 'script',
  identifies: false,
  refusal: { link: 'https://chat.example/no' },
}

const LOGIN = { en: 'Login', ko: '로그인' }
const DAY = 86_400

/** Returns the mistakes in declarations of any form. */
const faultsIn = (...services: readonly unknown[]) =>
  checkDeclarations(services as readonly Declared<Words>[])

/** A name, properties to change, and the paths and values of the mistakes. */
type Case = [about: string, changed: Record<string, unknown>, ...found: string[]]

test.each<Case>([
  ['no mistake', {}],
  ['no recipient', { recipients: undefined }, 'recipients: undefined'],
  ['no retention', { retention: undefined }, 'retention: undefined'],
  ['both not stated on purpose', { recipients: 'not-stated', retention: 'not-stated' }],
  ['only the site as a recipient', { recipients: [] }],
  ['a company without a name', { recipients: [{ company: '' }] }, 'recipients[0].company: '],
  [
    'a country in words',
    { recipients: [{ company: 'C', country: 'Korea' }] },
    'recipients[0].country: Korea',
  ],
  [
    'a misspelt relation',
    { recipients: { company: 'C', relation: 'procesor' } },
    'recipients.relation: procesor',
  ],
  ['a recipient as text', { recipients: 'Chat Inc.' }, 'recipients: Chat Inc.'],
  [
    'a transfer without a basis',
    { recipients: { company: 'C', transfer: {} } },
    'recipients.transfer.basis: undefined',
  ],
  ['a negative time', { retention: { seconds: -1 } }, 'retention.seconds: -1'],
  [
    'a time in days',
    { retention: { days: 90 } },
    'retention.seconds: undefined',
    'retention.days: 90',
  ],
  ['a time without a unit', { retention: 90 }, 'retention: 90'],
  ['five years', { retention: { seconds: 5 * 366 * DAY } }],
  [
    'a time in milliseconds',
    { retention: { seconds: 90 * DAY * 1000 } },
    'retention.seconds: 7776000000',
  ],
  [
    'a day in milliseconds',
    { cookies: [{ name: 'a', seconds: DAY * 1000 }] },
    'cookies[0].seconds: 86400000',
  ],
  ['a time as text', { storage: [{ name: 'a', seconds: '60' }] }, 'storage[0].seconds: 60'],
  ['no host', { addresses: ['chat example', '*'] }, 'addresses[0]: chat example', 'match[1]: *'],
  ['a host that is no list', { addresses: 'chat.example' }, 'addresses: chat.example'],
  ['a cookie that is no list', { cookies: 'vid' }, 'cookies: vid'],
  ['a row without a name', { cookies: [{ seconds: 60 }] }, 'cookies[0].name: undefined'],
  ['an item that is no list', { collects: { id: 'messages' } }, 'collects: [object Object]'],
  [
    'a language without words',
    { collects: [{ id: 'messages', words: { en: 'messages' } }] },
    'collects[0].words.ko: undefined',
  ],
  [
    'plain strings for words',
    { purposes: { site: 'Answers' }, retention: { until: 'the end' } },
    'retention.until: the end',
    'purposes.site: Answers',
  ],
  ['a number for a text', { purposes: { site: { en: 5, ko: '답변' } } }, 'purposes.site.en: 5'],
  ['an unknown kind of tool', { toolKind: 'Script' }, 'toolKind: Script'],
  ['yes for true', { identifies: 'yes' }, 'identifies: yes'],
  ['text for code', { start: 'openChat()' }, 'start: openChat()'],
  [
    'unknown properties',
    { cookie: ['vid'], matches: ['vid.example'], onStop: 1, refusal: { links: 1 } },
    'refusal.links: 1',
    'cookie: vid',
    'matches: vid.example',
    'onStop: 1',
  ],
  ['a necessary service without a reason', { category: undefined }, 'necessary: undefined'],
  [
    'a necessary service with true for a reason',
    { category: undefined, necessary: true },
    'necessary: true',
  ],
  ['a reason beside a category', { necessary: LOGIN }, 'category: support'],
])('%s is found with its path and value', (_, changed, ...faults) => {
  const found = faultsIn({ ...chat, ...changed }).map(([path, value]) => `${path}: ${value}`)
  expect(found).toEqual(faults.map(fault => `Chat.${fault}`))
})

test('a service without a name is found by its place, and a second service of a name by the name, unless the name is that of a service that the SDK knows', () => {
  const analytics = { name: 'Google Analytics', category: 'analytics' }
  const { name, ...nameless } = chat
  const found = faultsIn(chat, analytics, analytics, { ...nameless, nmae: name }, chat)
  expect(found.map(([path, , about]) => [path, about])).toEqual([
    ['services[3].name', 'name'],
    ['services[3].nmae', 'unknown'],
    ['Chat.name', 'twice'],
  ])
})

/** Returns what the console says about the mistakes. */
const saidOf = (...services: readonly unknown[]) => faultsIn(...services).map(faultValues)

test('a cookie that two services declare with other lifetimes is found', () => {
  const other = { ...chat, name: 'Talk', cookies: [{ name: 'chat', seconds: 90 }, 'chat_*'] }
  expect(saidOf(chat, other)).toEqual([
    [
      'Talk.cookies["chat"].seconds',
      90,
      '60, the lifetime that Chat declares',
      'Visitors read both.',
    ],
  ])
})

test('the entries of the SDK complete a service of the same name, and texts in a further language of the site are checked', () => {
  const analytics = { name: 'Google Analytics', category: 'analytics' }
  expect(checkDeclarations([analytics], ['fr'])).toEqual([])
  expect(checkDeclarations([chat], ['fr']).map(faultValues)).toEqual([
    ['Chat.recipients.transfer.when.fr', undefined, 'a text', undefined],
    ['Chat.purposes.site.fr', undefined, 'a text', undefined],
  ])
})

test('an unknown property is named with those that its object may have, and each mistake with what was expected', () => {
  const found = saidOf({ ...chat, refusal: { links: 1 }, toolKind: 'Script', addresses: ['*'] })
  expect(found).toEqual([
    [
      'Chat.addresses[0]',
      '*',
      expect.stringContaining('"chat.example"'),
      'The service stays blocked.',
    ],
    ['Chat.toolKind', 'Script', '"script", "pixel", "iframe" or "app-sdk"', undefined],
    ['Chat.refusal.links', 1, ['link', 'words']],
  ])
})
