// @ts-check
// Writes the pages of the portal into the folders en, ko and ja: each page of `template` with the
// words of each language. `npm run build`, `npm start` and `npm test` run this file.

import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { home } from './template/home.mjs'
import { ADDRESSES, layout } from './template/layout.mjs'
import { pricing } from './template/pricing.mjs'
import { privacy } from './template/privacy.mjs'
import { en } from './words/en.mjs'
import { ja } from './words/ja.mjs'
import { ko } from './words/ko.mjs'

for (const [language, words] of Object.entries({ en, ko, ja })) {
  const folder = fileURLToPath(new URL(`${language}/`, import.meta.url))
  mkdirSync(folder, { recursive: true })
  for (const [name, contents] of Object.entries({ home, pricing, privacy })) {
    const main = contents(words, `/${language}/`)
    const file = folder + (ADDRESSES[/** @type {keyof typeof ADDRESSES} */ (name)] || 'index.html')
    writeFileSync(file, layout({ language, name, words, main }))
  }
}
