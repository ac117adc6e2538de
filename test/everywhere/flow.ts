import { expect } from '@playwright/test'
import {
  clickOnSettings,
  expectAsked,
  expectRecordAlone,
  expectSilence,
  notesOf,
  push,
  untilViewed,
} from './acts.ts'
import { HOST, hostPage } from './host-page.ts'
import { QUIET } from './prelude.ts'
import type { Scenario } from './scenario.ts'
import { untilGone } from './visitor.ts'

const PAGE = hostPage('', '<p style="height: 3000px">A long page</p>')

export const flow: Scenario = {
  title:
    'scrolling and going on are no answer, a refusal lasts, a grant in the settings starts Google once, and after a withdrawal only the record and the history are left [1, 2, 4, 13, 17, 20, 23, 27]',
  pages: { [`${HOST}/`]: PAGE, [`${HOST}/next`]: PAGE },
  isMainJob: true,
  async run(visitor, world) {
    await expectAsked(visitor, world)
    await visitor.run(() => scrollTo(0, 2000))
    await expectAsked(visitor, world, `${HOST}/next`)
    await visitor.click('reject-all')
    await untilGone(visitor, 'banner')
    await expectSilence(world, () => visitor.visit(`${HOST}/`))
    expect(await visitor.isShown('banner')).toBe(false)
    await expectRecordAlone(visitor)

    await visitor.run(() => {
      window.spaceoneConsent.$state.listen(({ status, granted }) =>
        window.seen.notes.push([status, { ...granted }]),
      )
    })
    await clickOnSettings(visitor)
    await expectSilence(world, () => visitor.click('switch-analytics'))
    expect(await notesOf(visitor)).toEqual([])
    await visitor.click('save')
    await untilViewed(world)
    expect(await notesOf(visitor)).toEqual([['decided', { analytics: true }]])
    expect(world.scripts()).toHaveLength(1)
    // Google's consent signal says: analytics granted, ads denied.
    const signals = world.google.map(({ url, events: [event] }) =>
      (event ?? url.searchParams).get('gcs'),
    )
    expect(signals.filter(Boolean)).toEqual(['G101'])
    expect(await visitor.cookieNames()).toEqual(['_ga', '_ga_TEST123', 'spaceone_consent'])
    const record = await visitor.run(() => window.spaceoneConsent.$state.get().record)
    expect(record).toEqual({
      ...{ v: 1, p: '1', l: 'en', c: { analytics: 1 }, m: 'custom', s: 'preferences', n: 2 },
      h: expect.stringMatching(/^[\w-]{22}$/),
      t: expect.closeTo(Date.now() / 1000, -2),
      e: (record?.t ?? 0) + 184 * 86_400,
    })
    await visitor.visit(`${HOST}/next`)
    await untilViewed(world, 2)
    expect(await visitor.isShown('banner')).toBe(false)

    await clickOnSettings(visitor)
    await visitor.click('switch-analytics')
    await expectSilence(world, async () => {
      const granted = await visitor.run(() => {
        window.gtag('event', 'queued')
        document.querySelector('spaceone-consent')?.shadowRoot?.getElementById('save')?.click()
        return window.spaceoneConsent.$state.get().granted
      })
      expect(granted).toEqual({ analytics: false })
      await push(visitor, 'late')
    })
    await expectSilence(world, () => visitor.visit(`${HOST}/`))
    await expectRecordAlone(visitor)
    expect(
      await visitor.run(() =>
        window.spaceoneConsent.history().map(({ c, m }) => [m, c['analytics']]),
      ),
    ).toEqual([
      ['custom', 0],
      ['custom', 1],
      ['reject', 0],
    ])
    expect(await visitor.run(() => window.seen)).toMatchObject(QUIET)
  },
}
