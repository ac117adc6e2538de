import { expect } from '@playwright/test'
import { test } from '../support/visitor.ts'

const DAY_SECONDS = 86_400

const KEPT: Readonly<Record<string, number>> = {
  '184 days': 184,
  '13 months': 395,
  '13 months after the last visit': 395,
}

test('the cookie table names every cookie that is set, with its true lifetime [12, 29]', async ({
  visitor,
  page,
  context,
}) => {
  await visitor.opensPortal({ path: '/en/privacy.html' })
  await visitor.accepts()
  await expect.poll(visitor.cookies).toHaveLength(3)

  const rows = page.locator('[data-consent-cookies] tbody tr')
  await expect(rows).toHaveCount(4)
  const cells = await rows.evaluateAll(found =>
    found.map(({ children }) => [...children].map(({ textContent }) => textContent ?? '')),
  )
  const now = Date.now() / 1000
  const isNamed = (name: string, pattern = '') =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
  for (const { name, expires, domain } of await context.cookies()) {
    // Exactly one row names each cookie: `_ga_ABC` belongs to the row `_ga_*`, and not to the row
    // `_ga`.
    const [row = [], ...others] = cells.filter(([pattern]) => isNamed(name, pattern))
    expect(others, name).toEqual([])
    const [, , purpose, kept = '', party] = row
    expect(purpose, name).not.toBe('')
    expect(Math.round((expires - now) / DAY_SECONDS), name).toBe(KEPT[kept])
    expect(party, name).toContain('This site')
    expect(new URL(page.url()).hostname.endsWith(domain.replace(/^\./, '')), name).toBe(true)
  }
})
