import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runInventory } from './run-inventory.ts'
import { runNotices } from './run-notices.ts'
import { runPolicy } from './run-policy.ts'

const CONFIG = {
  policy: { version: '2024-01-18', url: { en: '/en', ko: '/ko' } },
  categories: {
    analytics: { services: [{ preset: 'clarity', id: 't7oy6y6059' }] },
    support: {},
  },
  services: [
    {
      ...{ name: 'Chat', category: 'support', addresses: ['chat.example'], cookies: ['chat'] },
      ...{ recipients: { company: 'Chat Inc.', country: 'US' }, retention: { seconds: 86_400 } },
      purposes: { site: { en: 'Answers', ko: '답변' }, recipient: { en: 'Service', ko: '서비스' } },
    },
  ],
}

let folder: string
let out: string
let config: string
const write = (value: unknown) => writeFileSync(config, JSON.stringify(value))
const read = (name: string) => JSON.parse(readFileSync(join(out, name), 'utf8'))
const args = () => ['--config', config, '--out', out]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consent-command-'))
  out = join(folder, 'public/consent')
  config = join(folder, 'consent.config.json')
  write(CONFIG)
})
afterEach(() => rmSync(folder, { recursive: true }))

test('inventory writes what the site collects, and keeps earlier inventories by version', async () => {
  expect(await runInventory(args())).toBe(0)
  expect(await runInventory(args())).toBe(0)
  expect(readdirSync(out).sort()).toEqual(['inventory.2024-01-18.json', 'inventory.json'])
  const first = read('inventory.json')
  expect(first.services.map(({ name }: { name: string }) => name)).toEqual([
    ...['SpaceONE Consent', 'Microsoft Clarity', 'Chat'],
  ])
  write({ ...CONFIG, policy: { ...CONFIG.policy, version: '2' } })
  expect(await runInventory(args())).toBe(0)
  expect(read('inventory.json').policy.version).toBe('2')
  expect(read('inventory.2.json')).toEqual(read('inventory.json'))
  expect(read('inventory.2024-01-18.json')).toEqual(first)
})

test('inventory keeps an inventory of the same version with other facts under its hash', async () => {
  await runInventory(args())
  const first = read('inventory.json')
  write({ ...CONFIG, services: [{ ...CONFIG.services[0], cookies: ['chat', 'chat_more'] }] })
  await runInventory(args())
  const kept = readdirSync(out).filter(name =>
    /^inventory\.2024-01-18\.[\w-]{22}\.json$/.test(name),
  )
  expect(kept.map(read)).toEqual([first])
  expect(read('inventory.2024-01-18.json')).not.toEqual(first)
})

test('inventory keeps each inventory that differs only in Korean words', async () => {
  const [chat] = CONFIG.services
  const texts = ['답변', '상담', '문의']
  for (const ko of texts) {
    write({
      ...CONFIG,
      services: [{ ...chat, purposes: { ...chat?.purposes, site: { en: 'Answers', ko } } }],
    })
    await runInventory(args())
  }
  const kept = readdirSync(out).map(name => JSON.stringify(read(name)))
  expect(texts.filter(ko => !kept.some(text => text.includes(ko)))).toEqual([])
})

test('inventory prints for each service what visitors read as "Not stated"', async () => {
  const printed = vi.spyOn(console, 'log').mockReturnValue()
  const id = '1e59756c-0ad9-4175-ab13-8dd1d5bfdad0'
  const support = { services: [{ preset: 'channelTalk', id }] }
  write({ ...CONFIG, categories: { ...CONFIG.categories, support } })
  expect(await runInventory(args())).toBe(0)
  expect(printed.mock.calls.flat().join('\n').split('\n')).toEqual([
    'Visitors read as "Not stated":',
    'Microsoft Clarity: identifies, recipients.country; state them in the option facts',
    'Channel Talk: recipients.country, recipients.transfer.basis, recipients.transfer, retention, cookies.seconds (ch-veil-id); state them in the option facts',
    'Chat: collects, toolKind, identifies, recipients.relation, recipients.transfer.basis, recipients.transfer, cookies.seconds (chat), cookies.purpose (chat); state them in the declaration',
  ])
})

test('notices keeps the notices that are there, and changes nothing if they are no table', async () => {
  await runNotices(args())
  const first = read('notices.json')
  write({ ...CONFIG, policy: { ...CONFIG.policy, version: '2' } })
  await runNotices(args())
  expect(read('notices.json')).toMatchObject(first)
  expect(Object.keys(read('notices.json')).length).toBe(2 * Object.keys(first).length)
  writeFileSync(join(out, 'notices.json'), '[')
  await expect(runNotices(args())).rejects.toThrow(/notices\.json is no JSON: .*Nothing is written/)
  expect(readFileSync(join(out, 'notices.json'), 'utf8')).toBe('[')
})

test('policy writes sections by name, language and format, and the same by version', async () => {
  expect(await runPolicy([...args(), '--section', 'cookies,recipients'])).toBe(0)
  const names = ['cookies', 'recipients'].flatMap(section =>
    ['en', 'ko'].flatMap(language => [
      `${section}.${language}.2024-01-18.html`,
      `${section}.${language}.html`,
    ]),
  )
  expect(readdirSync(out).sort()).toEqual(names)
  await runPolicy([...args(), '--language', 'ja', '--section', 'transfers', '--format', 'md,text'])
  expect(readFileSync(join(out, 'transfers.ja.md'), 'utf8')).toMatch(/^## /)
  expect(readFileSync(join(out, 'transfers.ja.txt'), 'utf8')).toContain('Chat Inc.')
})

test.each([
  [['--section', 'cookie'], /^--section is "cookie"\. Did you mean cookies\?/],
  [['--format', 'pdf'], /^--format is "pdf"\. Expected a list of html, md, text\./],
  [['--language', 'fr'], /^--language is "fr"\. Expected a list of en, ko, ja\./],
  [['--level', '9'], /^--level is "9"\. Expected a number from 1 to 5\./],
  [['--sections', 'cookies'], /^The option --sections is unknown\. Did you mean --section\?/],
  [['--out'], /--out/],
])('says in one sentence what is wrong with %j, and writes nothing', async (more, words) => {
  await expect(runPolicy([...args(), ...more])).rejects.toThrow(words)
  expect(existsSync(out)).toBe(false)
})

test('a configuration with mistakes is named with its codes, and nothing is written', async () => {
  const printed = vi.spyOn(console, 'error').mockReturnValue()
  const [chat] = CONFIG.services
  const purposes = { site: { en: 'Answers' }, recipient: { en: 'Service', ko: '서비스' } }
  write({ ...CONFIG, services: [{ ...chat, purposes, retention: 5 }] })
  for (const run of [runInventory, runNotices, runPolicy]) expect(await run(args())).toBe(1)
  expect(existsSync(out)).toBe(false)
  const lines = printed.mock.calls.flat().join('\n')
  expect(lines).toContain('missing-words Chat.purposes.site.ko is missing.')
  expect(lines).toContain('invalid-declaration Chat.retention is')
})
