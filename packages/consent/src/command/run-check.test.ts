import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CODES } from './check/findings.ts'
import { runCheck } from './run-check.ts'

const CHAT = {
  ...{ name: 'Chat', category: 'support', addresses: ['chat.example'], cookies: ['chat'] },
  ...{ recipients: [{ company: 'Chat Inc.', country: 'US' }], retention: { seconds: 86_400 } },
  purposes: {
    site: { en: 'Answers', ko: '답변', ja: '回答' },
    recipient: { en: 'Service', ko: '서비스', ja: 'サービス' },
  },
}
const CONFIG = {
  policy: { version: '1', url: { en: '/en', ko: '/ko', ja: '/ja' } },
  categories: {
    analytics: { services: [{ preset: 'clarity', id: 't7oy6y6059' }] },
    support: {},
  },
  services: [CHAT],
}

let folder: string
let config: string
let lock: string
let printed: string[]
const write = (value: object) => writeFileSync(config, JSON.stringify(value))
const change = (changed: object, policy: object = {}) =>
  write({
    ...CONFIG,
    policy: { ...CONFIG.policy, ...policy },
    services: [{ ...CHAT, ...changed }],
  })
const check = (...args: readonly string[]) => runCheck(['--config', config, ...args])
const checkJson = async () => {
  printed = []
  const code = await check('--json')
  const { findings, ...rest } = JSON.parse(printed.join('\n'))
  return { code, ...rest, codes: findings.map((one: { code: string }) => one.code), findings }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'consent-check-'))
  config = join(folder, 'consent.config.json')
  lock = join(folder, 'consent.lock.json')
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(console, 'log').mockImplementation(text => printed.push(text))
  printed = []
  write(CONFIG)
  await check('--write')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('an unchanged configuration has no findings', async () => {
  expect(await check()).toBe(0)
  expect(printed).toEqual(['Nothing has changed.'])
})

test('a harmless change is reported, and exits 0', async () => {
  const site = { ...CHAT.purposes.site, ko: '상담' }
  change({ purposes: { ...CHAT.purposes, site }, retention: { seconds: 3600 } })
  const { code, codes, needsMaterialVersion } = await checkJson()
  expect({ code, codes, needsMaterialVersion }).toEqual({
    ...{ code: 0, codes: ['reworded', 'other-fact'], needsMaterialVersion: false },
  })
})

test.each<[string, object, string[], RegExp]>([
  [
    'a new recipient',
    { recipients: [...CHAT.recipients, { company: 'Talk Inc.', country: 'DE' }] },
    ['new-recipient'],
    /^Chat: new recipient: Talk Inc\.$/,
  ],
  [
    'a longer retention',
    { retention: { seconds: 172_800 } },
    ['longer-retention'],
    /retention \(Chat Inc\.\) is now: 2 days \(before: 1 day\)\./,
  ],
  ['a cookie', { cookies: ['chat', 'chat_more'] }, ['new-cookie'], /new cookie: chat_more\./],
  ['a fact left out', { retention: 'not-stated' }, ['not-stated-now'], /retention/],
])('%s asks for a new material version', async (_, changed, codes, message) => {
  change(changed)
  const found = await checkJson()
  expect(found).toMatchObject({ code: 1, codes, needsMaterialVersion: true })
  expect(found.findings[0].message).toMatch(message)
})

test('a language that lacks words is named, and no lock is written', async () => {
  const before = readFileSync(lock, 'utf8')
  const { ja: _, ...site } = CHAT.purposes.site
  change({ purposes: { ...CHAT.purposes, site } })
  const { code, findings, needsMaterialVersion } = await checkJson()
  expect([code, needsMaterialVersion]).toEqual([1, false])
  expect(findings[0]).toMatchObject({
    ...{ code: 'missing-words', language: 'ja' },
    message: expect.stringMatching(/^Chat\.purposes\.site\.ja is missing\./),
  })
  expect(await check('--write')).toBe(1)
  expect(readFileSync(lock, 'utf8')).toBe(before)
})

test('facts of a preset that came with another version of the SDK are named as such', async () => {
  const locked = JSON.parse(readFileSync(lock, 'utf8'))
  locked.sdk = '0.0.9'
  const clarity = locked.inventory.services.find(
    ({ name }: { name: string }) => name === 'Microsoft Clarity',
  )
  clarity.retention.seconds -= 86_400
  writeFileSync(lock, JSON.stringify(locked))
  const { code, codes, findings } = await checkJson()
  expect([code, codes]).toEqual([1, ['longer-retention']])
  expect(findings[0].message).toMatch(
    /^Microsoft Clarity: .*our facts of version .*before: 0\.0\.9/,
  )
})

const version = (name: string, material: boolean) => ({
  ...{ version: name, effective: `2024-01-0${name}`, material },
})

test.each([
  ['a new version', { version: '2' }, 0],
  ['a material one', { version: '2', versions: [version('1', true), version('2', true)] }, 0],
  ['one that is not', { version: '2', versions: [version('1', true), version('2', false)] }, 1],
])('%s of the policy decides whether a wider use is a finding', async (_, policy, code) => {
  change({ cookies: ['chat', 'chat_more'] }, policy)
  const found = await checkJson()
  expect(found.code).toBe(code)
  expect(found.codes).toEqual(['new-cookie', 'new-version'])
})

test('a new service is one finding, without its parts', async () => {
  write({ ...CONFIG, services: [CHAT, { ...CHAT, name: 'Talk', cookies: ['talk'] }] })
  expect((await checkJson()).codes).toEqual(['new-service'])
})

test('annotations for GitHub have the file, the code, and escaped text', async () => {
  change({ cookies: ['chat', 'a%b,c:d'], retention: { seconds: 3600 } })
  expect(await check('--format', 'github')).toBe(1)
  const file = relative('.', config)
  expect(printed.join('\n')).toBe(
    [
      `::error file=${file},title=new-cookie::Chat: new cookie: a%25b,c:d.`,
      `::notice file=${file},title=other-fact::Chat: retention (Chat Inc.) is now: 1 hour (before: 1 day).`,
    ].join('\n'),
  )
})

test.each([
  ['a finding', { cookies: ['chat', 'chat_more'] }],
  ['a harmless change', { retention: { seconds: 3600 } }],
])('check --write does not ask to run itself after %s', async (_, changed) => {
  change(changed)
  await check()
  expect(printed.join('\n')).toMatch(/run check --write\.$/i)
  printed = []
  await check('--write')
  expect(printed.join('\n')).not.toContain('--write')
})

test('refuses two formats', async () => {
  await expect(check('--format', 'text,json')).rejects.toThrow(
    /^--format is "text,json"\. Expected one of text, json, github\./,
  )
})

test('writes the lock, so that the next check finds nothing', async () => {
  change({ cookies: ['chat', 'chat_more'] })
  expect(await check('--write')).toBe(0)
  expect(printed.join('\n')).toContain('new-cookie')
  printed = []
  expect(await check()).toBe(0)
  expect(printed).toEqual(['Nothing has changed.'])
})

test('says in one sentence which lock cannot be used', async () => {
  writeFileSync(lock, JSON.stringify({ lockVersion: 2, sdk: '9.0.0' }))
  const newer = /lockVersion 2, written by version 9\.0\.0.*Update @spaceone\/consent\./
  await expect(check()).rejects.toThrow(newer)
  await expect(check('--write')).rejects.toThrow(newer)
  writeFileSync(lock, '{}')
  await expect(check()).rejects.toThrow(/is no lock: .*Delete the file, then run check --write\./)
  rmSync(lock)
  await expect(check()).rejects.toThrow(/^There is no .*Run check --write, and commit the file\.$/)
  expect(existsSync(lock)).toBe(false)
})

test('each code has a form that scripts can compare', () => {
  for (const code of Object.values(CODES)) expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/)
})
