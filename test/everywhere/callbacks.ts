import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until, untilGone, untilShown } from './visitor.ts'
import { SETTLED } from './world.ts'

const STUB =
  'window.spaceoneConsent = function () { (spaceoneConsent.q = spaceoneConsent.q || []).push(arguments) };'

/** A page on which every callback and listener for the SDK throws. */
const THROWING = `${STUB}
  const fail = where => () => { throw new Error(where) }
  spaceoneConsent(fail('callback'))
  spaceoneConsent(consent => {
    consent.$state.listen(fail('state'))
    consent.$view.listen(fail('view'))
    consent.whenGranted('analytics', fail('grant'))
    consent.whenGranted('analytics', () => { seen.notes.push('granted'); return fail('withdrawal') })
    consent.whenGranted('analytics', () => Promise.reject(new Error('later')))
  })
  for (const name of ['look', 'watch', 'iframe'])
    document.addEventListener('spaceone-consent-' + name, fail(name))`

/** Returns a page that runs some code each time the SDK reports a change. */
const meddling = (act: string) => `${STUB}
  spaceoneConsent(consent => {
    const meddle = () => { ${act} }
    consent.$state.listen(meddle)
    consent.whenGranted('analytics', () => { meddle(); return meddle })
  })`

/** Code that a page runs as soon as the SDK reports a grant. Each takes the grant back. */
const MEDDLING: Record<string, string> = {
  withdraws: "if (consent.isGranted('analytics')) consent.withdraw('analytics')",
  refuses: 'if (consent.$state.get().granted.analytics) consent.rejectAll()',
  erases: "if (consent.isGranted('analytics')) consent.erase()",
  destroys: 'consent.destroy()',
  restricts: 'consent.restrict(true)',
}

const script = (source: string) => `<script>${source}</script>`

export const callbacks: readonly Scenario[] = [
  {
    title:
      "an error thrown by a page's callback is reported as the page's error, and the grant or refusal still takes full effect [5, 23]",
    pages: { [`${HOST}/`]: hostPage(script(THROWING)) },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await untilShown(visitor, 'banner')
      expect(world.google).toEqual([])
      await visitor.click('accept-all')
      await until('the page view', () => world.events().includes('page_view'))
      await untilGone(visitor, 'banner')
      expect(await visitor.run(() => window.seen.notes)).toEqual(['granted'])
      await visitor.run(() => window.spaceoneConsent.rejectAll())
      const before = world.google.length
      await sleep(SETTLED)
      expect(world.google.slice(before)).toEqual([])
      expect(await visitor.cookieNames()).toEqual(['spaceone_consent'])
      await visitor.run(() => window.spaceoneConsent.openPreferences())
      await untilShown(visitor, 'preferences')
      const theirs = /\b(callback|state|view|grant|withdrawal|later|look|watch|iframe)$/
      expect(await visitor.run(() => window.seen.errors.filter(error => error))).toEqual(
        expect.arrayContaining([expect.stringMatching(theirs)]),
      )
      const errors = await visitor.run(() => [...window.seen.errors])
      expect(errors.filter(error => !theirs.test(error))).toEqual([])
    },
  },
  {
    title:
      'a page that withdraws, or destroys the consent, while the SDK reports a grant leaves nothing granted and no tag that sends [5, 23]',
    pages: Object.fromEntries(
      Object.entries(MEDDLING).map(([name, act]) => [
        `${HOST}/${name}`,
        hostPage(script(meddling(act))),
      ]),
    ),
    async run(visitor, world) {
      for (const name of Object.keys(MEDDLING)) {
        await visitor.visit(`${HOST}/${name}`)
        await untilShown(visitor, 'banner')
        await visitor.click('accept-all')
        await visitor.run(() => window.gtag('event', 'after'))
        await sleep(SETTLED)
        // Check only events: the SDK may have requested the tag's script at the moment of the
        // grant.
        expect(world.events()).toEqual([])
        expect(await visitor.run(() => window.spaceoneConsent.isGranted('analytics'))).toBe(false)
        expect(await visitor.run(() => window.seen.errors)).toEqual([])
        expect(
          (await visitor.cookieNames()).filter(cookie => cookie !== 'spaceone_consent'),
        ).toEqual([])
        await visitor.run(() => {
          document.cookie = 'spaceone_consent=; Max-Age=0; Path=/; Secure'
          localStorage.clear()
        })
      }
    },
  },
]
