// @ts-check

/** @typedef {{ plugins: unknown[] }} Row A Rollup configuration: a row of rollup.config.mjs. */

/**
 * Returns the rows. When its build starts, the first row prints the name of what is built.
 *
 * @param {string} what
 * @param {readonly Row[]} rows
 */
export const saying = (what, [first, ...rest]) => [
  {
    ...first,
    plugins: [
      { name: 'say', buildStart: () => console.error(`Building ${what} …`) },
      ...(first?.plugins ?? []),
    ],
  },
  ...rest,
]
