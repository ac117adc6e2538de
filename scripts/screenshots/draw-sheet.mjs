// @ts-check
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { WINDOWS } from './settings.mjs'

/** @typedef {import('./settings.mjs').Setting & { path: string }} Picture */

/** Where the sheet's page is played; no such host is ever asked. */
const SHEET = 'http://sheet.test/'

/** How pictures of a width are laid out: wide ones are smaller, but their text can still be read. */
const LAYOUTS = {
  320: { scale: 1, columns: 6 },
  768: { scale: 0.75, columns: 3 },
  1280: { scale: 0.75, columns: 3 },
}

/** What is higher than this is cut off, in CSS pixels; the picture itself has all of it. */
const MAX_HEIGHT = 2400

const STYLE = `
  body{margin:0;padding:16px;background:#888;font:16px/1.5 sans-serif;width:max-content}
  section{display:grid;gap:16px;justify-content:start;margin-bottom:16px}
  figure{margin:0;padding:8px;background:#fff}
  div{max-height:${MAX_HEIGHT}px;overflow:hidden}
  img{display:block}`

/** @param {readonly Picture[]} pictures */
const tile = pictures =>
  [...new Set(pictures.map(({ width }) => width))]
    .map(width => {
      const { scale, columns } = LAYOUTS[width]
      const figures = pictures.map(({ path, width: own }, index) =>
        own === width
          ? `<figure><div><img src="${index}.png" style="zoom:${scale}"></div>
            <figcaption>${basename(path)} × ${scale}</figcaption></figure>`
          : '',
      )
      return `<h2>${width} px: ${WINDOWS[width].name}</h2>
        <section style="grid-template-columns:repeat(${columns},max-content)">
        ${figures.join('')}</section>`
    })
    .join('')

/**
 * Draws all pictures of a screen on one, by width, with the name of its file under each.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} screen Its name.
 * @param {readonly Picture[]} pictures
 * @param {string} path Where the sheet is written.
 */
export const drawSheet = async (browser, screen, pictures, path) => {
  const page = await browser.newPage()
  await page.route(`${SHEET}**`, async route => {
    const index = /(\d+)\.png$/.exec(route.request().url())?.[1]
    const picture = index && pictures[Number(index)]
    if (picture)
      return route.fulfill({ contentType: 'image/png', body: await readFile(picture.path) })
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><style>${STYLE}</style><h1>${screen}</h1>${tile(pictures)}`,
    })
  })
  await page.goto(SHEET)
  await page.locator('body').screenshot({ path })
  await page.close()
}
