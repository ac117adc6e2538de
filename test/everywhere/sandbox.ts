import { expect } from '@playwright/test'
import { expectAsked, isGranted, turnAnalytics } from './acts.ts'
import { NOTES, noted, pagesOf } from './csp-page.ts'
import { HOST } from './host-page.ts'
import { ALL } from './policy-of.ts'
import { QUIET } from './prelude.ts'
import type { Scenario } from './scenario.ts'
import { until, untilGone, untilShown } from './visitor.ts'

const GOOGLES_TAG = 'https://www.googletagmanager.com/gtag/js'

export const sandbox: Scenario = {
  title:
    'in a sandboxed page without an origin an answer counts until the page is left, and nothing throws [5, 44]',
  pages: {
    ...pagesOf({ policy: ALL }),
    // If reading cookies throws, Google's stand-in sends no hit, so this note replaces it.
    [GOOGLES_TAG]: "seen.notes.push('tag')",
    [`${HOST}/around`]: `<!doctype html><title>Around</title>
      <iframe sandbox="allow-scripts" src="${HOST}/" width="700" height="450"></iframe>`,
  },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/around`)
    await visitor.inside('iframe', async () => {
      await untilShown(visitor, 'banner')
      expect(await noted(visitor)).toEqual([])
      await visitor.click('open-preferences')
      await turnAnalytics(visitor)
      await until('the blocked markup', async () => (await noted(visitor)).length > NOTES.length)
      await visitor.click('dismiss')
      await visitor.click('settings')
      await turnAnalytics(visitor)
      await untilGone(visitor, 'preferences')
      expect(await isGranted(visitor)).toBe(false)
      await visitor.run(() => window.spaceoneConsent.acceptAll())
      expect(await visitor.run(() => window.seen)).toMatchObject(QUIET)
      expect(await noted(visitor)).toEqual([...NOTES, 'tag'].sort())
    })

    const tags = () => world.asked.filter(address => address.startsWith(GOOGLES_TAG))
    expect(tags()).toHaveLength(1)
    await visitor.visit(`${HOST}/around`)
    await visitor.inside('iframe', () => untilShown(visitor, 'banner'))
    await expectAsked(visitor, world)
    expect(tags()).toHaveLength(1)
  },
}
