import { expect } from '@playwright/test'
import { HOST, hostPage, TAG } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until, untilShown, type Visitor } from './visitor.ts'

const SERVICES = `<script>
  window.spaceoneConsent = (...call) => (spaceoneConsent.q = spaceoneConsent.q || []).push(call)
  spaceoneConsent({ services: [{
    name: 'Chat', category: 'support', recipients: 'not-stated', retention: 'not-stated',
    addresses: [], cookies: [], storage: ['chat_*'],
  }] })
</script>`

const write = (visitor: Visitor) =>
  visitor.run(() => {
    for (const storage of [localStorage, sessionStorage]) {
      storage.setItem('chat_id', '1')
      storage.setItem('cart', '1')
      storage['chat_property'] = '1'
    }
  })

const keys = (visitor: Visitor): Promise<string[]> =>
  visitor.run(() =>
    [localStorage, sessionStorage].map(storage =>
      Object.keys(storage)
        .filter(key => !key.startsWith('spaceone'))
        .sort()
        .join(),
    ),
  )

/**
 * Waits until both sweeps after a change are over. The second follows a second after the first, and
 * a timer that is set later, for as long, fires after it.
 */
const untilSwept = (visitor: Visitor) =>
  visitor.run(() => new Promise(resolve => setTimeout(resolve, 1000)))

const both = (kept: string) => [kept, kept]

/** Libraries write keys seconds after they have loaded, and again after a refusal. */
export const storage: Scenario = {
  title:
    'a service that is not granted cannot write its keys of localStorage and sessionStorage at any time, what it writes by property goes at the next sweep, and the keys of the site stay [1, 23]',
  pages: { [`${HOST}/`]: hostPage(SERVICES, '', TAG) },
  async run(visitor) {
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    await untilSwept(visitor)
    await write(visitor)
    expect(await keys(visitor)).toEqual(both('cart,chat_property'))
    await visitor.run(() => window.spaceoneConsent.rejectAll())
    expect(await keys(visitor)).toEqual(both('cart'))
    await untilSwept(visitor)
    await write(visitor)
    expect(await keys(visitor)).toEqual(both('cart,chat_property'))
    expect(
      await visitor.run(() => {
        localStorage.removeItem('chat_property')
        return [localStorage.getItem('chat_property'), sessionStorage.getItem('chat_property')]
      }),
    ).toEqual([null, '1'])

    await visitor.visit(`${HOST}/`)
    await until('the sweep', async () => `${await keys(visitor)}` === `${both('cart')}`)
    await visitor.run(() => window.spaceoneConsent.acceptAll())
    await write(visitor)
    expect(await keys(visitor)).toEqual(both('cart,chat_id,chat_property'))
    await visitor.run(() => window.spaceoneConsent.withdraw('support'))
    expect(await keys(visitor)).toEqual(both('cart'))
  },
}
