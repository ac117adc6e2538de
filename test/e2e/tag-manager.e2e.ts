import { expect } from '@playwright/test'
import { test } from '../support/visitor.ts'

type Entry = Record<string, unknown>

test('the Tag Manager container is loaded after the grant, receives the consent state, and ignores events after the withdrawal [2, 23]', {
  tag: '@firefox',
}, async ({ visitor, page }) => {
  await visitor.opensPortal({
    tag: tag => tag.replace(/data-ga="[^"]*"/, 'data-gtm="GTM-ABC123" data-layer="ownLayer"'),
  })
  const push = (...entries: Entry[]) =>
    page.evaluate(all => {
      ;(window as unknown as { ownLayer: unknown[] }).ownLayer.push(...all)
    }, entries)
  await push({ event: 'early' }, { user: 'new' })
  await visitor.isAsked()

  await visitor.accepts()
  await expect
    .poll(() => visitor.requests()[0])
    .toBe('https://www.googletagmanager.com/gtm.js?id=GTM-ABC123&l=ownLayer')
  await expect.poll(visitor.events).toContain('page_view')
  const layer = async (): Promise<Entry[]> =>
    JSON.parse(await page.evaluate('JSON.stringify(ownLayer)'))
  const entries = await layer()
  const at = (is: (entry: Entry) => boolean) => entries.findIndex(is)
  expect(at(({ event }) => event === 'early')).toBe(-1)
  const order = [
    at(entry => entry['1'] === 'default'),
    at(entry => entry['1'] === 'update'),
    at(({ spaceone_consent }) => spaceone_consent !== undefined),
    at(({ user }) => user === 'new'),
    at(({ event }) => event === 'gtm.js'),
  ]
  expect(order).toEqual([...order].sort((one, other) => one - other))
  expect(order).not.toContain(-1)

  await visitor.chooses('analytics', false)
  await visitor.sendsNothing(() => push({ event: 'late' }))
  expect(await visitor.cookies()).toEqual(['spaceone_consent'])
  expect((await layer()).filter(({ event }) => event === 'late')).toEqual([])
  expect(visitor.faults).toEqual([])
})
