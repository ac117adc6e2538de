/** Whether this code is in a file of the script tag. Most unit tests run the code of npm. */
export const IS_TAG: boolean = process.env.WAY_IN === 'tag'

/** The version of this package, as in its package.json. */
export const VERSION = '0.1.0'
