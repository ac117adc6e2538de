// @ts-check
// Writes `notices.json` into the built package: the notices that a first visit may show if the site
// uses `article9`, or only `data-ga` and the policy version of `article9`. The key of a notice is
// its hash, as in the visitor's record; the value also has the hash of the inventory from which the
// notice is drawn. The build runs this script on the files that it has just written.
// `scripts/notices` has the notices of earlier releases, one file for each release, because records
// with their hashes still exist.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const DIST = new URL('../packages/consent/dist/', import.meta.url)
const EARLIER = new URL('notices/', import.meta.url)

/**
 * The links that a notice may have: none, to the policy, or also to its earlier versions. The text
 * depends on whether there is a link, not on its address.
 */
const LINKS = [{}, { url: '/privacy' }, { url: '/privacy', earlier: '/privacy/earlier' }]

/** @param {string} file */
const built = file => import(new URL(file, DIST).href)
const { article9 } = await built('index.js')
const { noticesOf } = await built('inventory.js')

/** @type {Record<string, import('../packages/consent/src/evidence.ts').KeptNotice>} */
const notices = {}
for (const links of LINKS)
  Object.assign(notices, await noticesOf(article9({ googleAnalytics: 'G-1A2B3C4', ...links })))

// Version 0.1 of the SDK had no inventory of services. In `notices/0.1.json` the value of each hash
// is therefore a string, the text of the notice.
for (const release of readdirSync(EARLIER))
  for (const [hash, notice] of Object.entries(
    JSON.parse(readFileSync(new URL(release, EARLIER), 'utf8')),
  ))
    notices[hash] = typeof notice === 'string' ? { text: notice } : notice

writeFileSync(new URL('notices.json', DIST), `${JSON.stringify(notices, undefined, 1)}\n`)
