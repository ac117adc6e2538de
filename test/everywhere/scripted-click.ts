import { expect } from '@playwright/test'
import { HOST, hostPage, TAG } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until, untilShown, type Visitor } from './visitor.ts'

const record = (visitor: Visitor) =>
  visitor.run(() => {
    const { m, s, h, c } = window.spaceoneConsent.$state.get().record ?? {}
    return { m, s, isHashed: typeof h === 'string', c }
  })

/** Waits for a digest, and so for the banner's, which was asked for before. */
const untilHashed = (visitor: Visitor) =>
  visitor.run(async () => {
    await crypto.subtle.digest('SHA-256', new Uint8Array(1024))
  })

export const scriptedClick: Scenario = {
  title:
    'a click that no person made, and a call that names the banner, count as decisions of code and are recorded without a notice; the click of a person is recorded with it [17]',
  pages: { [`${HOST}/`]: hostPage('', '', TAG) },
  async run(visitor) {
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    await untilHashed(visitor)
    await visitor.run(() =>
      document
        .querySelector('spaceone-consent')
        ?.shadowRoot?.querySelector<HTMLElement>('#accept-all')
        ?.click(),
    )
    const granted = { m: 'accept', c: { analytics: 1 } }
    expect(await record(visitor)).toEqual({ ...granted, s: 'api', isHashed: false })

    await visitor.run(() =>
      window.spaceoneConsent.acceptAll({
        surface: 'banner',
        notice: 'AAAAAAAAAAAAAAAAAAAAAA',
        event: new Event('click'),
      }),
    )
    expect(await record(visitor)).toEqual({ ...granted, s: 'api', isHashed: false })

    await visitor.run(() => window.spaceoneConsent.erase())
    await visitor.click('accept-all')
    await until('the decision', async () => (await record(visitor)).s === 'banner')
    expect(await record(visitor)).toEqual({ ...granted, s: 'banner', isHashed: true })
  },
}
