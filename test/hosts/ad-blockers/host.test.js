// Looks in EasyList and EasyPrivacy, as the package ad-block has them, for rules against the files
// of the script tag, and against those of the npm package, whose names bundlers keep for chunks.

import { readdirSync, readFileSync } from 'node:fs'
import { FiltersEngine, Request } from '@ghostery/adblocker'

const LISTS = ['easylist', 'easyprivacy']
const textOf = list => readFileSync(`node_modules/ad-block/test/data/${list}.txt`, 'utf8')
const engine = FiltersEngine.parse(LISTS.map(textOf).join('\n'))

const isBlocked = file => {
  const url = `https://shop.example/consent/0.1.0/${file}`
  const sourceUrl = 'https://shop.example/'
  return engine.match(Request.fromRawDetails({ url, sourceUrl, type: 'script' })).match
}

// A name that is on the lists proves that the check finds rules.
for (const file of ['/AppMeasurement.js', '/adsbygoogle.js'])
  if (!isBlocked(file)) throw new Error(`The lists have no rule against ${file}.`)
const files = ['', '/script']
  .flatMap(folder => readdirSync(`node_modules/@spaceone/consent/dist${folder}`))
  .filter(name => name.endsWith('.js'))
const blocked = files.filter(isBlocked)
if (files.length < 100 || blocked[0])
  throw new Error(`Of ${files.length} files these are blocked: ${blocked.join(', ') || 'none'}`)
