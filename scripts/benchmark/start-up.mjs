// @ts-check
// Measures what the SDK costs a visitor beside two other consent tools: the time of the page's main
// thread on a first and on a later visit, the time until the banner is there, the click on Accept,
// the largest paint, and memory.

import { cpus } from 'node:os'
import { chromium } from '@playwright/test'
import { BROWSERS } from '../lib/browsers.mjs'
import { makeCertificate } from '../lib/make-certificate.mjs'
import { cookiesOfGrant, largestPaint, liveHeap, timeAccept } from './start-up/drive.mjs'
import { googleFlags } from './start-up/google.mjs'
import { installPackages } from './start-up/install-packages.mjs'
import { EMPTY, serveSites } from './start-up/serve-sites.mjs'
import { summaries, table } from './start-up/table.mjs'
import { TOOLS } from './start-up/tools.mjs'
import { traceVisit, visitUntil } from './start-up/visit-alone.mjs'
import { median } from './summary.mjs'

/** The widths of the window at which the largest paint is measured, in pixels. */
const WIDTHS = [390, 1280]

/** @typedef {import('./start-up/serve-sites.mjs').Sites} Sites */
/** @typedef {Record<string, (number | string)[]>} Values The values of each tool, by its name. */

/** @returns {Values} */
const perTool = () => Object.fromEntries(TOOLS.map(({ name }) => [name, []]))

/**
 * Measures visits of the sites, one after another, in a Chromium without a driver.
 *
 * @param {Sites} sites
 * @param {number} visits
 * @param {readonly string[]} flags
 */
const measureAlone = async (sites, visits, flags) => {
  const rows = {
    banner: perTool(),
    requests: perTool(),
    kilobytes: perTool(),
    firstScript: perTool(),
    firstTasks: perTool(),
    laterScript: perTool(),
    laterTasks: perTool(),
  }
  /** @type {{ script: number[], tasks: number[] }} */
  const empty = { script: [], tasks: [] }
  for (let turn = 0; turn < visits; turn += 1) {
    const page = await traceVisit(`${sites.address}/${EMPTY}/`, flags)
    empty.script.push(page.script)
    empty.tasks.push(page.tasks)
    for (const { name } of TOOLS) {
      const site = `${sites.address}/${name}`
      sites.takeCounts()
      const first = await traceVisit(`${site}/`, flags)
      const { requests, bytes } = sites.takeCounts()
      const later = await traceVisit(`${site}/later`, flags)
      const banner = await visitUntil(`${site}/probed`, flags, sites.nextBanner())
      rows.firstScript[name]?.push(first.script)
      rows.firstTasks[name]?.push(first.tasks)
      rows.laterScript[name]?.push(later.script)
      rows.laterTasks[name]?.push(later.tasks)
      rows.banner[name]?.push(banner)
      rows.requests[name]?.push(requests)
      rows.kilobytes[name]?.push(bytes / 1024)
    }
  }
  const over = (/** @type {Values} */ values, /** @type {readonly number[]} */ base) =>
    Object.fromEntries(
      Object.entries(values).map(([name, all]) => [
        name,
        all.map(value => Number(value) - median(base)),
      ]),
    )
  return [
    { title: 'first visit: files', values: rows.requests },
    { title: 'first visit: kB, brotli', values: rows.kilobytes, digits: 1 },
    { title: 'first visit: script, ms', values: over(rows.firstScript, empty.script), digits: 1 },
    { title: 'first visit: tasks, ms', values: over(rows.firstTasks, empty.tasks), digits: 1 },
    { title: 'later visit: script, ms', values: over(rows.laterScript, empty.script), digits: 1 },
    { title: 'later visit: tasks, ms', values: over(rows.laterTasks, empty.tasks), digits: 1 },
    { title: 'banner visible after, ms', values: rows.banner },
  ]
}

/**
 * Takes the measurements for which Playwright has to control the page: the click on Accept, the
 * largest paint and the heap.
 *
 * @param {Sites} sites
 * @param {number} visits
 * @param {import('@playwright/test').Browser} browser
 */
const measureDriven = async (sites, visits, browser) => {
  const accept = perTool()
  const heap = perTool()
  const paints = WIDTHS.map(perTool)
  for (let turn = 0; turn < visits; turn += 1)
    for (const tool of TOOLS) {
      const { name } = tool
      const site = `${sites.address}/${name}`
      accept[name]?.push(await timeAccept(browser, site, tool))
      heap[name]?.push(await liveHeap(browser, `${site}/later`))
      if (turn === 0)
        for (const [at, width] of WIDTHS.entries())
          paints[at]?.[name]?.push(await largestPaint(browser, site, width))
    }
  return [
    { title: 'Accept until the next frame, ms (4x)', values: accept },
    ...WIDTHS.map((width, at) => ({
      title: `largest paint at ${width} px`,
      values: paints[at] ?? {},
    })),
    { title: 'later visit: live heap, kB', values: heap },
  ]
}

/**
 * Measures and prints the table.
 *
 * @param {number} visits The number of rounds. Each round takes every figure of every site once,
 *   but only the first round takes the largest paint.
 * @param {boolean} isJson Whether to print JSON in place of the table.
 */
export const measureStartUp = async (visits, isJson) => {
  const packages = TOOLS.flatMap(tool => tool.package ?? [])
  const { modules, remove } = await installPackages(packages)
  const sites = await serveSites(TOOLS, modules, makeCertificate())
  // From here on, the server has all files in memory.
  remove()
  const flags = googleFlags(sites.googlePort)
  const browser = await chromium.launch({
    executablePath: BROWSERS.chromium.path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...flags],
  })
  const version = browser.version()
  try {
    for (const tool of TOOLS)
      sites.storeCookies(
        tool.name,
        await cookiesOfGrant(browser, `${sites.address}/${tool.name}`, tool),
      )
    const driven = await measureDriven(sites, visits, browser)
    // While visits without a driver are measured, nothing else may run.
    await browser.close()
    const found = summaries(
      [...(await measureAlone(sites, visits, flags)), ...driven],
      TOOLS[0]?.name ?? '',
    )
    const [{ model = '', length } = { model: '', length: 0 }] = [
      { ...cpus()[0], length: cpus().length },
    ]
    const about = {
      chromium: version,
      node: process.version,
      packages,
      machine: `${length} × ${model.trim()}`,
      visits,
    }
    if (isJson) {
      console.log(JSON.stringify({ about, rows: found }, null, 2))
      return
    }
    console.log(
      `\nStart-up in Chromium ${version} beside ${packages.join(' and ')}, ${about.machine}`,
    )
    console.table(table(found))
    console.log(
      `Median of ${visits} visits [the middle half of them]; 1 kB is 1,024 bytes. Script and tasks: ` +
        'processor time of the main thread over that of an empty page, in a Chromium without a ' +
        'driver. Compare only runs of an idle machine.',
    )
  } finally {
    await browser.close()
    await sites.close()
  }
}
