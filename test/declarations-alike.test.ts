import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { toConfig } from '../packages/audit/src/suggest/to-config.ts'
import { declarationText } from '../packages/consent/src/inspect/declaration-text.ts'
import { complaints } from './support/complaints.ts'

const GLOBAL = fileURLToPath(
  new URL('../packages/consent/dist/script/consent.d.ts', import.meta.url),
)
const HOSTS = ['cdn.chat.test', 'chat.test']
const NOTHING = {
  ...{ company: undefined, preset: undefined, isDeclared: false },
  ...{ addresses: [], cookies: [], databases: [] },
}
const written = (cookies: readonly string[], isTag: boolean) =>
  declarationText(
    [
      {
        ...{ domain: 'chat.test', hosts: new Set(HOSTS), cookies: new Set(cookies) },
        keys: new Set(['chat']),
      },
      { domain: '', hosts: new Set(), cookies: new Set(cookies), keys: new Set(['seen']) },
    ],
    { address: 'https://shop.test/', day: '2026-12-01', category: 'support', isTag },
  )

/** Returns the lines of the declarations in a source, without their indentation. */
const declarations = (source: string) =>
  (source.replace(/^ +/gm, '').match(/^service\(\{$.*?^\}\),$/gms) ?? []).map(one =>
    one.split('\n'),
  )

test('the inspector declares what it let through in the words of the audit', () => {
  const audit = toConfig(
    [
      { ...NOTHING, name: 'chat.test', category: 'support', addresses: HOSTS, storage: ['chat'] },
      { ...NOTHING, name: '', category: undefined, storage: ['seen'] },
    ],
    { pages: [], began: '2026-12-01' },
    undefined,
  )
  // In the audit's file a category lists the service.
  const [chat = [], own] = declarations(written([], false))
  expect(chat.splice(2, 2)).toEqual(['// TODO: check the category.', "category: 'support',"])
  expect([chat, own]).toEqual(declarations(audit))
})

test('the declarations compile as entries of services, in a configuration and in a call', () => {
  expect(
    complaints(
      `import { defineConsent, service } from '@spaceone/consent'
      export default defineConsent({
        policy: { version: '1' },
        categories: { support: {} },
        services: [${written(['chat_id'], false)}],
      })`,
      `/// <reference path="${GLOBAL}" />
      spaceoneConsent({ services: [${written(['chat_id'], true)}] })
      export {}`,
    ),
  ).toEqual([])
})
