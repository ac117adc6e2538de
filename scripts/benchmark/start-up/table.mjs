// @ts-check
import { median, quantile } from '../summary.mjs'

/**
 * A row of the table: which figure it shows, and how.
 *
 * @typedef {object} Row
 * @property {string} title
 * @property {(figures: import('./visit.mjs').Figures, empty: import('./visit.mjs').Figures) => number} read
 * Returns the figure of one visit; `empty` is the visit of the site without a tool in the same
 * turn.
 * @property {number} [digits] Digits after the decimal point.
 */

const KILOBYTE = 1024

/** @type {readonly Row[]} */
const ROWS = [
  { title: 'bytes over the wire', read: ({ bytes }) => bytes },
  { title: 'requests', read: ({ requests }) => requests },
  { title: 'script time, ms', read: ({ scriptTime }) => scriptTime, digits: 1 },
  { title: 'main-thread time, ms', read: ({ mainThreadTime }) => mainThreadTime, digits: 1 },
  { title: 'JS heap, kB', read: ({ heap }) => heap / KILOBYTE },
  {
    title: 'JS heap over the empty page, kB',
    read: ({ heap }, empty) => (heap - empty.heap) / KILOBYTE,
  },
  { title: 'cumulative layout shift', read: ({ layoutShift }) => layoutShift, digits: 3 },
]

/** The rows of a first visit. @type {readonly Row[]} */
export const FIRST_VISIT = [
  { title: 'banner visible, ms', read: ({ bannerVisible }) => bannerVisible },
  ...ROWS,
  { title: 'requests to Google before the choice', read: ({ googleRequests }) => googleRequests },
]

/** The rows for a visit after accepting, in which no banner appears. */
export const VISIT_AFTER_ACCEPTING = ROWS

/** @param {number} ratio */
const ratioText = ratio => (Number.isFinite(ratio) ? ratio.toFixed(2) : '–')

/**
 * Returns the table for one kind of visit, for `console.table`. A cell has the median of the
 * visits, and the middle half of the visits if they differ.
 *
 * @param {readonly Row[]} rows
 * @param {Readonly<Record<string, readonly import('./visit.mjs').Figures[]>>} figures Figures by
 *   site and turn.
 * @param {{ own: string, peers: readonly string[], compared: string, empty: string }} sites Names
 *   of the sites; the last column compares with the site `compared`.
 */
export const table = (rows, figures, { own, peers, compared, empty }) =>
  Object.fromEntries(
    rows.map(({ title, read, digits = 0 }) => {
      const valuesOf = (/** @type {string} */ site) =>
        (figures[site] ?? []).map((one, turn) =>
          read(one, /** @type {import('./visit.mjs').Figures} */ (figures[empty]?.[turn])),
        )
      const cell = (/** @type {string} */ site) => {
        const values = valuesOf(site)
        const [low, middle, high] = [0.25, 0.5, 0.75].map(share =>
          quantile(values, share).toFixed(digits),
        )
        if (middle === 'NaN') return '–'
        return low === high ? middle : `${middle} [${low}, ${high}]`
      }
      const ratioTo = (/** @type {readonly string[]} */ sites) =>
        ratioText(median(valuesOf(own)) / Math.min(...sites.map(site => median(valuesOf(site)))))
      return [
        title,
        {
          ...Object.fromEntries([own, ...peers, empty].map(site => [site, cell(site)])),
          'to the better peer': ratioTo(peers),
          [`to ${compared}`]: ratioTo([compared]),
        },
      ]
    }),
  )
