// @ts-check
// Pictures of all that a visitor can see, to be looked at by people: each screen in each language,
// width and colour scheme, and a sheet with all pictures of a screen. It checks nothing.
// `npm run screenshots -- --screen banner --language ko --width 320 --scheme dark` takes one of them;
// each option may be given more than once.

import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { prepare } from './lib/prepare.mjs'

const RESULTS = 'test/results/screenshots'
const SHEETS = `${RESULTS}/sheets`

const several = /** @type {const} */ ({ type: 'string', multiple: true })
const { values: options } = parseArgs({
  options: { screen: several, language: several, width: several, scheme: several },
})

await prepare()
// Not at the top: a fresh clone has no packages before `prepare`.
const { drawSheet } = await import('./screenshots/draw-sheet.mjs')
const { openBrowser } = await import('./screenshots/open-browser.mjs')
const { openVisit } = await import('./screenshots/open-visit.mjs')
const { SCREENS } = await import('./screenshots/screens.mjs')
const { LANGUAGES, SCHEMES, WIDTHS } = await import('./screenshots/settings.mjs')
const { takePicture } = await import('./screenshots/take-picture.mjs')
const { startPortalServer } = await import('./portal-server.mjs')

/**
 * Gives what an option asks for, or all that there is.
 *
 * @template {string} Name
 * @param {keyof typeof options} option
 * @param {readonly Name[]} names
 */
const chosen = (option, names) => {
  const asked = options[option]
  const unknown = asked?.find(name => !names.some(known => known === name))
  if (unknown !== undefined) {
    console.error(`--${option} is one of ${names.join(', ')}; ${unknown} is none.`)
    process.exit(1)
  }
  return names.filter(name => !asked || asked.includes(name))
}

const screens = chosen('screen', Object.keys(SCREENS))
const settings = chosen('width', WIDTHS).flatMap(width =>
  chosen('scheme', SCHEMES).flatMap(scheme =>
    chosen('language', LANGUAGES).map(language => ({ width, language, scheme })),
  ),
)

mkdirSync(SHEETS, { recursive: true })
const { address, requests, close } = await startPortalServer({ port: 0 })
const browser = await openBrowser()
let failed = 0
let taken = 0
try {
  for (const [screen, show] of Object.entries(SCREENS)) {
    if (!screens.includes(screen)) continue
    const pictures = []
    const absent = new Set()
    for (const setting of settings) {
      const { language, width, scheme } = setting
      const path = `${RESULTS}/${screen}-${language}-${width}-${scheme}.png`
      // The portal shows them; each visitor is the first.
      requests.length = 0
      const visit = await openVisit(browser, address, setting, show.zoom)
      try {
        const why = await takePicture(visit, show, path)
        if (why) absent.add(why)
        else pictures.push({ ...setting, path })
      } catch (error) {
        failed += 1
        console.error(`${path}: ${error instanceof Error ? error.message : error}`)
      } finally {
        await visit.close()
      }
    }
    for (const reason of absent) console.log(`${screen}: skipped, ${reason}`)
    if (!pictures.length) continue
    taken += pictures.length
    await drawSheet(browser, screen, pictures, `${SHEETS}/${screen}.png`)
    console.log(`${screen}: ${pictures.length} pictures`)
  }
} finally {
  await browser.close()
  await close()
}

console.log(`\n${taken} pictures are in ${RESULTS}, a sheet of each screen in ${SHEETS}.`)
if (failed) console.error(`${failed} could not be taken.`)
process.exit(failed ? 1 : 0)
