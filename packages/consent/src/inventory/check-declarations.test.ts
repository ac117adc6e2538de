import { expect, test } from 'vitest'
import { checkDeclarations } from './check-declarations.ts'
import type { Declared } from './complete.ts'
import type { Words } from './declaration.ts'

const chat: Declared<Words> = {
  name: 'Chat',
  category: 'support',
  recipients: { company: 'Chat Inc.', country: 'US' },
  retention: { seconds: 60 },
  match: ['*.chat.example', 'chat.example/widget?id=1', '/chat', 'https://chat.example:8080/'],
  purposes: { site: { en: 'Answers', ko: '답변' }, recipient: async () => ({ en: 'Chat' }) },
  cookies: ['chat_*', { name: 'chat', seconds: 60 }],
}

const LOGIN = { en: 'Login', ko: '로그인' }

test.each<[string, Partial<Declared<Words>>, string[]]>([
  ['no mistake', {}, []],
  ['no recipient', { recipients: undefined }, ['recipients: undefined']],
  ['no retention', { retention: undefined }, ['retention: undefined']],
  ['both not stated on purpose', { recipients: 'not-stated', retention: 'not-stated' }, []],
  ['a company without a name', { recipients: [{ company: '' }] }, ['recipients[0].company: ']],
  [
    'a country in words',
    { recipients: [{ company: 'Chat Inc.', country: 'Korea' }] },
    ['recipients[0].country: Korea'],
  ],
  ['a negative time', { retention: { seconds: -1 } }, ['retention.seconds: -1']],
  ['no host', { match: ['chat example', '*'] }, ['match[0]: chat example', 'match[1]: *']],
  [
    'a language without words',
    { collects: [{ id: 'messages', words: { en: 'messages' } }] },
    ['collects[0].words.ko: undefined'],
  ],
  ['a necessary service without a reason', { category: undefined }, ['necessary: undefined']],
  ['a reason beside a category', { necessary: LOGIN }, ['category: support']],
])('%s is found with its path and value', (_, changed, faults) => {
  const found = checkDeclarations([{ ...chat, ...changed }])
  expect(found.map(([path, value]) => `${path}: ${value}`)).toEqual(
    faults.map(fault => `Chat.${fault}`),
  )
})

test('a cookie that two services declare with other lifetimes is found', () => {
  const other = { ...chat, name: 'Talk', cookies: [{ name: 'chat', seconds: 90 }, 'chat_*'] }
  expect(checkDeclarations([chat, other])).toEqual([
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
  expect(checkDeclarations([chat], ['fr'])).toEqual([
    ['Chat.purposes.site.fr', undefined, 'a text'],
  ])
})
