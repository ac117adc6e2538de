import { expect } from '@playwright/test'
import { expectSilence, untilViewed } from './acts.ts'
import { acceptInFrame, expectAskedInFrame, inFrames, outcomeOf } from './frames.ts'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import type { Visitor } from './visitor.ts'

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

/** Names of options. `get` would break js-cookie's and the tag's own descriptors. */
const OPTIONS = {
  ...{ mode: 'advanced', storage: 'x', x: 'x', surface: 'banner', method: 'gpc' },
  ...{ loadScript: false, server: 'https://evil.test', pageView: true },
  ...{ without: 'x', notice: 'x', signals: 'x', ports: 'x', analytics: true },
}

const pageWith = (pollution: object) =>
  hostPage(
    `<script>Object.assign(Object.prototype, ${JSON.stringify(pollution)}, { then: 'x' })</script>`,
    '<script type="text/plain" data-consent="analytics" src="/blocked.js"></script>',
  )

const recordOf = async (visitor: Visitor) => {
  const cookie = (await visitor.cookies()).find(({ name }) => name === 'spaceone_consent')
  return JSON.parse(Buffer.from(cookie?.value ?? 'e30', 'base64url').toString())
}

export const polluted: Scenario = {
  title:
    'properties that a query string puts on Object.prototype are not read as options, grant nothing and change nothing in the view, and an answer is stored as the visitor gave it [1, 2, 5, 49]',
  pages: {
    ...inFrames(HOST, {}),
    [`${HOST}/polluted`]: pageWith(POLLUTION),
    [`${HOST}/options`]: pageWith(OPTIONS),
    [`${HOST}/blocked.js`]: "seen.notes.push('blocked')",
  },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await expectAskedInFrame(visitor, world, '/options')
    await visitor.run(() => window.framed.run('spaceoneConsent.decide({ analytics: false })'))
    expect(await recordOf(visitor)).toMatchObject({ c: { analytics: 0 }, s: 'api', m: 'custom' })
    await visitor.run(() => window.framed.clear())

    await expectAskedInFrame(visitor, world, '/polluted')
    await acceptInFrame(visitor)
    await untilViewed(world)
    const after = { banner: false, errors: [], notes: ['blocked'] }
    expect(await outcomeOf(visitor)).toEqual({ ...after, granted: true })
    await visitor.run(() => window.framed.run('spaceoneConsent.rejectAll()'))
    await expectSilence(world)
    expect(await outcomeOf(visitor)).toEqual({ ...after, granted: false })
  },
}
