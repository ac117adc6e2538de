import { expect } from '@playwright/test'
import { test } from '../support/visitor.ts'

/** The functions of a service, as source text. */
const CODE = `{
  start() { (window.noted ??= []).push(this.name); document.cookie = 'chat_id=1' },
  stop() {},
}`

/** What a site declares: a service of advertising, a chat and a video. */
const DECLARED = `[
  {
    name: 'Google Ads', category: 'marketing', addresses: ['ads.test'], cookies: [],
    recipients: [{ company: 'Google LLC', country: 'US' }], retention: 'not-stated',
    ...${CODE},
  },
  {
    name: 'Chat', category: 'support', addresses: ['chat.test'],
    recipients: { company: 'Chat Inc.', country: 'DE', transfer: { basis: 'consent' } },
    collects: [{ id: 'messages', words: { en: 'messages', ko: '메시지', ja: 'メッセージ' } }],
    purposes: {
      site: { en: 'Answers', ko: '문의 응대', ja: '回答' },
      recipient: { en: 'Running the chat', ko: '상담 운영', ja: 'チャットの運営' },
    },
    retention: { seconds: 90 * 86400 },
    cookies: [{ name: 'chat_id', purpose: { en: 'Finds your chat' }, seconds: 'session' }],
    ...${CODE},
  },
  {
    name: 'Video', category: 'media', addresses: ['video.test'], cookies: [], ...${CODE},
    recipients: 'not-stated', retention: 'not-stated',
  },
]`

/** Declarations with mistakes: missing facts and words, and contradictory cookies and reasons. */
const MISTAKEN = `[
  {
    name: 'Chat', category: 'support', addresses: ['chat.test'], ...${CODE},
    cookies: [{ name: 'chat_id', seconds: 60 }], purposes: { site: { en: 'Answers' } },
  },
  {
    name: 'Video', category: 'media', addresses: ['video.test'], ...${CODE},
    recipients: 'not-stated', retention: 'not-stated',
    cookies: [{ name: 'chat_id', seconds: 90 }], necessary: { en: 'Films', ko: '영상' },
  },
]`

/** For each way to import the SDK, a function that makes the page's options from declarations. */
const WAYS = {
  'script tag': (services: string) => ({ options: `{ services: ${services} }` }),
  npm: (services: string) => ({
    way: 'npm' as const,
    categories: `(list => ({
      analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] },
      ...Object.fromEntries(list.map(({ category }) => [
        category, { services: list.filter(one => one.category === category).map(service) },
      ])),
    }))(${services})`,
  }),
}

const BODY = `
  <iframe data-consent="media/Video" data-src="https://video.test/" title="Video"></iframe>
  <div data-consent-section="transfers"><p>Without JavaScript</p></div>
  <div data-consent-section="cookies" data-compare-with="/missing.json"></div>`

for (const [name, way] of Object.entries(WAYS)) {
  test(`${name}: a page with Analytics, Ads, a chat and a video asks with a text that names all four, and its policy is drawn from them`, async ({
    visitor,
    page,
  }) => {
    await visitor.opens({ ...way(DECLARED), body: BODY })
    const { banner } = visitor
    await expect(banner).toContainText('(Google Analytics)')
    expect([(await visitor.notes()) ?? [], await visitor.cookies()]).toEqual([[], []])
    await banner.locator('summary').click()
    const details = banner.locator('details')
    await expect(details.locator('h3')).toHaveText([
      ...['Google Analytics', 'Google Ads', 'Chat', 'Video'],
    ])
    await expect(details).toContainText('Chat Inc. (Germany)')
    await expect(details).toContainText('messages')
    await expect(details).toContainText('90 days')
    for (const answer of ['#reject-all', '#accept-all'])
      await expect(banner.locator(answer)).toBeInViewport({ ratio: 1 })

    await test.step('a section is a table of all recipients abroad, as cards where its columns would be narrow', async () => {
      const transfers = page.locator('[data-consent-section=transfers]')
      await expect(transfers.getByRole('rowheader')).toHaveText([
        ...['Google Analytics', 'Google Ads', 'Chat', 'Video'],
      ])
      await expect(transfers).not.toContainText('Without JavaScript')
      await expect(transfers.getByRole('columnheader')).toHaveCount(9)
      await page.setViewportSize({ width: 712, height: 640 })
      await expect(transfers.getByRole('columnheader')).toHaveCount(0)
      await expect(page.getByRole('columnheader', { name: 'Purpose' }).first()).toBeVisible()
      await page.setViewportSize({ width: 320, height: 640 })
      // Firefox's scroll bar takes a part of the width.
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(320)
      const cookies = page.locator('[data-consent-section=cookies]')
      await expect(cookies.getByRole('rowheader', { name: 'chat_id' })).toBeVisible()
      await expect.poll(() => `${visitor.warnings}`).toContain('/missing.json')
    })

    await test.step('a grant starts what has code, and a withdrawal sweeps what the rows name', async () => {
      await visitor.accepts()
      await expect.poll(visitor.notes).toEqual(['Google Ads', 'Chat', 'Video'])
      await expect(page.frameLocator('iframe').locator('html')).toBeAttached()
      await page.evaluate(() => window.spaceoneConsent.rejectAll())
      expect(await page.evaluate(() => document.cookie)).not.toContain('chat_id')
    })
  })

  test(`${name}: a mistake in a declaration costs a fact, but no service and no answer; with the tag, the console names each mistake once`, async ({
    visitor,
    page,
  }) => {
    await visitor.opens({ ...way(MISTAKEN), body: '<div data-consent-cookies></div>' })
    const { banner } = visitor
    await banner.locator('summary').click()
    await expect(banner.locator('h3')).toHaveText(['Google Analytics', 'Chat', 'Video'])
    await expect(banner.locator('details')).toContainText('Not stated')
    const rows = page.locator('[data-consent-cookies]').getByRole('rowheader')
    await expect(rows.filter({ hasText: 'chat_id' })).toHaveCount(2)
    for (const language of ['ko', 'en', 'ko']) await visitor.setsLanguage(language)
    await expect(banner).toContainText('명시되지 않음')
    expect([(await visitor.notes()) ?? [], await visitor.cookies()]).toEqual([[], []])
    const named = visitor.warnings.map(text => text.replace(/^\S+ \S+ | Expected.*/g, ''))
    expect(named.sort()).toEqual(
      name === 'npm'
        ? []
        : [
            ...['Chat.purposes.site.ko is missing.', 'Chat.recipients is missing.'],
            ...['Chat.retention is missing.', 'Video.category is "media".'],
            'Video.cookies["chat_id"].seconds is "90".',
          ],
    )
    await visitor.accepts()
    await expect.poll(visitor.notes).toEqual(['Chat', 'Video'])
    expect(visitor.errors).toEqual([])
  })
}

/** Facts about Google Analytics, one of them misspelt, as each way in writes them. */
const FACTS = `retention: { seconds: 60 * 86400 }, identifys: false`
const WITH_FACTS = {
  'script tag': { options: `{ services: [{ name: 'Google Analytics', ${FACTS} }] }` },
  npm: {
    way: 'npm' as const,
    categories: `{ analytics: { services: [
      googleAnalytics({ id: 'G-TEST123', facts: { ${FACTS} } }),
    ] } }`,
  },
}

for (const [name, options] of Object.entries(WITH_FACTS))
  test(`${name}: facts about Google Analytics are in banner and section, and the tag is blocked as without facts`, async ({
    visitor,
    page,
  }) => {
    await visitor.opens({ ...options, body: BODY })
    await visitor.banner.locator('summary').click()
    await expect(visitor.banner.locator('details')).toContainText(/60 days|2 months/)
    await expect(visitor.banner.locator('details')).not.toContainText('14 months')
    await expect(page.locator('[data-consent-section=transfers]')).toContainText(/60 days|2 months/)
    expect(await visitor.cookies()).toEqual([])
    if (name === 'npm') return
    await expect
      .poll(() => `${visitor.warnings}`)
      .toContain('Google Analytics.identifys is unknown. Did you mean identifies?')
  })

/** Declarations of a site whose author has read another document, by what is wrong in each. */
const MISWRITTEN = `[
  {
    name: 'Chat', category: 'support', addresses: ['chat.test'], cookies: 'chat_id', onStop() {},
    recipients: [{ company: 'Chat Inc.', relation: 'procesor', transfer: { basis: 'consnet' } }],
    retention: { days: 90 }, purposes: { site: 'Answers' }, collects: [{ id: 'messages' }],
    toolKind: 'Script', refusal: { efect: { en: 'No chat' } },
  },
  {
    name: 'Video', category: 'media', adresses: ['video.test'], cookie: ['vid'], necessary: true,
    recipients: 'not-stated', retention: { seconds: 90 * 86400000 },
  },
  {
    name: 'Video', category: 'media', addresses: [], cookies: [],
    recipients: [null], retention: 'not-stated',
  },
  { name: 'Google Analytics', category: 'analytics', addresses: [], cookies: [] },
]`

/** Returns what a warning says is wrong: its first sentences, before what was expected. */
const wrong = (warning: string) => warning.replace(/^\[.*?\] | Expected.*/g, '')

test('with the script tag, the console names each miswritten property of a call and of a declaration by its path, with what was meant; nothing runs before the choice [5]', {
  tag: '@firefox',
}, async ({ visitor }) => {
  await visitor.opens({ options: `{ text: { en: {} }, services: ${MISWRITTEN} }` })
  await expect(visitor.banner).toBeVisible()
  expect([visitor.requests(), await visitor.cookies()]).toEqual([[], []])
  await expect
    .poll(() => visitor.warnings.map(wrong).sort())
    .toEqual(
      [
        'spaceoneConsent().text is unknown. Did you mean texts?',
        'Chat.cookies is "chat_id".',
        'Chat.onStop is unknown.',
        'Chat.recipients[0].relation is "procesor".',
        'Chat.recipients[0].transfer.basis is "consnet".',
        'Chat.retention.seconds is missing.',
        'Chat.retention.days is unknown.',
        'Chat.purposes.site is "Answers".',
        'Chat.toolKind is "Script".',
        'Chat.refusal.efect is unknown. Did you mean effect?',
        'Video.category is "media".',
        'Video.adresses is unknown. Did you mean addresses?',
        'Video.cookie is unknown. Did you mean cookies?',
        'Video.necessary is "true".',
        'Video.retention.seconds is "7776000000".',
        'Video.name is "Video".',
        'Video.recipients[0] is missing.',
        'Google Analytics.name is "Google Analytics".',
      ].sort(),
    )
  expect(visitor.errors).toEqual([])
})

for (const [about, service, first] of [
  ['a category', "name: 'Chat', categroy: 'support'", 'services[0]'],
  ['a reason in words', "name: 'Login', necessary: true", 'Login'],
] as const)
  test(`a declaration without ${about} keeps the page from asking, nothing runs, and the console says where [5]`, async ({
    visitor,
  }) => {
    const facts = "addresses: ['chat.test'], cookies: [], recipients: [], retention: 'not-stated'"
    await visitor.opens({ options: `{ services: [{ ${service}, ${facts} }] }` })
    await expect.poll(() => visitor.warnings.length).toBeGreaterThan(1)
    expect((await visitor.state()).status).toBe('restricted')
    expect(visitor.requests()).toEqual([])
    const named = visitor.warnings.map(wrong)
    expect(named[0]).toContain('consent.js stopped with the error beside this sentence.')
    expect(named.slice(1)).toEqual(
      first === 'Login'
        ? ['Login.necessary is "true".']
        : ['Chat.necessary is missing.', 'Chat.categroy is unknown. Did you mean category?'],
    )
  })

test('the console names markup of another library, unknown attributes, an unknown section and an inline banner without its element; a page without mistakes loads no explanations [5]', {
  tag: '@firefox',
}, async ({ visitor, page: tab }) => {
  const explanations = () => visitor.site.files.filter(file => file === 'explain.js')
  const page = (section: string, rest: string) =>
    `<div data-consent-section="${section}"></div><a href="#" data-consent-open>Cookies</a>${rest}`
  await tab.clock.install()
  const declared = DECLARED.replace("purpose: { en: 'Finds your chat' }, ", '')
  await visitor.opens({
    ...WAYS['script tag'](declared),
    attributes: 'data-position="inline"',
    body: page('transfers', '<div data-consent-banner></div><p data-compare-with></p>'),
  })
  await expect(visitor.banner).toBeVisible()
  await expect(visitor.blocks.drawn).toHaveCount(1)
  // The search begins one second after the load.
  await tab.clock.runFor(2000)
  expect([explanations(), visitor.warnings]).toEqual([[], []])

  await visitor.opens({
    ...WAYS['script tag'](declared),
    attributes: 'data-position="inline"',
    body: page(
      'transfer',
      `<p data-consent-statsu data-consent-forms></p>
      <script type="text/plain" data-category="analytics">noted = ['run']</script>`,
    ),
  })
  await expect(visitor.banner).toBeVisible()
  await tab.clock.runFor(2000)
  await expect
    .poll(() => visitor.warnings.map(wrong).sort())
    .toEqual([
      'A script with type="text/plain" has data-category="analytics", the markup of another library, such as vanilla-cookieconsent.',
      'The position of the banner is "inline", and the page has no element with data-consent-banner.',
      'data-consent-forms is unknown. The attribute is ignored. See dist/script/docs/README.md#the-script-tag-in-full',
      'data-consent-section is "transfer". Did you mean transfers?',
      'data-consent-statsu is unknown. Did you mean data-consent-status? The attribute is ignored. See dist/script/docs/README.md#the-script-tag-in-full',
    ])
  expect(await visitor.notes()).toBeUndefined()
})
