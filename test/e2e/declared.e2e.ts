import { expect } from '@playwright/test'
import { test } from '../support/visitor.ts'

const CODE = `{
  start() { (window.noted ??= []).push(this.name); document.cookie = 'chat_id=1' },
  stop() {},
}`

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

/** Declarations with mistakes: missing facts and words, and names that differ by a letter. */
const MISTAKEN = `[
  {
    name: 'Chat', category: 'support', addresses: ['chat.test'], ...${CODE},
    cookies: [{ name: 'chat_id', seconds: 60 }], purposes: { site: { en: 'Answers' } },
  },
  {
    name: 'Video', category: 'media', adresses: ['video.test'], ...${CODE},
    recipients: 'not-stated', retention: 'not-stated',
    cookies: [{ name: 'chat_id', seconds: 90 }],
  },
]`

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
}

/** Returns what a warning says is wrong: its first sentences, before what was expected. */
const wrong = (warning: string) => warning.replace(/^\[.*?\] | Expected.*| See dist.*/g, '')

test('with the script tag, a mistake in a call, a declaration or the markup costs a fact, but no service and no answer, and the console names each mistake once [5]', async ({
  visitor,
  page,
}) => {
  const { banner, warnings } = visitor
  await page.clock.install()
  await visitor.opens({
    options: `{ text: { en: {} }, services: ${MISTAKEN} }`,
    attributes: 'data-position="inline"',
    body: `<div data-consent-cookies></div><div data-consent-section="transfer"></div>
      <a href="#" data-consent-open>Cookies</a><p data-consent-statsu data-consent-forms></p>
      <script type="text/plain" data-category="analytics">noted = ['run']</script>`,
  })
  await banner.locator('summary').click()
  await expect(banner.locator('h3')).toHaveText(['Google Analytics', 'Chat', 'Video'])
  await expect(banner.locator('details')).toContainText('Not stated')
  const rows = page.locator('[data-consent-cookies]').getByRole('rowheader')
  await expect(rows.filter({ hasText: 'chat_id' })).toHaveCount(2)
  for (const language of ['ko', 'en', 'ko']) await visitor.setsLanguage(language)
  await expect(banner).toContainText('명시되지 않음')
  expect([await visitor.notes(), await visitor.cookies(), visitor.requests()]).toEqual([
    undefined,
    [],
    [],
  ])
  // The search for unknown markup begins one second after the load.
  await page.clock.runFor(2000)
  await expect
    .poll(() => warnings.map(wrong).sort())
    .toEqual([
      'A script with type="text/plain" has data-category="analytics", the markup of another library, such as vanilla-cookieconsent.',
      'Chat.purposes.site.ko is missing.',
      'Chat.recipients is missing.',
      'Chat.retention is missing.',
      'The position of the banner is "inline", and the page has no element with data-consent-banner.',
      'Video.adresses is unknown. Did you mean addresses?',
      'Video.cookies["chat_id"].seconds is "90".',
      'data-consent-forms is unknown. The attribute is ignored.',
      'data-consent-section is "transfer". Did you mean transfers?',
      'data-consent-statsu is unknown. Did you mean data-consent-status? The attribute is ignored.',
      'spaceoneConsent().text is unknown. Did you mean texts?',
    ])
  await visitor.accepts()
  await expect.poll(visitor.notes).toEqual(['Chat', 'Video'])
  expect(visitor.errors).toEqual([])
})

test('a service that the page declares after the start is known from then on, and follows its own answer; markup that names no declared service waits whatever is granted', async ({
  visitor,
  page,
}) => {
  const [waiting, unknown] = ['Video', 'Vidoe'].map(
    name =>
      `<script type="text/plain" data-consent="media/${name}">(window.noted ??= []).push('${name}')</script>`,
  )
  await visitor.opens({ body: `${waiting}${unknown}`, attributes: 'data-categories="media"' })
  await page.evaluate(() => {
    const { spaceoneConsent: consent } = window
    consent.acceptAll()
    consent.decide({ media: true }, { without: ['media/Video'] })
    // The global is also the function that queues calls.
    ;(consent as unknown as (call: object) => void)({
      services: [{ name: 'Video', category: 'media', addresses: [], cookies: [] }],
    })
  })
  await visitor.settles()
  expect(await visitor.notes()).toBeUndefined()
  await page.evaluate(() => window.spaceoneConsent.acceptAll())
  await expect.poll(visitor.notes).toEqual(['Video'])
  expect(await visitor.isGranted('media/Video')).toBe(true)
})
