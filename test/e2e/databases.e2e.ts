import { expect } from '@playwright/test'
import { test } from '../support/visitor.ts'

const CATEGORIES = `{ support: { services: [service({
  name: 'Chat', recipients: 'not-stated', retention: 'not-stated',
  addresses: [], cookies: [], databases: ['chat'], start() {}, stop() {},
})] } }`

test('a withdrawal deletes a database of the service as soon as the page closes its last connection, and no other database [23]', async ({
  visitor,
  page,
}) => {
  await visitor.opens({ way: 'npm', categories: CATEGORIES })
  await page.evaluate(async () => {
    window.spaceoneConsent.acceptAll()
    const open = (name: string) =>
      new Promise<IDBDatabase>(resolve => {
        const request = indexedDB.open(name, 1)
        request.onsuccess = () => resolve(request.result)
      })
    const connections = [await open('chat'), await open('chat'), await open('cart')]
    Object.assign(window, { connections })
  })
  const names = () =>
    page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort())
  const close = () =>
    page.evaluate(() =>
      (window as unknown as { connections: IDBDatabase[] }).connections.shift()?.close(),
    )
  await page.evaluate(() => window.spaceoneConsent.withdraw('support'))
  await close()
  expect(await names()).toContain('cart')
  await close()
  await expect.poll(names).toEqual(['cart'])
})
