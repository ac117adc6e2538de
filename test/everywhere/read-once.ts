import { expect } from '@playwright/test'
import { expectAsked, expectSilence } from './acts.ts'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'

/** Passes to built-ins objects whose address depends on when or how the address is read. */
const changing = async () => {
  const google = 'https://www.google-analytics.com/g/collect?v=2&en=own'
  const twice = () => {
    let reads = 0
    return { toString: () => (reads++ === 0 ? '/own.txt' : google) } as unknown as string
  }
  const get = (address: string | URL, change = () => {}) =>
    new Promise<number>(resolve => {
      const request = new XMLHttpRequest()
      request.open('GET', address)
      change()
      request.onloadend = () => resolve(request.status)
      request.send()
    })
  const address = new URL('/own.txt', location.href)
  const inputs = [
    twice(),
    new Request('/own.txt'),
    { url: '/own.txt', toString: () => google } as unknown as URL,
    Object.assign(new URL(google), { url: '/own.txt' }),
  ]
  const fetched = await Promise.all(inputs.map(async input => (await fetch(input)).status))
  const change = () => void Object.assign(address, { href: google })
  const requested = [await get(twice()), await get(address, change)]
  navigator.sendBeacon(twice())
  new Image().src = twice()
  document.createElement('img').setAttribute('src', twice())
  const script = document.createElement('script')
  script.src = twice()
  document.head.append(script)
  return { fetched, requested }
}

export const readOnce: Scenario = {
  title:
    'an address is read once, and the browser gets the address that was read, so an object that returns another address later reaches nothing [1, 2]',
  pages: { [`${HOST}/`]: hostPage(), [`${HOST}/own.txt`]: 'own' },
  async run(visitor, world) {
    await expectAsked(visitor, world)
    await expectSilence(world, async () =>
      expect(await visitor.run(changing)).toEqual({
        // `fetch` converts the third and the fourth object to Google's address, so they get the
        // answer of a blocked request.
        fetched: [200, 200, 204, 204],
        requested: [200, 200],
      }),
    )
    expect(world.asked.filter(address => address === `${HOST}/own.txt`).length).toBeGreaterThan(6)
  },
}
