import { expect, type Page } from '@playwright/test'
import { SOURCE } from '../support/markup.ts'
import { test } from '../support/visitor.ts'

/** Markup with the likeliest mistake: the address is in `src`, and the script has no type. */
const MARKED = `<script data-consent="analytics" src="/marked.js"></script>
  <iframe data-consent="analytics" src="${SOURCE}"></iframe>
  <img data-consent="analytics" src="/marked.png" alt="">
  <iframe data-consent src="${SOURCE}?empty"></iframe>
  <script>{
    const script = document.createElement('script')
    script.dataset.consent = 'analytics'
    script.src = '/marked.js?inserted'
    document.body.append(script)
  }</script><p id="sentinel"></p>`

/** Serves the script. Returns a function that says how often it has run on the current page. */
const countRuns = async (page: Page) => {
  await page.route('**/marked.js*', route =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'window.runs = (window.runs ?? 0) + 1',
    }),
  )
  return () => page.evaluate(() => (window as { runs?: number }).runs ?? 0)
}

test('markup with data-consent and src, also a script that code inserts while the page is parsed, waits for the grant, is unchanged after it, and the console has each element that waits [1, 5]', async ({
  visitor,
  page,
}) => {
  const { warnings } = visitor
  const runs = await countRuns(page)
  const films = () =>
    page
      .frames()
      .map(frame => frame.url())
      .filter(address => address.startsWith(SOURCE))
  await visitor.opens({ body: MARKED })
  await expect(visitor.banner).toBeVisible()
  expect(await runs()).toBe(0)
  await expect(page.locator('iframe[src]')).toHaveCount(0)
  expect(films()).toEqual([])
  await expect.poll(() => warnings).toHaveLength(4)
  for (const address of ['/marked.js', SOURCE, '/marked.png'])
    expect(warnings.join('\n')).toContain(`data-consent="analytics" data-src="${address}">`)

  await visitor.accepts()
  await expect.poll(runs).toBe(2)
  await expect.poll(films).toEqual([SOURCE])
  await visitor.decides(false)
  await expect.poll(films).toEqual([])
  await visitor.decides(true)
  await expect.poll(films).toHaveLength(1)
  expect(await runs()).toBe(2)

  visitor.films.length = 0
  await visitor.reloads()
  await expect(page.frameLocator('iframe').first().getByText('Play')).toBeVisible()
  // Chromium may request the iframe with an empty `data-consent` before the SDK removes its `src`.
  expect(visitor.films.filter(address => address === SOURCE)).toHaveLength(1)
  await expect.poll(films).toEqual([SOURCE])
  // After the reload a warning names only the element whose `data-consent` is empty.
  expect(visitor.faults).toHaveLength(5)
})
