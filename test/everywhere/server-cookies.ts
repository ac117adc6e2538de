import { expect } from '@playwright/test'
import { SERVER_COOKIES, SHOP, type startShop } from '../support/start-shop.ts'
import { isGranted } from './acts.ts'
import { until, untilShown, type Visitor } from './visitor.ts'

const RECORD = 'spaceone_consent'

/** Tries to delete all cookies with every attribute that a script can set. */
const deleteByScript = (visitor: Visitor) =>
  visitor.run(
    names => {
      for (const name of names)
        for (const domain of ['', '; domain=shop.co.kr', '; domain=www.shop.co.kr'])
          for (const more of ['', '; partitioned'])
            document.cookie = `${name}=; max-age=0; path=/${domain}; secure${more}`
    },
    [...SERVER_COOKIES],
  )

/** A grant and a withdrawal in the shop of `startShop`. */
export const serverCookies = {
  title:
    'the receipt log sets the record again, and after a withdrawal deletes the cookies of servers that no script can delete, and no other cookie [30]',
  async run(visitor: Visitor, shop: Awaited<ReturnType<typeof startShop>>): Promise<void> {
    const sent = () =>
      visitor.run(async () => (await (await fetch('/sent')).json()) as readonly string[])
    const isSent = async (names: readonly string[]) =>
      `${await sent()}` === `${['session', ...names].sort()}`

    await visitor.visit(SHOP)
    await untilShown(visitor, 'banner')
    expect(await sent()).toEqual(['session'])
    expect(shop.answered()).toBe(0)

    await visitor.click('accept-all')
    await until('the cookies of the server', () => isSent([RECORD, ...SERVER_COOKIES]))
    await until('the request after the grant', () => shop.answered() === 1)
    // The page that starts calls the receipt log with all of these cookies.
    await visitor.visit(SHOP)
    await until('the request of the next page', () => shop.answered() === 2)
    expect(await isGranted(visitor)).toBe(true)
    expect(await sent()).toEqual(['session', RECORD, ...SERVER_COOKIES].sort())

    await deleteByScript(visitor)
    const left = SERVER_COOKIES.filter(name => name !== 'FPLC')
    await until('the end of the cookie without HttpOnly', () => isSent([RECORD, ...left]))

    await visitor.run(() => window.spaceoneConsent.withdraw('analytics'))
    await until('the request after the withdrawal', () => shop.answered() === 3)
    await until('the end of the cookies', () => isSent([RECORD]))
    expect(await isGranted(visitor)).toBe(false)
    await visitor.visit(SHOP)
    expect(await isGranted(visitor)).toBe(false)
    expect(await sent()).toEqual(['session', RECORD])
  },
}
