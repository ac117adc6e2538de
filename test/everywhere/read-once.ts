import { expect } from '@playwright/test'
import { expectAsked, expectSilence } from './acts.ts'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'

/** Passes built-ins objects whose address is another one each time it is read. */
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
  navigator.sendBeacon(twice())
  new Image().src = twice()
  document.createElement('img').setAttribute('src', twice())
  const script = document.createElement('script')
  document.head.append(script)
  script.src = twice()
  const own = [twice(), new Request('/own.txt')].map(input => fetch(input))
  const blocked = [
    { url: '/own.txt', toString: () => google } as unknown as URL,
    Object.assign(new URL(google), { url: '/own.txt' }),
  ].map(input => fetch(input))
  return {
    own: await Promise.all([
      ...own.map(async answer => (await answer).status),
      get(twice()),
      get(address, () => {
        address.href = google
      }),
    ]),
    blocked: await Promise.all(blocked.map(async answer => (await answer).status)),
  }
}

export const readOnce: readonly Scenario[] = [
  {
    title:
      'an address is read once, and the browser gets the address that was read, so an object that returns another address later reaches nothing [1, 2]',
    pages: { [`${HOST}/`]: hostPage(), [`${HOST}/own.txt`]: 'own' },
    async run(visitor, world) {
      await expectAsked(visitor, world)
      await expectSilence(world, async () =>
        expect(await visitor.run(changing)).toEqual({
          own: [200, 200, 200, 200],
          blocked: [204, 204],
        }),
      )
      expect(world.asked.filter(address => address === `${HOST}/own.txt`).length).toBeGreaterThan(6)
    },
  },
]
