import { expect } from '@playwright/test'
import { expectNoError, expectSilence, isGranted, notesOf } from './acts.ts'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until, untilGone, untilShown, type Visitor } from './visitor.ts'

/** Browser features that can fail, each with a script that makes it fail. */
const REFUSALS: Readonly<Record<string, string>> = {
  'document.cookie throws':
    "Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse })",
  'localStorage throws': "Object.defineProperty(window, 'localStorage', { get: refuse })",
  // https://github.com/opf/openproject/pull/6161
  'the methods of localStorage throw, as in Firefox with a corrupted profile,':
    "for (const name of ['getItem', 'setItem', 'removeItem']) Storage.prototype[name] = refuse",
  'cookieStore throws': "Object.defineProperty(window, 'cookieStore', { get: refuse })",
  'crypto.subtle is missing':
    "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })",
  'matchMedia throws': 'window.matchMedia = refuse',
}

const IMPORT_FAILS = 'import() fails'

// The link leads to the page itself, because a link to another page is followed if the files of the
// view cannot be loaded.
const pageOf = (refusal: string) =>
  hostPage(`<script>
    const refuse = () => { throw new DOMException('refused', 'SecurityError') }
    window.confirm = () => window.answer
    ${refusal}
  </script>`).replace('href="/cookies"', 'href="#cookies"')

const reach = (visitor: Visitor, name: string) =>
  visitor.run(name => {
    const address = `https://www.google-analytics.com/g/collect?v=2&en=${name}`
    fetch(address, { mode: 'no-cors' }).catch(() => {})
    new Image().src = address
  }, name)

const answer = async (visitor: Visitor, yes: boolean, isPlain: boolean) => {
  await visitor.run(yes => {
    // `confirm()` asks whether to accept all or, if a category is granted, whether to reject all.
    // OK records this answer.
    const isOk = yes || window.spaceoneConsent.isGranted('analytics')
    Object.assign(window, { answer: isOk })
    document.querySelector<HTMLElement>('[data-consent-open]')?.click()
  }, yes)
  if (!isPlain) await visitor.click(yes ? 'accept-all' : 'reject-all')
  await until('the answer', async () => (await isGranted(visitor)) === yes)
}

export const refused: readonly Scenario[] = [...Object.keys(REFUSALS), IMPORT_FAILS].map(name => {
  // If the files of the view cannot be loaded, a click on the settings link opens `confirm()`.
  const isPlain = name === IMPORT_FAILS
  return {
    isMainJob: name === 'document.cookie throws',
    title: `where ${name}, the visitor is asked, refuses, grants and refuses, and nothing reaches Google except after the grant [1, 2, 5, 23]`,
    pages: {
      [`${HOST}/`]: pageOf(REFUSALS[name] ?? ''),
      ...(isPlain && { [`${HOST}/consent/ui.en.js`]: "throw new Error('refused')" }),
      // If reading cookies throws, Google's stand-in sends no hit, so this note replaces it.
      'https://www.googletagmanager.com/gtag/js': "seen.notes.push('tag')",
    },
    async run(visitor, world) {
      const tags = () => world.asked.filter(address => address.includes('/gtag/js')).length

      await expectSilence(world, async () => {
        await visitor.visit(`${HOST}/`)
        if (!isPlain) await untilShown(visitor, 'banner')
        await reach(visitor, 'early')
      })
      expect(await visitor.cookieNames()).toEqual([])

      await expectSilence(world, async () => {
        if (isPlain) await answer(visitor, false, isPlain)
        else {
          await visitor.click('reject-all')
          await untilGone(visitor, 'banner')
        }
        await reach(visitor, 'refused')
      })
      expect(tags()).toBe(0)
      expect(await isGranted(visitor)).toBe(false)
      const record = await visitor.run(() => window.spaceoneConsent.$state.get().record)
      if (name.startsWith('crypto')) expect(record).not.toHaveProperty('h')

      await answer(visitor, true, isPlain)
      await until('the tag', async () => (await notesOf(visitor)).includes('tag'))
      await reach(visitor, 'granted')
      await until('the event', () => world.events().includes('granted'))

      await answer(visitor, false, isPlain)
      await expectSilence(world, () => reach(visitor, 'late'))
      expect(tags()).toBe(1)
      expect(await isGranted(visitor)).toBe(false)
      await expectNoError(visitor)
    },
  }
})
