import { expect } from '@playwright/test'
import { expectNoError, expectRecordAlone, notesOf } from './acts.ts'
import { HOST, hostPage, TAG_OF_TWO } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { untilShown } from './visitor.ts'

/** Markup that would run a script, characters that reverse the direction, and many letters. */
const WORDS = `<img src=x onerror=seen.notes.push(1)>\u202e</b>\u2066${'x'.repeat(10_000)}`

const banner = { heading: WORDS, lead: WORDS, rejectAll: WORDS, acceptAll: WORDS }
const texts = { en: { banner, preferences: { lead: WORDS, save: WORDS } } }

/** Counts the elements that `WORDS` has created, and says whether it is shown as text. */
const read = () => {
  const root = document.querySelector('spaceone-consent')?.shadowRoot
  for (const details of root?.querySelectorAll('details') ?? []) details.open = true
  return {
    elements: root?.querySelectorAll('img, b, [onerror]').length,
    isRead: root?.textContent?.includes('<img src=x onerror='),
  }
}

// odd-texts.test.ts has every text of every part.
export const hostileInput: Scenario = {
  title:
    'texts of the site are shown as text, even with markup, characters that reverse the direction, and ten thousand letters [50]',
  pages: {
    [`${HOST}/`]: hostPage(
      `<script>(window.spaceoneConsent = () => {}).q = [[${JSON.stringify({ texts }).replaceAll('<', '\\u003c')}]]</script>`,
      '',
      TAG_OF_TWO,
    ),
  },
  async run(visitor) {
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    expect(await visitor.run(read)).toEqual({ elements: 0, isRead: true })
    await visitor.click('reject-all')
    await expectRecordAlone(visitor)
    await visitor.run(() => window.spaceoneConsent.openPreferences())
    await untilShown(visitor, 'preferences')
    expect(await visitor.run(read)).toEqual({ elements: 0, isRead: true })
    expect(await notesOf(visitor)).toEqual([])
    await expectNoError(visitor)
  },
}
