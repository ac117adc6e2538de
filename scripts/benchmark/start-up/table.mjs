// @ts-check
import { median, quantile } from '../summary.mjs'

/**
 * A row of the table.
 *
 * @typedef {object} Row
 * @property {string} title
 * @property {Readonly<Record<string, readonly (number | string)[]>>} values The values of each
 *   tool, one for each measurement.
 * @property {number} [digits] Digits after the decimal point.
 */

/**
 * Returns the rows as data: the median of each tool, and the SDK's median divided by the median of
 * each other tool.
 *
 * @param {readonly Row[]} rows
 * @param {string} own Name of the SDK's site.
 */
export const summaries = (rows, own) =>
  rows.map(({ title, values, digits = 0 }) => {
    const tools = Object.entries(values).map(([name, all]) => {
      const numbers = all.filter(value => typeof value === 'number')
      return /** @type {const} */ ([
        name,
        numbers[0] === undefined
          ? { text: [...new Set(all)].join(' or ') }
          : {
              median: median(numbers),
              text: [0.5, 0.25, 0.75].map(share => quantile(numbers, share).toFixed(digits)),
            },
      ])
    })
    const medians = Object.fromEntries(
      tools.flatMap(([name, { median: value }]) => (value === undefined ? [] : [[name, value]])),
    )
    const ratios = Object.fromEntries(
      Object.entries(medians)
        .filter(([name]) => name !== own)
        .map(([name, value]) => [name, (medians[own] ?? Number.NaN) / value]),
    )
    return { title, tools: Object.fromEntries(tools), ratios }
  })

/**
 * Returns the table for `console.table`. A cell has the median of the visits and, in brackets, the
 * range of the middle half of the visits.
 *
 * @param {ReturnType<typeof summaries>} found
 */
export const table = found =>
  Object.fromEntries(
    found.map(({ title, tools, ratios }) => [
      title,
      {
        ...Object.fromEntries(
          Object.entries(tools).map(([name, { text }]) => {
            if (typeof text === 'string') return [name, text]
            const [middle, low, high] = text
            return [name, low === high ? middle : `${middle} [${low}, ${high}]`]
          }),
        ),
        ...Object.fromEntries(
          Object.entries(ratios).map(([name, ratio]) => [`to ${name}`, ratio.toFixed(2)]),
        ),
      },
    ]),
  )
