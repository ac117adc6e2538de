// @ts-check
// `npm run labels` compares the menu labels that the guide quotes for Chrome and Firefox with the
// texts of the installed Chromium and Firefox. Each label has to equal one of the browser's texts in
// each language.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { aptInstall } from '../../scripts/lib/apt-install.mjs'
import { prepare } from '../../scripts/lib/prepare.mjs'

/** @typedef {ReadonlyMap<string, string>} Table A browser's texts in one language, by their ids. */

const LANGUAGES = /** @type {const} */ (['en', 'ko', 'ja'])
const PAKS = '/usr/lib/chromium/locales'
const FIREFOX = '/usr/lib/firefox-esr/browser'
const pack = (/** @type {string} */ language) =>
  `${FIREFOX}/extensions/langpack-${language}@firefox-esr.mozilla.org.xpi`

/**
 * Reads Chromium's texts from a file in format 5 and UTF-8.
 *
 * @type {(file: string) => Table}
 * @see https://chromium.googlesource.com/chromium/src/+/main/tools/grit/grit/format/data_pack.py
 */
const readPak = file => {
  const pak = readFileSync(file)
  const entries = pak.readUInt16LE(8)
  const at = (/** @type {number} */ index) => 12 + 6 * index
  const text = (/** @type {number} */ index) =>
    pak.toString('utf8', pak.readUInt32LE(at(index) + 2), pak.readUInt32LE(at(index + 1) + 2))
  const table = new Map()
  for (let index = 0; index < entries; index += 1)
    table.set(`${pak.readUInt16LE(at(index))}`, text(index))
  for (let index = 0; index < pak.readUInt16LE(10); index += 1) {
    const alias = at(entries + 1) + 4 * index
    table.set(`${pak.readUInt16LE(alias)}`, text(pak.readUInt16LE(alias + 2)))
  }
  // Removes the mark of the keyboard shortcut, which is inside the text, as in "New &Incognito
  // window", or behind the text, as in "새 시크릿 창(&I)".
  for (const [id, words] of table) table.set(id, words.replace(/\(&.\)|&/g, ''))
  return table
}

/**
 * Reads Firefox's texts from an archive, such as `omni.ja` or a language pack.
 *
 * @type {(archive: string) => Table}
 */
const readFluent = archive => {
  const { stdout } = spawnSync('unzip', ['-p', archive, '*.ftl'], { maxBuffer: 2 ** 28 })
  const table = new Map()
  let message = ''
  for (const line of stdout.toString('utf8').split('\n')) {
    message = /^([a-z][\w-]*) =/i.exec(line)?.[1] ?? message
    const [, name = '', words] = /^(?:\S+| {4}(\.[\w-]+)) = (.+)$/.exec(line) ?? []
    if (words) table.set(message + name, words.trim())
  }
  return table
}

const missing = () => [
  ...(existsSync(`${PAKS}/ko.pak`) ? [] : ['chromium', 'chromium-l10n']),
  ...(existsSync(pack('ja')) ? [] : ['firefox-esr-l10n-ko', 'firefox-esr-l10n-ja', 'unzip']),
]
if (!(await aptInstall('The labels', missing))) process.exit(1)

const TABLES = {
  chrome: ['en-US', 'ko', 'ja'].map(language => readPak(`${PAKS}/${language}.pak`)),
  firefox: [`${FIREFOX}/omni.ja`, pack('ko'), pack('ja')].map(readFluent),
}
await prepare()
const guide = await import('../../packages/consent/dist/guide.js')
const texts = await Promise.all(LANGUAGES.map(language => guide.loadGuideText(language)))
let faults = 0
for (const browser of /** @type {const} */ (['chrome', 'firefox'])) {
  // For each language, the labels of all tasks: those of the menu path, and those in quotation
  // marks in the note.
  const rows = texts.map(({ rows }) =>
    rows[browser].slice(2).flatMap((task = '') => {
      const [path = '', note = ''] = task.split(' | ')
      return [...path.split(' > '), ...(note.match(/(?<=[“‘「])[^”’」]+/g) ?? [])]
    }),
  )
  const tables = TABLES[browser]
  const ids = [...(tables[0]?.keys() ?? [])]
  const known = new Set(ids.map(id => tables.map(table => table.get(id)).join('\n')))
  const labels = new Set(rows[0]?.map((_, at) => rows.map(row => row[at]).join('\n')))
  for (const label of labels)
    if (/\w{2}/.test(label) && !label.includes('{host}') && !known.has(label)) {
      faults += 1
      console.log(`${browser} has no text equal to the guide's label:\n${label}\n`)
    }
  console.log(`${browser}: ${labels.size} labels compared with ${known.size} texts`)
}
process.exit(faults === 0 ? 0 : 1)
