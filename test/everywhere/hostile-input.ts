import { expect } from '@playwright/test'
import { expectNoError, expectRecordAlone, notesOf } from './acts.ts'
import { HOST, hostPage, TAG_OF_TWO } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { untilShown } from './visitor.ts'

const page = (before: string) => hostPage(`<script>${before}</script>`, '', TAG_OF_TWO)

/** Markup that would run a script, with characters that reverse the direction of text. */
const HTML = '<img src=x onerror=seen.notes.push(1)>\u202e</b>\u2066'

const textsIn = (words: string): string => {
  const banner = { heading: words, lead: words, rejectAll: words, acceptAll: words }
  const texts = { en: { banner, preferences: { lead: words, save: words } } }
  const json = JSON.stringify(texts).replaceAll('<', '\\u003c')
  return `window.spaceoneConsent = function () { (spaceoneConsent.q = spaceoneConsent.q || []).push(arguments) }
    spaceoneConsent({ texts: ${json} })`
}

/** Counts the elements that `HTML` has created, and says whether it is shown as text. */
const read = () => {
  const root = document.querySelector('spaceone-consent')?.shadowRoot
  for (const details of root?.querySelectorAll('details') ?? []) details.open = true
  return {
    elements: root?.querySelectorAll('img, b, [onerror]').length,
    isRead: root?.textContent?.includes('<img src=x onerror='),
  }
}

export const hostileInput: Scenario = {
  title:
    'texts of the site are shown as text, even with markup, characters that reverse the direction, or ten thousand letters [50]',
  pages: {
    [`${HOST}/html`]: page(textsIn(HTML)),
    [`${HOST}/long`]: page(textsIn('x'.repeat(10_000))),
  },
  async run(visitor) {
    await visitor.visit(`${HOST}/html`)
    await untilShown(visitor, 'banner')
    expect(await visitor.run(read)).toEqual({ elements: 0, isRead: true })
    await visitor.run(() => window.spaceoneConsent.openPreferences())
    await untilShown(visitor, 'preferences')
    expect(await visitor.run(read)).toEqual({ elements: 0, isRead: true })
    expect(await notesOf(visitor)).toEqual([])

    await visitor.visit(`${HOST}/long`)
    await visitor.click('reject-all')
    await expectRecordAlone(visitor)
    await expectNoError(visitor)
  },
}
