import { expect, test } from 'vitest'
import type { SectionName } from '../words/sections-text.ts'
import { complete, type Declared } from './complete.ts'
import { GOOGLE, GOOGLE_COOKIES } from './google-rules.ts'
import { loadInventoryWords, loadServiceTextss } from './load-inventory-words.ts'
import { sectionOf } from './section-of.ts'

const tables = await loadServiceTextss(['en'])
const { sections: words, stored } = await loadInventoryWords('en')

const chat: Declared = {
  name: 'Chat',
  category: 'support',
  recipients: {
    company: 'Chat Inc.',
    country: 'DE',
    contact: 'mailto:privacy@chat.example',
    policyUrl: 'https://chat.example/privacy',
    relation: 'third-party',
    transfer: { basis: 'contract', when: { en: 'When you open the chat' } },
  },
  retention: { until: { en: 'The chat ends' }, afterwards: { en: 'Deleted' } },
  collects: [
    { id: 'messages', words: { en: 'messages' } },
    { id: 'id', words: { en: 'an ID ({cookies})' } },
  ],
  toolKind: 'iframe',
  identifies: true,
  purposes: { site: { en: 'Answers' }, recipient: { en: 'Running the chat' } },
  refusal: { link: 'https://chat.example/refuse', words: { en: 'Refuse at Chat Inc.' } },
  addresses: ['*.chat.example', 'https://cdn.example/chat/', '/chat/'],
  cookies: ['chat_*', { name: 'chat_id', purpose: { en: 'Finds the chat' }, seconds: 'session' }],
  storage: [{ name: 'chat', seconds: 'until-deleted', party: 'third', setBy: 'Chat' }],
}
const site: Declared = {
  name: 'Own statistics',
  category: 'analytics',
  recipients: [],
  retention: { seconds: 90 },
}
const login: Declared = {
  name: 'Login',
  necessary: { en: 'You stay signed in.' },
  cookies: ['sid'],
}

/** Returns a list of a section's captions and rows; a row is a list of the texts of its cells. */
const rowsOf = (name: SectionName, ...declared: Declared[]) => {
  const services = declared.map(one => complete(one, tables))
  const inventory = { policy: { version: '1', effective: '2024-01-18' }, services }
  return sectionOf(name, inventory, { words, stored }).tables.flatMap(({ caption, rows }) => [
    ...(caption ? [`# ${caption}`] : []),
    ...rows.map(cells =>
      cells.map(lines => lines.map(({ text, link }) => (link ? `<${text}>` : text)).join('; ')),
    ),
  ])
}

test('cookies: every service has a table, a necessary one first names its reason', () => {
  const cookies = ['_gid', '_ga_*', 'x_ga']
  const rows = rowsOf('cookies', login, chat, {
    ...{ name: 'Google Analytics', recipients: GOOGLE, cookies },
  })
  const [OURS, ANALYTICS] = ['Cookie of this site', 'This site, for Google LLC']
  expect(rows.map(row => [row].flat().join(' | '))).toEqual([
    '# Login (Strictly necessary)',
    `sid | ${OURS} | Not stated | Not stated | Login`,
    '# Chat',
    `chat_* | ${OURS} | Not stated | Not stated | This site, for Chat Inc.`,
    `chat_id | ${OURS} | Finds the chat | Until the browser is closed | This site, for Chat Inc.`,
    'chat | Local storage | Not stated | Until deleted | Chat',
    '# Google Analytics',
    `_ga_* | ${OURS} | Keeps a visit together | 13 months after the last visit | ${ANALYTICS}`,
    `x_ga | ${OURS} | Tells visitors apart in order to count them | 13 months | ${ANALYTICS}`,
  ])
})

const REFUSE = 'Choose “Reject” when asked, or withdraw at any time in “Cookie settings”'
const EFFECT = 'The service then does not run; you can still use this site'
const COMPANY = 'Chat Inc. (Germany); <privacy@chat.example>; <Privacy policy>'
const ITEMS = 'messages, an ID (chat_*, chat_id)'
const KEPT = 'The chat ends; Deleted'
const NOT_STATED = 'Not stated'

test.each<[SectionName, readonly unknown[]]>([
  [
    'behavioural',
    [
      [
        ...['Chat', COMPANY, 'Embedded page (iframe)', ITEMS, 'Answers; Running the chat', KEPT],
        ...['Yes', `${REFUSE}; <Refuse at Chat Inc.>`],
      ],
      [
        ...['Own statistics', 'Only this site', NOT_STATED, NOT_STATED, NOT_STATED, '90 seconds'],
        ...[NOT_STATED, REFUSE],
      ],
      ['Script alone', ...Array(6).fill(NOT_STATED), REFUSE],
    ],
  ],
  [
    'transfers',
    [
      [
        ...['Chat', 'Chat Inc.; <privacy@chat.example>; <Privacy policy>', 'Germany'],
        ...['Disclosure in the privacy policy', 'When you open the chat', ITEMS],
        ...['Running the chat', KEPT, `${REFUSE}; <Refuse at Chat Inc.>; ${EFFECT}`],
      ],
      ['Script alone', ...Array(7).fill(NOT_STATED), `${REFUSE}; ${EFFECT}`],
      ['Login', ...Array(7).fill(NOT_STATED), 'Strictly necessary; You stay signed in.'],
    ],
  ],
  [
    'recipients',
    [
      '# Provision to third parties',
      [COMPANY, 'Chat', 'Running the chat', ITEMS, KEPT],
      '# Recipients whose relation is not stated',
      [NOT_STATED, 'Script alone', NOT_STATED, NOT_STATED, NOT_STATED],
      [NOT_STATED, 'Login', NOT_STATED, NOT_STATED, NOT_STATED],
    ],
  ],
  [
    'external-transmission',
    [
      [
        ...['Chat', `${COMPANY}; chat.example, cdn.example`, ITEMS, 'Answers'],
        ...['Running the chat', `${REFUSE}; <Refuse at Chat Inc.>`],
      ],
      ['Script alone', ...Array(4).fill(NOT_STATED), REFUSE],
    ],
  ],
])(
  '%s: every fact of a declaration has its cell, and what is missing is not stated',
  (name, rows) => {
    expect(rowsOf(name, chat, site, { name: 'Script alone' }, login)).toEqual(rows)
  },
)

test('a transfer of data that identify nobody is listed with the words “as far as this is personal information”', () => {
  const cells = rowsOf('transfers', { name: 'Google Analytics', cookies: GOOGLE_COOKIES })[0]
  expect(cells?.[5]).toMatch(/_ga, _ga_\*\); As far as this is personal information$/)
})

test('a service with a category is optional, as in the gate, also where it gives a reason', () => {
  const both = { ...login, category: 'support' }
  expect(rowsOf('cookies', both)[0]).toBe('# Login')
  expect(rowsOf('behavioural', both)).toHaveLength(1)
})

test('what Google’s services do is true of every site', () => {
  const analytics = { name: 'Google Analytics', cookies: GOOGLE_COOKIES }
  const [row] = rowsOf('behavioural', analytics)
  expect(row?.[3]).toMatch(
    /^pages viewed, page title, referring page, .* screen size, network addr/,
  )
  expect(row?.[4]).toMatch(/Providing the statistics to this site$/)
  expect(row?.[5]).toMatch(/^14 months; At most this long, as this site has set it/)
  expect(row?.[6]).toBe(
    'No: no name and no e-mail address; an identifier in a cookie tells browsers apart',
  )
  expect(rowsOf('behavioural', { name: 'Firebase Analytics' })[0]?.[2]).toBe('Script')
  expect(rowsOf('behavioural', { name: 'Google Tag Manager' })[0]?.[3]).not.toContain('pages')
  const [hosts] = rowsOf('external-transmission', analytics)
  expect(hosts?.[1]).toContain('google.com and its domains of other countries')
})

test('a period of whole years of 365 days is in years', () => {
  const retention = { seconds: 5 * 365 * 86_400 }
  expect(rowsOf('behavioural', { name: 'Chat', retention })[0]?.[5]).toBe('5 years')
})

test('a recipient in Korea is no transfer, unless the site declares one', () => {
  const recipients = { company: 'Seoul Inc.', country: 'KR' }
  const abroad = { ...recipients, transfer: { basis: 'consent' as const } }
  expect(rowsOf('transfers', { name: 'Map', recipients })).toEqual([])
  expect(rowsOf('transfers', { name: 'Map', recipients: abroad })).toHaveLength(1)
})
