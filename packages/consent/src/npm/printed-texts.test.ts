import { expect, test } from 'vitest'
import { SITE } from '../../../../test/support/declared-site.ts'
import type { ConsentOptions, Service } from '../core/index.ts'
import type { SectionName } from '../inventory/index.ts'
import { inventoryOf } from './inventory-of.ts'
import { noticesOf } from './notices-of.ts'
import { renderSection } from './render-section.ts'

const SECTIONS: readonly SectionName[] = [
  ...(['cookies', 'behavioural', 'transfers', 'recipients', 'external-transmission'] as const),
]

const OPTIONS: ConsentOptions<string> = {
  policy: {
    ...{ version: '2', url: '/privacy' },
    versions: [{ version: '2', effective: '2026-11-01', material: true }],
  },
  categories: { analytics: {}, marketing: {}, personalization: {} },
  services: SITE.map(one => ({
    // Our entries complete the services of Google.
    ...(!/Google|Firebase/.test(one.name) && { recipients: 'not-stated', retention: 'not-stated' }),
    ...{ ...one, category: one.category?.replace('support', 'personalization') },
    attach: () => () => {},
  })) as readonly Service[],
}

const print = async (language: string, browsers?: readonly []) => {
  const inventory = await inventoryOf(OPTIONS)
  const sections = SECTIONS.map(async name => {
    const html = await renderSection(name, inventory, { language, browsers })
    return html.replace(/<[^>]*>/g, '\n')
  })
  const notices = Object.values(await noticesOf(OPTIONS, { languages: [language] }))
  const shown = notices.map(({ text }) => (JSON.parse(text).strings as string[]).join('\n'))
  return [...(await Promise.all(sections)), ...shown].join('\n').replaceAll('&gt;', '>')
}

const NAMES =
  /https?:\S+|privacy@\w+\.example|(SpaceONE |\b)(Consent|Google( (LLC|Analytics|Tag Manager|Ads))?|Firebase( Analytics)?|(Chat|Talk|Host|Mail|Login|Seoul|Video) Inc\.|Chat|Talk|Own statistics|Script alone|Login( abroad)?|Box 1|Cookie|IP|iframe|SDK|Global Privacy Control|GPC)|[\w*.-]*(_|\.|-database)[\w*.-]*|\bsid\b|\bIDE\b/g

test.each(['ko', 'ja'])('no text in %s has an English word that is no name', async language => {
  const text = (await print(language, [])).replace(NAMES, '').replace(/[\w-]{22}/g, '')
  expect(text.split('\n').filter(line => /[a-z]/i.test(line))).toEqual([])
})

test('no text in Japanese has half-width brackets, a half-width colon or a half-width comma beside Japanese', async () => {
  const text = await print('ja')
  const odd =
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}、。」] ?[(:,;]|[(:,;] ?[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}「]/u
  // The labels of a browser's menus are as the browser writes them.
  const ours = text.split('\n').filter(line => !line.includes(' > '))
  expect(ours.filter(line => odd.test(line))).toEqual([])
})
