import { expect, test } from 'vitest'
import { findPages } from './find-pages.ts'
import type { Get } from './get.ts'

const SITE = 'https://shop.example/'

/** Answers with the texts of a table; with 404 for any other path. */
const serve =
  (answers: Record<string, string | number>): Get =>
  async url => {
    const answer = answers[new URL(url).pathname] ?? 404
    if (answer === 0) return undefined
    return typeof answer === 'number'
      ? { url, status: answer, text: '' }
      : { url, status: 200, text: answer }
  }

const sitemap = (...pages: string[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${pages
    .map(page => `<url><loc> ${page} </loc></url>`)
    .join('')}</urlset>`

const index = (...maps: string[]) =>
  `<s:sitemapindex xmlns:s="x">${maps.map(one => `<s:sitemap><s:loc>${one}</s:loc></s:sitemap>`).join('')}</s:sitemapindex>`

test('lists the pages of the sitemap up to the limit', async () => {
  const pages = [`${SITE}a?x=1&amp;y=2`, `${SITE}b`, `${SITE}b`, `${SITE}c`, `${SITE}d`]
  const found = await findPages(`${SITE}en/`, 3, serve({ '/sitemap.xml': sitemap(...pages) }))
  expect(found).toEqual({ pages: [`${SITE}a?x=1&y=2`, `${SITE}b`, `${SITE}c`], forbidden: 0 })
})

test('lists no page that robots.txt forbids, to all or to the audit', async () => {
  const answers = { '/sitemap.xml': sitemap(SITE, `${SITE}cart/1`, `${SITE}two`) }
  const all = { ...answers, '/robots.txt': 'User-agent: *\nDisallow: /cart/' }
  expect(await findPages(SITE, 9, serve(all))).toEqual({
    pages: [SITE, `${SITE}two`],
    forbidden: 1,
  })
  const us = 'User-agent: consent-audit\nDisallow: /\n\nUser-agent: *\nAllow: /'
  expect(await findPages(SITE, 9, serve({ ...answers, '/robots.txt': us }))).toEqual({
    ...{ pages: [], forbidden: 3 },
  })
})

test.each([
  ['does not answer', 0],
  ['answers with a fault of the server', 503],
])('lists nothing if robots.txt %s', async (_, robots) => {
  const found = await findPages(
    SITE,
    9,
    serve({ '/robots.txt': robots, '/sitemap.xml': sitemap(SITE) }),
  )
  expect(found).toMatchObject({ pages: [], problem: expect.stringContaining('robots.txt') })
})

test('follows the sitemaps that robots.txt and an index name, but not to another site', async () => {
  const asked: string[] = []
  const get = serve({
    '/robots.txt': `Sitemap: ${SITE}maps.xml`,
    '/maps.xml': index(`${SITE}one.xml`, 'https://inner.example/two.xml', `${SITE}maps.xml`),
    '/one.xml': sitemap(`${SITE}one`, 'https://other.example/', 'not an address'),
  })
  const found = await findPages(SITE, 9, url => {
    asked.push(url)
    return get(url)
  })
  expect(found.pages).toEqual([`${SITE}one`])
  expect(asked).toEqual([`${SITE}robots.txt`, `${SITE}maps.xml`, `${SITE}one.xml`])
})

test.each([
  ['no sitemap', {}],
  ['a page in place of the sitemap', { '/sitemap.xml': '<!doctype html><p>404' }],
])('says so if a site has %s', async (_, answers) => {
  const found = await findPages(SITE, 9, serve(answers))
  expect(found).toMatchObject({ pages: [], problem: expect.stringContaining('no sitemap') })
})
