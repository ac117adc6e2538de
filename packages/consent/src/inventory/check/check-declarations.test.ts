import { expect, test } from 'vitest'
import type { Declared, Recipient } from '../declaration.ts'
import { checkDeclarations } from './check-declarations.ts'
import { faultValues } from './fault-values.ts'

const chat: Declared = {
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

const faultsIn = (...services: readonly unknown[]) =>
  checkDeclarations(services as readonly Declared[])

type Case = [changed: Record<string, unknown>, ...found: string[]]

test.each<Case>([
  [{}],
  [{ recipients: undefined }, 'recipients: undefined'],
  [{ retention: undefined }, 'retention: undefined'],
  [{ recipients: 'not-stated', retention: 'not-stated' }],
  [{ recipients: [] }],
  [{ recipients: [{ company: '' }] }, 'recipients[0].company: '],
  [{ recipients: [{ company: 'C', country: 'Korea' }] }, 'recipients[0].country: Korea'],
  [{ recipients: { company: 'C', relation: 'procesor' } }, 'recipients.relation: procesor'],
  [{ recipients: 'Chat Inc.' }, 'recipients: Chat Inc.'],
  [{ recipients: [null] }, 'recipients[0]: null'],
  [{ recipients: ['not-stated'] }, 'recipients[0]: not-stated'],
  [{ recipients: null }, 'recipients: null'],
  [
    { recipients: { company: 'C', transfer: { basis: 'consnet' } } },
    'recipients.transfer.basis: consnet',
  ],
  [
    {
      recipients: [
        {
          ...{ company: 'C', purpose: 'Chat', retention: { days: 90 } },
          subprocessors: [{ company: 'Cloud Inc.' }],
        },
      ],
    },
    'recipients[0].purpose: Chat',
    'recipients[0].retention.seconds: undefined',
    'recipients[0].retention.days: 90',
    'recipients[0].subprocessors[0]: [object Object]',
  ],
  [
    { recipients: { company: 'C', subprocessors: 'Cloud Inc.' } },
    'recipients.subprocessors: Cloud Inc.',
  ],
  [
    {
      retention: { seconds: 60, words: 'A minute' },
      refusal: { effect: 'No chat' },
      isBehavioural: 'no',
    },
    'retention.words: A minute',
    'refusal.effect: No chat',
    'isBehavioural: no',
  ],
  [
    {
      recipients: {
        ...{ company: 'C', relation: 'collects-itself', transfer: { basis: 'equivalent' } },
        ...{ purpose: LOGIN, retention: 'not-stated', subprocessors: ['Cloud Inc.'] },
      },
      retention: { seconds: 60, words: LOGIN, afterwards: LOGIN },
      ...{ refusal: { effect: LOGIN }, isBehavioural: false },
    },
  ],
  [
    {
      recipients: { company: 'C', contry: 'US', transfer: { basis: 'law', were: 1 } },
      ...{ collects: [{ id: 'a', word: 1 }], cookies: [{ name: 'a', second: 1 }] },
    },
    'recipients.contry: US',
    'recipients.transfer.were: 1',
    'cookies[0].second: 1',
    'collects[0].word: 1',
  ],
  [{ recipients: { company: 'C', transfer: {} } }, 'recipients.transfer.basis: undefined'],
  [{ retention: { seconds: -1 } }, 'retention.seconds: -1'],
  [{ retention: { days: 90 } }, 'retention.seconds: undefined', 'retention.days: 90'],
  [{ retention: 90 }, 'retention: 90'],
  [{ retention: { seconds: 5 * 366 * DAY } }],
  [{ retention: { seconds: 90 * DAY * 1000 } }, 'retention.seconds: 7776000000'],
  [{ cookies: [{ name: 'a', seconds: DAY * 1000 }] }, 'cookies[0].seconds: 86400000'],
  [{ storage: [{ name: 'a', seconds: '60' }] }, 'storage[0].seconds: 60'],
  [{ addresses: ['chat example', '*'] }, 'addresses[0]: chat example', 'addresses[1]: *'],
  [{ addresses: 'chat.example' }, 'addresses: chat.example'],
  [{ cookies: 'vid' }, 'cookies: vid'],
  [{ cookies: [{ seconds: 60 }] }, 'cookies[0].name: undefined'],
  [{ collects: { id: 'messages' } }, 'collects: [object Object]'],
  [
    { collects: [{ id: 'messages', words: { en: 'messages' } }] },
    'collects[0].words.ko: undefined',
  ],
  // The id of texts is no language that other texts need to have.
  [{ collects: [{ id: 'messages', words: { ...LOGIN, 'x-id': 'messages' } }] }],
  [
    { purposes: { site: 'Answers' }, retention: { until: 'the end' } },
    'retention.until: the end',
    'purposes.site: Answers',
  ],
  [{ purposes: { site: { en: 5, ko: '답변' } } }, 'purposes.site.en: 5'],
  [{ toolKind: 'Script' }, 'toolKind: Script'],
  [{ identifies: 'yes' }, 'identifies: yes'],
  [{ start: 'openChat()' }, 'start: openChat()'],
  [
    { cookie: ['vid'], matches: ['vid.example'], onStop: 1, refusal: { links: 1 } },
    'refusal.links: 1',
    'cookie: vid',
    'matches: vid.example',
    'onStop: 1',
  ],
  [{ category: undefined }, 'necessary: undefined'],
  [{ category: undefined, necessary: true }, 'necessary: true'],
  [{ necessary: LOGIN }, 'category: support'],
])('in a service with %o: each mistake is found with its path and value', (changed, ...faults) => {
  const found = faultsIn({ ...chat, ...changed }).map(([path, value]) => `${path}: ${value}`)
  expect(found).toEqual(faults.map(fault => `Chat.${fault}`))
})

const kindsIn = (...services: readonly unknown[]) =>
  faultsIn(...services).map(([path, , about]) => [path, about])

test('a service without a name is found by its place, a second service of a name by the name, and a value that is no service by its place', () => {
  const { name, ...nameless } = chat
  expect(kindsIn(chat, { ...nameless, nmae: name }, chat)).toEqual([
    ['services[1].name', 'name'],
    ['services[1].nmae', 'unknown'],
    ['Chat.name', 'twice'],
  ])
  expect(kindsIn(null, 'Chat').map(([path]) => path)).toContain('services[0].name')
})

const analytics = { name: 'Google Analytics', category: 'analytics' }
const tag = { ...analytics, isInvalid: false, start() {}, stop() {} }

const NECESSARY = { ...analytics, category: undefined, necessary: LOGIN }

test.each<[about: string, services: readonly unknown[], isMistake: boolean]>([
  ['two tags, each with an id of its own', [tag, tag], false],
  ['a declaration in place of the tag', [analytics], false],
  ['a declaration beside the tag', [tag, analytics], true],
  ['a declaration with a reason beside the tag', [NECESSARY, tag], true],
  ['two declarations', [analytics, analytics], true],
])('for a service of Google, %s: a mistake is named', (_, services, isMistake) => {
  expect(kindsIn(...services)).toEqual(isMistake ? [['Google Analytics.name', 'known']] : [])
})

test('two presets of one name are a mistake', () => {
  const hotjar = { ...tag, name: 'Hotjar', entry: {}, id: '1' }
  expect(kindsIn(hotjar, { ...hotjar, id: '2' })).toEqual([['Hotjar.name', 'known']])
})

test('the facts of a service of Google are checked as all others', () => {
  const facts = { retension: { seconds: 60 }, retention: { seconds: '60' }, toolKind: 'Script' }
  expect(kindsIn({ ...tag, ...facts })).toEqual([
    ['Google Analytics.retension', 'unknown'],
    ['Google Analytics.retention.seconds', 'seconds'],
    ['Google Analytics.toolKind', 'toolKind'],
  ])
})

const JA = { en: 'a', ja: 'a', ko: 'a' }

test.each<[about: string, changed: object, isMissing: boolean]>([
  ['without a purpose', {}, true],
  [
    'one of two without a purpose',
    { recipients: [{ company: 'A', purpose: JA }, { company: 'B' }] },
    true,
  ],
  ['with a purpose of its own', { recipients: { company: 'A', purpose: JA } }, false],
  ['of a service that states the purpose', { purposes: { recipient: JA } }, false],
  ['of a service with words in Japanese', { collects: [{ id: 'a', words: JA }] }, true],
  ['of a service of Google, whose purpose our entry has', { name: 'Google Ads' }, false],
  ['of a necessary service, which the law exempts', { category: undefined, necessary: JA }, false],
  ['that is not stated on purpose', { recipients: 'not-stated' }, false],
])(
  'on a site in Japanese, a recipient %s: the missing purpose is named',
  (_, changed, isMissing) => {
    const { transfer, ...recipient } = chat.recipients as Recipient
    const service = { ...chat, purposes: {}, recipients: recipient, ...changed }
    const find = (...languages: string[]) =>
      checkDeclarations([service] as readonly Declared[], languages)
    expect(find('ja').map(([path]) => path)).toEqual(isMissing ? ['Chat.purposes.recipient'] : [])
    expect(find('ko').length).toBe(JSON.stringify(service).includes('"ja"') && isMissing ? 1 : 0)
  },
)

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

test('our entry completes a service of the same name, and texts in a further language of the site are checked', () => {
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
    ['Chat.refusal.links', 1, ['link', 'words', 'effect']],
  ])
})
