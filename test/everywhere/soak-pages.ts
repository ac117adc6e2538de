import { REMEMBER } from './built-ins.ts'
import { COUNT } from './counts.ts'
import { HOST, hostPage, npmPageWith, tagWith, WITH_BUTTON } from './host-page.ts'
import { LIVE } from './long-visit.ts'
import type { ServedPages } from './world.ts'

/** Answers the endpoint's requests in the page, since drivers are slow. */
const ANSWER = `{
  const ask = window.fetch
  window.fetch = (address, options) => address === '/events'
    ? Promise.resolve(new Response(null, { status: 204 }))
    : ask(address, options)
}`

const counted = (page: string, first = '') => {
  const scripts = [COUNT, LIVE, first, REMEMBER].map(source => `<script>${source}</script>`)
  return page
    .replace('<head>', `<head>${scripts.join('')}`)
    .replace('<body>', '<body lang="en"><main></main>')
}

const PAGES = {
  'script tag': counted(
    hostPage('', '', tagWith(`${WITH_BUTTON} data-delivery="/events"`)),
    ANSWER,
  ),
  npm: counted(npmPageWith("delivery: deliverTo({ url: '/events' })")),
}

export type Way = keyof typeof PAGES

const without = (page: string) =>
  page.replace(/<script (?=src="\/consent|type="module)/, '<script type="text/plain" ')

/** Returns the page with the SDK at `/`, without it, and the files of its routes. */
export const soakPages = (way: Way): ServedPages => ({
  [`${HOST}/`]: PAGES[way],
  [`${HOST}/without`]: without(PAGES[way]),
  [`${HOST}/film`]: '<!doctype html><title>Film</title>',
  [`${HOST}/blocked.js`]: 'ran += 1',
  [`${HOST}/events`]: '{}',
})
