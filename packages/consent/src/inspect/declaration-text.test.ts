import { expect, test } from 'vitest'
import { declarationText } from './declaration-text.ts'

const CHAT = {
  domain: 'chat.test',
  hosts: new Set(['cdn.chat.test', 'chat.test']),
  cookies: new Set(['_chat']),
  keys: new Set(['chat-open']),
}
const OWN = { domain: '', hosts: new Set<string>(), cookies: new Set(['cart']), keys: new Set([]) }
const PAGE = { address: 'https://www.shop.test/', day: '2026-12-01', category: 'support' }

test('writes a declaration for each service, and one for what the site itself stores', () => {
  expect(declarationText([CHAT, OWN], { ...PAGE, isTag: false })).toMatchInlineSnapshot(`
    "// Written by the inspector on 2026-12-01 from what it let through without a rule on
    //   https://www.shop.test/
    // The inspector cannot know what a service is for. Complete each TODO, and check each category.
    // consent-audit --suggest also finds presets, and the lifetimes of cookies.
    // For services of consent.config.ts, with import { service } from '@spaceone/consent'.
    service({
      name: 'chat.test',
      // TODO: check the category.
      category: 'support',
      // TODO: the country, the relation and a contact of the recipient.
      recipients: 'not-stated',
      // TODO: how long the data is kept, such as { seconds: 90 * 86_400 }.
      retention: 'not-stated',
      // TODO: what is collected, and what for.
      purposes: { site: { en: 'TODO' } },
      addresses: ['cdn.chat.test', 'chat.test'],
      // TODO: the lifetimes, such as { name: 'a', seconds: 86_400 }.
      cookies: ['_chat'],
      storage: ['chat-open'],
      start() {
        // TODO: load the service. It runs only after the grant.
      },
      stop() {},
    }),
    service({
      name: 'TODO: this site',
      // For a sign-in, session() of @spaceone/consent/services has the words.
      necessary: { en: 'TODO: why the site cannot do without it, else list it in a category' },
      recipients: [],
      // TODO: how long the data is kept, such as { seconds: 90 * 86_400 }.
      retention: 'not-stated',
      // TODO: what is collected, and what for.
      addresses: [],
      // TODO: the lifetimes, such as { name: 'a', seconds: 86_400 }.
      cookies: ['cart'],
      start() {},
      stop() {},
    }),
    "
  `)
})

test('with the script tag, each declaration is an object that a call of spaceoneConsent takes', () => {
  const text = declarationText([CHAT, OWN], { ...PAGE, isTag: true })
  expect(text).toContain('// For spaceoneConsent({ services: [ … ] });')
  expect(text.match(/^[^/ ].*$/gm)).toEqual(['{', '},', '{', '},'])
})

test('a name that the page has chosen stays a text', () => {
  const cookies = new Set([`a'}) //\\`, '\u2028process.exit()', '\u202e', '🍪'])
  const text = declarationText([{ ...OWN, cookies }], { ...PAGE, isTag: true })
  expect(text).toContain(
    String.raw`cookies: ['a\'}) //\\', '\u{2028}process.exit()', '\u{202e}', '🍪'],`,
  )
})
