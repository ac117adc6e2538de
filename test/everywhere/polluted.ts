import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { inFrames } from './frames.ts'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until } from './visitor.ts'
import { SETTLED } from './world.ts'

/**
 * Properties that a query string such as `?__proto__[innerHTML]=…` can add to `Object.prototype`,
 * if a script of the page merges the query carelessly.
 *
 * @see https://github.com/BlackFan/client-side-prototype-pollution
 */
const POLLUTION = {
  ...{ analytics: true, marketing: true, nonce: 'x', src: '/x', value: 'x' },
  ...{ name: 'x', category: 'x', q: 'x', versions: 'x', restricted: 'x' },
  gaServer: 'https://evil.test',
  innerHTML: '<img src="x" onerror="seen.notes.push(1)">',
  dangerouslySetInnerHTML: { __html: '<img src="x" onerror="seen.notes.push(2)">' },
}

export const polluted: readonly Scenario[] = [
  {
    title:
      'properties that a query string puts on Object.prototype grant nothing and change nothing in the view, and the visitor can answer [5, 49]',
    pages: {
      ...inFrames(HOST, {}),
      [`${HOST}/polluted`]: hostPage(
        `<script>Object.assign(Object.prototype, ${JSON.stringify(POLLUTION)}, { then: 'x' })</script>`,
        '<script type="text/plain" data-consent="analytics" src="/blocked.js"></script>',
      ),
      [`${HOST}/blocked.js`]: "seen.notes.push('blocked')",
    },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await visitor.run(() => window.framed.open(['/polluted']))
      expect(world.google).toEqual([])
      expect(await visitor.cookieNames()).toEqual([])
      expect(await visitor.run(() => window.framed.outcomes())).toEqual([
        { banner: true, granted: false, errors: [], notes: [] },
      ])
      expect(await visitor.run(() => window.framed.openSettings())).toBe('preferences')
      expect(await visitor.run(() => window.framed.click('close'))).toBe(true)
      expect(await visitor.run(() => window.framed.click('accept-all'))).toBe(true)
      await until('the page view', () => world.events().includes('page_view'))
      expect(await visitor.run(() => window.framed.outcomes())).toEqual([
        { banner: false, granted: true, errors: [], notes: ['blocked'] },
      ])
      await visitor.run(() => window.framed.run('spaceoneConsent.rejectAll()'))
      const before = world.google.length
      await sleep(SETTLED)
      expect(world.google.slice(before)).toEqual([])
      expect(await visitor.run(() => window.framed.outcomes())).toEqual([
        { banner: false, granted: false, errors: [], notes: ['blocked'] },
      ])
    },
  },
]
