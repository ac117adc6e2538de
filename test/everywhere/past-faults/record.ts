import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { HOST, hostPage } from '../host-page.ts'
import type { Scenario } from '../scenario.ts'
import { until, untilShown } from '../visitor.ts'
import { SETTLED } from '../world.ts'
import { hrefs } from './reach.ts'

const witness: Scenario = {
  title:
    'an old grant that is put back into the cookie after a later refusal grants nothing: the banner asks, and one grant is enough [5, 20, 52]',
  pages: { [`${HOST}/`]: hostPage('') },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await visitor.click('accept-all')
    await until('the page view', () => world.events().includes('page_view'))
    const yes = await visitor.run(() => /spaceone_consent=([^;]+)/.exec(document.cookie)?.[1] ?? '')
    await visitor.run(() => window.spaceoneConsent.rejectAll())
    await sleep(SETTLED)
    const before = world.google.length
    const putBack = (value: string) =>
      visitor.run(value => {
        document.cookie = `spaceone_consent=${value}; path=/; max-age=3600; secure`
      }, value)
    await putBack(yes)
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    expect(world.google.slice(before)).toEqual([])
    await visitor.click('accept-all')
    await until('a page view again', () => world.google.length > before)
    await visitor.visit(`${HOST}/`)
    await until('the SDK', () => visitor.run(() => !!window.spaceoneConsent?.decide))
    expect(await visitor.run(() => window.spaceoneConsent.$state.get().status)).toBe('decided')
  },
}

/**
 * Adds `toJSON` to arrays as Prototype.js 1.6 does. Then `JSON.stringify` writes arrays as strings.
 *
 * @see https://github.com/prototypejs/prototype/blob/1.6.1/src/lang/array.js
 */
const TO_JSON = `<script>
  Array.prototype.toJSON = function () {
    return '[' + this.map(value => JSON.stringify(value)).join(', ') + ']'
  }
</script>`

const toJson: Scenario = {
  title:
    'with the toJSON that Prototype.js 1.6 adds to arrays, a record that refuses a service is read back, and the history is kept [17, 20]',
  pages: { [`${HOST}/`]: hostPage(TO_JSON) },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    await visitor.run(() =>
      window.spaceoneConsent.decide(
        { analytics: true },
        { without: ['analytics/Google Analytics'] },
      ),
    )
    await visitor.visit(`${HOST}/`)
    await until('the SDK', () => visitor.run(() => !!window.spaceoneConsent?.decide))
    const state = await visitor.run(() => {
      const { $state, history } = window.spaceoneConsent
      const { status, without } = $state.get()
      return { status, without: without.join(), kept: history().length }
    })
    expect(hrefs(world)).toEqual([])
    expect(state).toEqual({ status: 'decided', without: 'analytics/Google Analytics', kept: 1 })
  },
}

/** Scenarios for faults of earlier versions: the record did not match the visitor's answer. */
export const record: readonly Scenario[] = [witness, toJson]
