// @ts-check
// `npm run labels` compares the menu labels that the guide quotes for Chrome and Firefox with the
// texts of the installed Chromium and Firefox. Each label has to equal one of the browser's texts in
// each language.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { aptInstall } from '../../scripts/lib/apt-install.mjs'
import { prepare } from '../../scripts/lib/prepare.mjs'

const LANGUAGES = ['en', 'ko', 'ja']
const PAKS = '/usr/lib/chromium/locales'
const FIREFOX = '/usr/lib/firefox-esr/browser'
const pack = (/** @type {string} */ language) =>
  `${FIREFOX}/extensions/langpack-${language}@firefox-esr.mozilla.org.xpi`

/**
 * Reads Chromium's texts from a file in format 5 and UTF-8.
 *
 * @type {(file: string) => readonly string[]}
 * @see https://chromium.googlesource.com/chromium/src/+/main/tools/grit/grit/format/data_pack.py
 */
const readPak = file => {
  const pak = readFileSync(file)
  const start = (/** @type {number} */ index) => pak.readUInt32LE(14 + 6 * index)
  // Removes the mark of the keyboard shortcut, which is inside the text, as in "New &Incognito
  // window", or behind the text, as in "새 시크릿 창(&I)".
  return Array.from({ length: pak.readUInt16LE(8) }, (_, index) =>
    pak.toString('utf8', start(index), start(index + 1)).replace(/\(&.\)|&/g, ''),
  )
}

/**
 * Reads Firefox's texts from an archive, such as `omni.ja` or a language pack.
 *
 * @type {(archive: string) => readonly string[]}
 */
const readFluent = archive => {
  const { stdout } = spawnSync('unzip', ['-p', archive, '*.ftl'], { maxBuffer: 2 ** 28 })
  return [...`${stdout}`.matchAll(/^(?:\S+| {4}\.[\w-]+) = (.+)$/gm)].map(([, text = '']) => text)
}

const missing = () => [
  ...(existsSync(`${PAKS}/ko.pak`) ? [] : ['chromium', 'chromium-l10n']),
  ...(existsSync(pack('ja')) ? [] : ['firefox-esr-l10n-ko', 'firefox-esr-l10n-ja', 'unzip']),
]
if (!(await aptInstall('The labels', missing))) process.exit(1)

await prepare()
const guide = await import('../../packages/consent/dist/guide.js')
const BROWSERS = {
  chrome: ['en-US', 'ko', 'ja'].map(language => readPak(`${PAKS}/${language}.pak`)),
  firefox: [`${FIREFOX}/omni.ja`, pack('ko'), pack('ja')].map(readFluent),
}
let faults = 0
for (const [browser, tables] of Object.entries(BROWSERS))
  for (const [at, language] of LANGUAGES.entries()) {
    const known = new Set(tables[at])
    const [, , ...tasks] = (await guide.loadGuideText(language)).rows[
      /** @type {keyof typeof BROWSERS} */ (browser)
    ]
    // The labels of a task are those of the menu path, and those in quotation marks in the note.
    const labels = tasks.flatMap((task = '') => {
      const [path = '', note = ''] = task.split(' | ')
      return [...path.split(' > '), ...(note.match(/(?<=[“‘「])[^”’」]+/g) ?? [])]
    })
    const unknown = labels.filter(
      label => /\p{L}{2}/u.test(label) && !label.includes('{host}') && !known.has(label),
    )
    faults += unknown.length
    console.log(`${browser}, ${language}: ${labels.length} labels compared;`, 'unknown:', unknown)
  }
process.exit(faults === 0 ? 0 : 1)
