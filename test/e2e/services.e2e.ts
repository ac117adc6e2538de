import { expect } from '@playwright/test'
import { test } from '../support/visitor.ts'

test("in advanced mode Google's tag sends cookieless hits while denied, as documented, and sets no cookie", async ({
  visitor,
}) => {
  const states = () =>
    visitor.site.google
      .filter(({ events }) => events.length > 0)
      .map(({ url }) => url.searchParams.get('gcs'))
  await visitor.opens({
    way: 'npm',
    categories:
      "{ analytics: { services: [googleAnalytics({ id: 'G-ABC123', mode: 'advanced' })] } }",
  })
  await expect.poll(states).toEqual(['G100'])
  expect(await visitor.cookies()).toEqual([])
  await visitor.decides(true)
  await visitor.pushes('own')
  await expect.poll(states, { timeout: 8000 }).toEqual(['G100', 'G101'])
  expect(await visitor.cookies()).toEqual(['_ga', '_ga_ABC123', 'spaceone_consent'])
  await visitor.decides(false)
  expect(await visitor.cookies()).toEqual(['spaceone_consent'])
})
