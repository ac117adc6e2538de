import { REMEMBER } from './built-ins.ts'
import { COUNT } from './counts.ts'
import { HOST, hostPage, npmPageWith, tagWith, WITH_BUTTON } from './host-page.ts'
import { LIVE } from './long-visit.ts'
import type { ServedPages } from './world.ts'

/**
 * Answers the page's requests to the endpoint inside the page, because browser drivers would be
 * slow to answer thousands of requests.
 */
const ANSWER = `{
  const ask = window.fetch
  window.fetch = (address, options) => address === '/events'
    ? Promise.resolve(new Response(null, { status: 204 }))
    : ask(address, options)
}`

/** Adds to a page the scripts that count its listeners and nodes, and an element for its routes. */
const counted = (page: string, first = '') => {
  const scripts = [COUNT, LIVE, first, REMEMBER].map(source => `<script>${source}</script>`)
  return page
    .replace('<head>', `<head>${scripts.join('')}`)
    .replace('<body>', '<body lang="en"><main></main>')
}

/** The page with the SDK, for each way to import the SDK. */
const PAGES = {
  'script tag': counted(
    hostPage('', '', tagWith(`${WITH_BUTTON} data-delivery="/events"`)),
    ANSWER,
  ),
  npm: counted(npmPageWith("delivery: deliverTo({ url: '/events' })")),
}

export type Way = keyof typeof PAGES

/** Replaces the type of the script element that loads the SDK, so that the script does not run. */
const without = (page: string) =>
  page.replace(/<script (?=src="\/consent|type="module)/, '<script type="text/plain" ')

/**
 * Returns the page with the SDK at `/`, the same page without the SDK, and the files that the
 * page's routes load.
 */
export const soakPages = (way: Way): ServedPages => ({
  [`${HOST}/`]: PAGES[way],
  [`${HOST}/without`]: without(PAGES[way]),
  [`${HOST}/film`]: '<!doctype html><title>Film</title>',
  [`${HOST}/blocked.js`]: 'ran += 1',
  [`${HOST}/events`]: '{}',
})
