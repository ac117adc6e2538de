// @ts-check

/**
 * Returns a Rollup plugin that replaces `process.env.WAY_IN` by `'tag'` or `'npm'`, so that
 * consent.js has no code for options that no attribute can set, and no code for servers.
 *
 * @param {'tag' | 'npm'} way
 */
export const wayIn = way => ({
  name: 'way-in',
  /** @param {string} code */
  transform: code =>
    code.includes('process.env.WAY_IN')
      ? { code: code.replaceAll('process.env.WAY_IN', `'${way}'`), map: null }
      : null,
})
