import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, type Locator } from '@playwright/test'
import { SETTINGS } from '../support/sdk-page.ts'
import { test, type Visitor } from '../support/visitor.ts'

/** Returns the strings of a notice's text nodes, except those in elements with `data-own`. */
const stringsOf = (notice: Locator): Promise<string[]> =>
  notice.evaluate(root => {
    const strings: string[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { currentNode } = walker
      if (currentNode.parentElement?.closest('[data-own]')) continue
      const text = (currentNode.nodeValue ?? '')
        .normalize('NFC')
        .replace(/\r\n|\r/g, '\n')
        .trim()
      if (text !== '') strings.push(text)
    }
    return strings
  })

/** Computes the hash of a notice's strings as the README of packages/consent/src/ui describes. */
const hashOf = (strings: string[], language: string, version: string): string =>
  createHash('sha256')
    .update(JSON.stringify({ language, strings, version }))
    .digest('base64url')
    .slice(0, 22)

const NOTICES: Readonly<Record<string, { readonly text: string } | undefined>> = JSON.parse(
  readFileSync(new URL('../../packages/consent/dist/notices.json', import.meta.url), 'utf8'),
)

interface Surface {
  readonly surface: string
  readonly notice: (visitor: Visitor) => Locator
  readonly open?: (visitor: Visitor) => Promise<unknown>
  readonly answer: (visitor: Visitor) => Promise<unknown>
}

const BANNER: Surface = {
  surface: 'banner',
  notice: ({ banner }) => banner,
  answer: visitor => visitor.rejects(),
}

const PREFERENCES: Surface = {
  surface: 'preferences',
  notice: ({ preferences }) => preferences.locator('form'),
  open: visitor => visitor.opensSettings(),
  answer: ({ save }) => save.click(),
}

const BLOCK: Surface = {
  surface: 'inline',
  notice: ({ blocks }) => blocks.form,
  answer: ({ blocks }) => blocks.save.click(),
}

const answerNotice = async (visitor: Visitor, { surface, notice, open, answer }: Surface) => {
  await open?.(visitor)
  await expect(notice(visitor)).toBeVisible()
  await visitor.settles()
  const strings = await stringsOf(notice(visitor))
  await answer(visitor)
  await expect.poll(visitor.recorded).toMatchObject({ s: surface })
  return { strings, record: await visitor.recorded() }
}

for (const language of ['en', 'ko', 'ja'])
  test(`the record holds the hash of the notice that was shown, in banner, preferences and block, whatever the earlier decision was, and notices.json has the notice (${language}) [18]`, {
    tag: language === 'ko' ? [] : '@full',
  }, async ({ visitor }) => {
    for (const [surface, page] of [
      [BANNER, ''],
      [PREFERENCES, ''],
      [BLOCK, 'privacy.html'],
      [PREFERENCES, 'privacy.html'],
    ] as const) {
      await visitor.opensPortal({ path: `/${language}/${page}` })
      const { strings, record } = await answerNotice(visitor, surface)
      const version = '2024-01-18'
      expect(record).toMatchObject({
        h: hashOf(strings, language, version),
        l: language,
        p: version,
      })
      expect(JSON.parse(NOTICES[record?.h ?? '']?.text ?? '{}')).toEqual({
        language,
        version,
        strings,
      })
    }
    expect(visitor.requests()).toEqual([])
  })

const FIRST = "{ texts: { en: { banner: { heading: 'First' } } } }"
const SECOND =
  "{ texts: { en: { banner: { lead: 'Second' }, preferences: { heading: 'Of the dialog' } } } }"
const LATE = "{ texts: { en: { banner: { heading: 'Late', reject: 'No' } } } }"

test('texts of several calls are merged, and late texts are shown in a banner that stands and hashed [18]', async ({
  visitor,
  page,
}) => {
  const { banner } = visitor
  await visitor.opens({ options: `${FIRST});spaceoneConsent(${SECOND}`, body: SETTINGS })
  await expect(banner.locator('h2')).toHaveText('First')
  await expect(banner.locator('p')).toContainText('Second')

  await page.evaluate(`spaceoneConsent(${LATE})`)
  await expect(banner.locator('h2')).toHaveText('Late')
  await expect(banner.locator('p')).toContainText('Second')
  await expect(visitor.rejectAll).toHaveText('No')
  await visitor.openPreferences.click()
  await expect(visitor.preferences.locator('h2').first()).toHaveText('Of the dialog')
  await page.keyboard.press('Escape')
  await visitor.isAsked()
  expect(visitor.faults).toEqual([])
  const { strings, record } = await answerNotice(visitor, BANNER)
  expect(strings).toContain('Late')
  expect(record?.h).toBe(hashOf(strings, 'en', '1'))

  await page.evaluate('spaceoneConsent({ versions: [] })')
  await expect
    .poll(() => visitor.warnings)
    .toEqual([expect.stringContaining('got versions or services after consent.js')])
})

for (const [way, language] of [
  ['script tag', ''],
  ['script tag', 'zh'],
  ['npm', 'en_US'],
] as const)
  test(`${way}: a decision is saved with the language of the notice where the page names ${language || 'an empty language'}, in banner and preferences, and while another language is loading [17, 18]`, async ({
    visitor,
  }) => {
    const { banner } = visitor
    await visitor.opens({ way, language, body: SETTINGS })
    await expect(banner).toContainText('Your choice about cookies')
    // The language of a script tag's page can also change later.
    if (way === 'script tag') await visitor.setsLanguage(language)
    const shown = await answerNotice(visitor, BANNER)
    expect(shown.record?.l).toBe('en')
    expect(shown.record?.h).toBe(hashOf(shown.strings, 'en', '1'))
    await visitor.reloads()
    if (way === 'script tag') await visitor.setsLanguage(language)
    const { record } = await answerNotice(visitor, PREFERENCES)
    expect(record?.l).toBe('en')
    expect(visitor.requests()).toEqual([])

    if (way === 'npm') return
    await visitor.waitsFor('ui.ko.js')
    await visitor.forgets()
    await visitor.reloads()
    await expect(banner).toBeVisible()
    await visitor.setsLanguage('ko')
    const late = await answerNotice(visitor, BANNER)
    expect(late.record).toMatchObject({ l: 'en', h: hashOf(late.strings, 'en', '1') })
  })
