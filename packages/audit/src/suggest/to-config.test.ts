// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are sources

import { expect, test } from 'vitest'
import { SAMPLE_INVENTORY, sampleSeen } from '../../test/support/sample-seen.ts'
import { suggestionsIn } from './suggestions-in.ts'
import { toConfig } from './to-config.ts'

const SEEN = sampleSeen('')

test('writes presets, declarations with what was seen, and TODO', () => {
  expect(toConfig(suggestionsIn(SEEN, undefined), SEEN, undefined)).toMatchInlineSnapshot(`
    "// Written by consent-audit on 2026-11-28 from what it saw on
    //   https://www.moonlight-books.example/
    //   https://moonlight-books.example/checkout
    // The audit cannot know what a service is for. Complete each TODO, and check each category.
    import { defineConsent, service } from '@spaceone/consent'
    import { googleAnalytics, metaPixel, naverAnalytics } from '@spaceone/consent/services'

    export default defineConsent({
      language: '', // the page's
      policy: {
        version: 'TODO: the version of the policy in force',
        url: 'TODO: the address of the policy',
      },
      categories: {
        analytics: {
          services: [
            googleAnalytics({ id: 'G-7XK2M9QWPL' }),
            // TODO: the id of 'NAVER Analytics', which was not seen.
            naverAnalytics({ id: 'TODO' }),
          ],
        },
        marketing: {
          services: [
            metaPixel({ id: '582910447123' }),
          ],
        },
        media: {
          services: [
            service({
              name: 'Google Fonts',
              // TODO: the country, the relation and a contact of the recipient.
              recipients: { company: 'Google' },
              // TODO: how long the data is kept, such as { seconds: 90 * 86_400 }.
              retention: 'not-stated',
              // TODO: what is collected, and what for.
              purposes: { site: { en: 'TODO' } },
              addresses: ['fonts.gstatic.com'],
              cookies: [],
              start() {
                // TODO: load the service. It runs only after the grant.
              },
              stop() {},
            }),
          ],
        },
      },
      services: [
        service({
          name: 'TODO: this site',
          // For a sign-in, session() of @spaceone/consent/services has the words.
          necessary: { en: 'TODO: why the site cannot do without it, else list it in a category' },
          recipients: [],
          // TODO: how long the data is kept, such as { seconds: 90 * 86_400 }.
          retention: 'not-stated',
          // TODO: what is collected, and what for.
          addresses: [],
          cookies: [
            { name: 'session', seconds: 'session' },
          ],
          storage: ['recently-viewed'],
          start() {},
          stop() {},
        }),
      ],
      // TODO: the purposes in words. Delete the languages that the site does not have.
      texts: {
        en: { banner: { purposes: { media: 'TODO' } } },
        ko: { banner: { purposes: { media: 'TODO' } } },
        ja: { banner: { purposes: { media: 'TODO' } } },
      },
    })
    "
  `)
})

test('leaves out what the inventory declares', () => {
  expect(suggestionsIn(SEEN, SAMPLE_INVENTORY).map(({ name }) => name)).toMatchInlineSnapshot(`
    [
      "Google Fonts",
      "",
    ]
  `)
})

test('says what a declared service lacks, and does not declare it twice', () => {
  const [first, ...services] = SAMPLE_INVENTORY.services.slice(1)
  const lacks = { ...SAMPLE_INVENTORY, services: [{ ...first, cookies: [] }, ...services] as never }
  const suggestions = suggestionsIn(SEEN, lacks).filter(({ name }) => name === 'Google Analytics')
  expect(suggestions).toMatchObject([{ isDeclared: true, addresses: [] }])
  expect(toConfig(suggestions, SEEN, lacks)).not.toContain('googleAnalytics')
})

test('what a page has chosen stays a text', () => {
  const hostile = {
    ...{ name: "a'}) //\\", company: '\n\u2028process.exit()', category: 'analytics' },
    ...{ preset: undefined, isDeclared: false, addresses: ["'`${1}"], cookies: [], databases: [] },
    storage: ['*/ \r\u202e'],
  }
  const text = toConfig([hostile], SEEN, undefined)
  expect(text).toContain("name: 'a\\'}) //\\\\',")
  expect(text).toContain("company: '\\u000a\\u2028process.exit()'")
  expect(text).toContain("addresses: ['\\'`${1}'],")
  expect(text).toContain("storage: ['*/ \\u000d\\u202e'],")
})

test('a preset whose options only a person can give has a call to complete', () => {
  const ads = {
    ...{ name: 'Yahoo! JAPAN Ads', company: undefined, category: 'marketing', isDeclared: false },
    ...{ addresses: ['b92.yahoo.co.jp'], cookies: [], storage: [], databases: [] },
    preset: { call: 'yahooTag', needsId: false, id: undefined },
  }
  const text = toConfig([ads], SEEN, undefined)
  expect(text).toContain('// TODO: your ids.')
  expect(text).toContain("yahooTag({ searchId: 'TODO', displayId: 'TODO' }),")
})

test('writes lifetimes in days where they are days but for a minute, and at most two years', () => {
  const cookies = [
    { name: 'a', seconds: 90 * 86_400 - 30 },
    { name: 'b', seconds: 86_400 },
    { name: 'c', seconds: 1800.4 },
    { name: 'd', seconds: 99_999_999 },
    { name: 'e', seconds: undefined },
  ]
  const chat = {
    ...{ name: 'Chat', company: undefined, category: 'support', preset: undefined },
    ...{ isDeclared: false, addresses: ['chat.example'], storage: [], databases: ['chat'] },
  }
  const text = toConfig([{ ...chat, cookies }], SEEN, undefined)
  expect(text.match(/seconds: [^}]+(?= },)/g)).toEqual([
    ...['seconds: 90 * 86_400', 'seconds: 86_400', 'seconds: 1800', 'seconds: 730 * 86_400'],
    "seconds: 'session'",
  ])
  expect(text).toContain("databases: ['chat'],")
})
