/**
 * Whether this code runs in a file of the script tag, whose attributes set only some options. Unit
 * tests run the code of npm, which has all options.
 */
export const IS_TAG: boolean = process.env.WAY_IN === 'tag'

/** The version of this package, as in its package.json. */
export const VERSION = '0.1.0'
