import { expect, type Locator } from '@playwright/test'
import { test } from '../support/visitor.ts'

const FACTS = `{ retention: { seconds: 60 * 86400, afterwards: { en: 'Deleted by Google' } } }`

const DECLARED = `[
  {
    name: 'Google Ads', category: 'marketing', addresses: ['ads.test'], cookies: [],
    start() {}, stop() {},
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
    start() {}, stop() {},
  },
  {
    name: 'Video', category: 'media', addresses: ['video.test'], toolKind: 'iframe',
    recipients: {
      company: 'Video Ltd.', country: 'JP', relation: 'collects-itself',
      transfer: { basis: 'consent', when: { en: 'When you play' }, how: { en: 'Over TLS' } },
    },
    collects: [{ id: 'films', words: { en: 'films watched' } }],
    purposes: { site: { en: 'Showing films' }, recipient: { en: 'Counting films' } },
    retention: { until: { en: 'Until the account ends' } }, cookies: [], start() {}, stop() {},
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

for (const [way, page] of Object.entries(WAYS))
  test(`${way}: banner, preferences, each section, inventory, notices and receipt name the same facts of a site’s services, and no other retention`, async ({
    visitor,
  }) => {
    const body = SECTIONS.map(name => `<div data-consent-section="${name}"></div>`).join('')
    await visitor.opens({ ...page, body: `<a href="#" data-consent-open>Cookies</a>${body}` })
    expect(await visitor.cookies()).toEqual([])
    const read: Record<string, string> = {}
    await visitor.banner.locator('summary').click()
    read['banner'] = await textOf(visitor.banner)
    await visitor.accepts()
    await visitor.page.getByText('Cookies', { exact: true }).click()
    await expect(visitor.preferences).toBeVisible()
    for (const summary of await visitor.preferences.locator('summary').all()) await summary.click()
    read['preferences'] = await textOf(visitor.preferences)
    for (const name of SECTIONS) {
      const section = visitor.page.locator(`[data-consent-section="${name}"]`)
      await expect(section.locator('h2')).toBeVisible()
      read[name] = await textOf(section.locator('section').first())
    }
    const node = await inNode(await visitor.recorded())
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
  })
