import { expect, type Locator } from '@playwright/test'
import { test } from '../support/visitor.ts'

const CODE = `{
  start() { (window.noted ??= []).push(this.name); document.cookie = 'chat_id=1' },
  stop() {},
}`

const FACTS = `{ retention: { seconds: 60 * 86400, afterwards: { en: 'Deleted by Google' } } }`

const DECLARED = `[
  {
    name: 'Google Ads', category: 'marketing', addresses: ['ads.test'], cookies: [], ...${CODE},
  },
  {
    name: 'Chat', category: 'support', addresses: ['chat.test'], toolKind: 'script',
    recipients: {
      company: 'Chat Inc.', country: 'DE', contact: 'mailto:dpo@chat.test', relation: 'processor',
      transfer: { basis: 'contract', when: { en: 'When you write' }, how: { en: 'Over TLS' } },
    },
    collects: [{ id: 'messages', words: { en: 'messages of the chat' } }],
    purposes: { site: { en: 'Answering questions' }, recipient: { en: 'Running the chat' } },
    retention: { seconds: 90 * 86400 },
    refusal: { effect: { en: 'You can still write an e-mail' } },
    cookies: [{ name: 'chat_id', purpose: { en: 'Finds your chat' }, seconds: 90 * 86400 }],
    ...${CODE},
  },
  {
    name: 'Video', category: 'media', addresses: ['video.test'], toolKind: 'iframe',
    recipients: {
      company: 'Video Ltd.', country: 'JP', relation: 'collects-itself',
      transfer: { basis: 'consent', when: { en: 'When you play' }, how: { en: 'Over TLS' } },
    },
    collects: [{ id: 'films', words: { en: 'films watched' } }],
    purposes: { site: { en: 'Showing films' }, recipient: { en: 'Counting films' } },
    retention: { until: { en: 'Until the account ends' } }, cookies: [], ...${CODE},
  },
  {
    name: 'Sign-in', addresses: [], necessary: { en: 'Without it nobody can sign in.' },
    recipients: {
      company: 'Login Corp.', country: 'SG', relation: 'processor',
      transfer: { basis: 'contract', when: { en: 'When you sign in' }, how: { en: 'Over TLS' } },
    },
    collects: [{ id: 'account', words: { en: 'name of the account' } }],
    purposes: { site: { en: 'Signing in' }, recipient: { en: 'Checking passwords' } },
    retention: { seconds: 365 * 86400 }, cookies: [], start() {}, stop() {},
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
  'script tag': {
    options: `{ services: [{ name: 'Google Analytics', ...${FACTS} }, ...${DECLARED}] }`,
  },
  npm: {
    way: 'npm' as const,
    categories: `(list => ({
      analytics: { services: [googleAnalytics({ id: 'G-TEST123', facts: ${FACTS} })] },
      ...Object.fromEntries(list.flatMap(({ category }) => category ? [[
        category, { services: list.filter(one => one.category === category).map(service) },
      ]] : [])),
    }))(${DECLARED})`,
    services: `${DECLARED}.filter(one => one.necessary).map(service)`,
  },
}

const READ = {
  'Google Analytics': {
    recipient: ['Google LLC', 'USA'],
    site: ['Statistics on how this site is used'],
    theirs: ['Providing the statistics'],
    items: ['page title', 'IP address', '_ga'],
    kept: ['60 days', 'Deleted by Google'],
    transfer: ['While you use this site', 'encrypted'],
  },
  'Google Ads': {
    recipient: ['Google LLC', 'USA'],
    site: ['Advertising'],
    theirs: ['Google’s own services'],
    items: ['advertisements seen'],
    kept: ['18 months', 'until its owner deletes it'],
    transfer: ['While you use this site', 'encrypted'],
  },
  Chat: {
    recipient: ['Chat Inc.', 'Germany', 'dpo@chat.test'],
    site: ['Answering questions'],
    theirs: ['Running the chat'],
    items: ['messages of the chat'],
    kept: ['90 days'],
    transfer: ['When you write', 'Over TLS'],
    effect: ['You can still write an e-mail'],
  },
  Video: {
    recipient: ['Video Ltd.', 'Japan'],
    site: ['Showing films'],
    theirs: ['Counting films'],
    items: ['films watched'],
    kept: ['Until the account ends'],
    transfer: ['When you play', 'Over TLS'],
  },
  'Sign-in': {
    recipient: ['Login Corp.', 'Singapore'],
    site: ['Signing in'],
    theirs: ['Checking passwords'],
    items: ['name of the account'],
    kept: ['1 year'],
    transfer: ['When you sign in', 'Over TLS'],
  },
}
type Fact = keyof (typeof READ)['Chat']

const BEFORE_CLICK: readonly Fact[] = [
  ...(['recipient', 'site', 'theirs', 'items', 'kept', 'transfer', 'effect'] as const),
]

const PLACES: Readonly<Record<string, readonly [optional: readonly Fact[], always?: boolean]>> = {
  banner: [BEFORE_CLICK],
  preferences: [BEFORE_CLICK],
  behavioural: [['recipient', 'site', 'theirs', 'items', 'kept', 'effect']],
  transfers: [['recipient', 'theirs', 'items', 'kept', 'transfer', 'effect'], true],
  recipients: [['recipient', 'items', 'kept'], true],
  'external-transmission': [['recipient', 'site', 'theirs', 'items', 'effect']],
}

const SECTIONS = ['behavioural', 'transfers', 'recipients', 'external-transmission', 'cookies']

const textsIn = (place: string): readonly (readonly string[])[] => {
  const [facts = [], hasNecessary] = PLACES[place] ?? []
  const { 'Sign-in': necessary, ...optional } = READ
  const texts = (service: Partial<Record<Fact, readonly string[]>>) =>
    facts.flatMap(fact => service[fact] ?? [])
  const signIn = texts(necessary).filter(text => text !== 'Over TLS')
  const named = Object.entries(optional).flatMap(([name, service]) => [name, ...texts(service)])
  return hasNecessary ? [[...named, ...signIn], []] : [named, signIn]
}

// biome-ignore lint/performance/useDomNodeTextContent: `textContent` has hidden text too.
const textOf = (element: Locator): Promise<string> => element.innerText()

const inNode = async (record: unknown) => {
  const dist = new URL('../../packages/consent/dist/', import.meta.url)
  const [index, { inventoryOf, noticesOf }, { receipt }] = await Promise.all(
    ['index', 'inventory', 'evidence'].map(name => import(new URL(`${name}.js`, dist).href)),
  )
  const { categories, services } = WAYS.npm
  const make = new Function('googleAnalytics', 'service', `return [${categories}, ${services}]`)
  const [made, necessary] = make(index.googleAnalytics, index.service)
  const policy = { version: '1', url: '/privacy', earlier: '/privacy/earlier' }
  const options = { policy, categories: made, services: necessary, language: 'en' }
  const inventory = await inventoryOf(options, { languages: ['en'] })
  const notices = await noticesOf(options, { languages: ['en'] })
  const consent = index.createConsent(options)
  return {
    inventory,
    notices,
    receipt: receipt(consent, { record, notices, inventories: [inventory] }),
  }
}

const NAMES = Object.keys(READ)
const OPTIONAL = NAMES.slice(0, -1)

const BODY = `<a href="#" data-consent-open>Cookies</a>
  <iframe data-consent="media/Video" data-src="https://video.test/" title="Video"></iframe>
  ${SECTIONS.map(name => `<div data-consent-section="${name}" data-compare-with="/missing.json"><p>Without JavaScript</p></div>`).join('')}`

for (const [way, options] of Object.entries(WAYS))
  test(`${way}: banner, preferences, each section, inventory, notices and receipt name the same facts of a site’s services, and no other retention; a grant starts what has code, and a withdrawal sweeps what the rows name`, {
    tag: way === 'npm' ? '@full' : [],
  }, async ({ visitor, page }) => {
    const { banner, preferences } = visitor
    const read: Record<string, string> = {}
    const transfers = page.locator('[data-consent-section=transfers]')
    await visitor.opens({ ...options, body: BODY })
    await expect(banner).toContainText('(Google Analytics)')
    expect([(await visitor.notes()) ?? [], await visitor.cookies()]).toEqual([[], []])
    await banner.locator('summary').click()
    await expect(banner.locator('details h3')).toHaveText(OPTIONAL)
    for (const answer of [visitor.rejectAll, visitor.acceptAll])
      await expect(answer).toBeInViewport({ ratio: 1 })
    read['banner'] = await textOf(banner)

    await visitor.accepts()
    await expect.poll(visitor.notes).toEqual(['Google Ads', 'Chat', 'Video'])
    await expect(page.frameLocator('iframe').locator('html')).toBeAttached()
    const node = await inNode(await visitor.recorded())
    await page.getByText('Cookies', { exact: true }).click()
    await expect(preferences).toBeVisible()
    for (const summary of await preferences.locator('summary').all()) await summary.click()
    read['preferences'] = await textOf(preferences)
    await page.evaluate(() => window.spaceoneConsent.rejectAll())
    expect(await page.evaluate(() => document.cookie)).not.toContain('chat_id')
    for (const name of SECTIONS) {
      const section = page.locator(`[data-consent-section="${name}"]`)
      await expect(section.locator('h2')).toBeVisible()
      await expect(section).not.toContainText('Without JavaScript')
      read[name] = await textOf(section.locator('section').first())
    }
    read['inventory'] = JSON.stringify(node.inventory)
    read['notices'] = JSON.stringify(Object.values(node.notices))

    for (const place of Object.keys(PLACES)) {
      const [named = [], others = []] = textsIn(place)
      for (const text of named) expect(read[place], place).toContain(text)
      for (const text of others) expect(read[place], place).not.toContain(text)
    }
    for (const text of Object.values(read)) expect(text).not.toContain('14 months')
    expect(read['cookies']).toContain('13 months')
    for (const text of textsIn('banner')[0] ?? []) expect(read['notices']).toContain(text)
    for (const { items, site, theirs } of Object.values(READ))
      for (const text of [...items, ...site, ...theirs].filter(one => one !== '_ga'))
        expect(read['inventory']).toContain(text)

    const { receipt, inventory } = node
    expect(receipt.inventory).toBe(inventory.wordsHashes.en)
    const received = receipt.purposes.flatMap((purpose: { services: object[] }) => purpose.services)
    const { 'Sign-in': _, ...optional } = READ
    for (const [name, { recipient, items }] of Object.entries(optional)) {
      const one = received.find((service: { service?: string }) => service.service === name)
      for (const text of [recipient[0], ...items]) expect(JSON.stringify(one)).toContain(text)
    }

    await test.step('a section is a table of all recipients abroad, as cards where its columns would be narrow', async () => {
      await page.keyboard.press('Escape')
      await expect(transfers.getByRole('rowheader')).toHaveText(NAMES)
      await expect(transfers.getByRole('columnheader')).toHaveCount(9)
      await page.setViewportSize({ width: 712, height: 640 })
      await expect(transfers.getByRole('columnheader')).toHaveCount(0)
      await page.setViewportSize({ width: 320, height: 640 })
      // Firefox's scroll bar takes a part of the width.
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(320)
      await expect(page.getByRole('rowheader', { name: 'chat_id' })).toBeVisible()
      await expect.poll(() => `${visitor.warnings}`).toContain('/missing.json')
    })
  })

/** Returns what a warning says is wrong: its first sentences, before what was expected. */
const wrong = (warning: string) => warning.replace(/^\[.*?\] | Expected.*| See dist.*/g, '')

test('with the script tag, a mistake in a call, a declaration or the markup costs a fact, but no service and no answer, and the console names each mistake once [5]', async ({
  visitor,
  page,
}) => {
  const { banner, warnings } = visitor
  await page.clock.install()
  await visitor.opens({
    options: `{ text: { en: {} }, texts: { en: { bannner: {}, banner: { headign: 'x' } } }, services: ${MISTAKEN} }`,
    attributes: 'data-position="inline"',
    body: `<div data-consent-cookies></div><div data-consent-section="transfer"></div>
      <a href="#" data-consent-open>Cookies</a><p data-consent-statsu data-consent-forms></p>
      <img data-consent="analitics" data-src="/x.png" alt="">
      <template data-consent="analytics"><script src="/a.js"></script></template>
      <script type="text/plain" data-category="analytics">noted = ['run']</script>`,
  })
  await banner.locator('summary').click()
  await expect(banner.locator('h3')).toHaveText(['Google Analytics', 'Chat', 'Video'])
  await expect(banner.locator('details')).toContainText('Not stated')
  const rows = page.locator('[data-consent-cookies]').getByRole('rowheader')
  await expect(rows.filter({ hasText: 'chat_id' })).toHaveCount(2)
  for (const name of ['analyitcs', 'analyitcs', 'analytics', 'analytics/Chat'])
    expect(await visitor.isGranted(name)).toBe(false)
  // The keys of `texts.en` are checked when the file of the preferences has loaded.
  await visitor.openPreferences.hover()
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
      '"analitics" names no category and no declared service of this page. Did you mean analytics?',
      '"analyitcs" names no category and no declared service of this page. Did you mean analytics?',
      '"analytics/Chat" names no category and no declared service of this page.',
      '"bannner" is no key of the texts. Did you mean banner?',
      '"headign" is no key of the texts. Did you mean heading?',
      '/a.js in <template data-consent="analytics"> may be requested before it is allowed: Firefox requests addresses in templates.',
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
