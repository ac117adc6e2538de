// @ts-check
// `npm run labels` compares the menu labels that the guide quotes for Chrome and Firefox with the
// text tables of the installed Chromium and Firefox. Each label has to equal one of the browser's
// texts in each language. `--walk` also clicks the steps of each task in these browsers.

import { existsSync } from 'node:fs'
import { aptInstall } from '../../scripts/lib/apt-install.mjs'
import { prepare } from '../../scripts/lib/prepare.mjs'
import { readFluent, readPak } from './read-tables.mjs'
import { walk } from './walk.mjs'

const LANGUAGES = /** @type {const} */ (['en', 'ko', 'ja'])
const PAKS = '/usr/lib/chromium/locales'
const FIREFOX = '/usr/lib/firefox-esr/browser'
const pack = (/** @type {string} */ language) =>
  `${FIREFOX}/extensions/langpack-${language}@firefox-esr.mozilla.org.xpi`
const TABLES = {
  chrome: { en: `${PAKS}/en-US.pak`, ko: `${PAKS}/ko.pak`, ja: `${PAKS}/ja.pak` },
  firefox: { en: `${FIREFOX}/omni.ja`, ko: pack('ko'), ja: pack('ja') },
}
const missing = () => [
  ...(existsSync(TABLES.chrome.ko) ? [] : ['chromium', 'chromium-l10n']),
  ...(existsSync(pack('ja')) ? [] : ['firefox-esr-l10n-ko', 'firefox-esr-l10n-ja', 'unzip']),
]
if (!(await aptInstall('The labels', missing))) process.exit(1)

await prepare()
const guide = await import('../../packages/consent/dist/guide.js')
let faults = 0
for (const browser of /** @type {const} */ (['chrome', 'firefox'])) {
  const read = browser === 'chrome' ? readPak : readFluent
  const tables = LANGUAGES.map(language => read(TABLES[browser][language]))
  const texts = await Promise.all(LANGUAGES.map(language => guide.loadGuideText(language)))
  // For each language, the labels of all tasks: those of the menu path, and those in quotation
  // marks in the note.
  const rows = texts.map(({ rows }) =>
    rows[browser].slice(2).flatMap((task = '') => {
      const [path = '', note = ''] = task.split(' | ')
      return [...path.split(' > '), ...(note.match(/(?<=[“‘「])[^”’」]+/g) ?? [])]
    }),
  )
  const ids = [...(tables[0]?.keys() ?? [])]
  const known = new Set(ids.map(id => tables.map(table => table.get(id)).join('\n')))
  const labels = new Set(rows[0]?.map((_, at) => rows.map(row => row[at]).join('\n')))
  for (const label of labels)
    if (/\w{2}/.test(label) && !label.includes('{host}') && !known.has(label)) {
      faults += 1
      console.log(`${browser} has no text equal to the guide's label:\n${label}\n`)
    }
  console.log(`${browser}: ${labels.size} labels compared with ${known.size} strings`)
  for (const language of process.argv.includes('--walk') ? LANGUAGES : []) {
    const wrong = await walk(guide, browser, language)
    faults += wrong.length
    console.log(`${browser}, ${language}: steps walked`, ...wrong)
  }
}
process.exit(faults === 0 ? 0 : 1)
