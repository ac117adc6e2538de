import { expect, test } from 'vitest'
import { findPages } from '../src/sitemap/find-pages.ts'
import { withGet } from '../src/sitemap/get.ts'
import { page, siteOf } from './support/pages.ts'
import { SHOP } from './support/play.ts'
import { createWorkplace, QUICK } from './support/run-command.ts'
import { serveWorld } from './support/serve-world.ts'

/** The routes of a site whose robots.txt forbids one of the pages in its sitemap. */
const routes = (home: string) => ({
  '/robots.txt': `User-agent: *\nDisallow: /account/\nSitemap: ${home}maps/all.xml`,
  '/maps/all.xml': `<urlset><url><loc>${home}account/1</loc></url><url><loc>${home}two</loc></url></urlset>`,
})

test('the pages of a sitemap are fetched through the audit’s connections, and obey robots.txt', async () => {
  const world = await serveWorld({ 'shop.example': routes(SHOP) })
  const found = await withGet(world.connect, get => findPages(`${SHOP}en/`, 5, get))
  await world.close()
  expect(found).toEqual({ pages: [`${SHOP}two`], forbidden: 1 })
  expect(world.arrivals).toEqual(['GET shop.example/robots.txt', 'GET shop.example/maps/all.xml'])
})

test('a robots.txt that cannot be fetched allows nothing', async () => {
  const refuse = async () => {
    throw new Error('no connection')
  }
  const found = await withGet(refuse, get => findPages(SHOP, 5, get))
  expect(found.problem).toContain('robots.txt')
})

test('--sitemap and --pages audit further pages, up to the limit', { tags: 'full' }, async () => {
  const work = createWorkplace()
  const world = await serveWorld(port => ({
    localhost: { ...siteOf(page()), ...routes(`http://localhost:${port}/`) },
  }))
  const home = `http://localhost:${world.port}/`
  const { err } = await work.run([home, '--pages', 'privacy', '--sitemap', ...QUICK])
  const { seen } = JSON.parse(work.read('consent-audit.json'))
  await world.close()
  work.remove()
  const urls = seen.pages.map(({ url }: { url: string }) => url)
  expect(urls).toEqual([home, `${home}privacy`, `${home}two`])
  expect(err).toContain('forbids 1 page')
  expect(world.arrivals.join()).not.toContain('/account/')
})
