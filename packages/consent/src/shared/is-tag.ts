// The build replaces `process.env.WAY_IN` with the name of the way in to the SDK: `tag` or `npm`.
// Unit tests run the code of npm, which has all options.
declare const process: { readonly env: { readonly WAY_IN?: string } }

/** Whether this code runs in a file of the script tag, whose attributes set only some options. */
export const IS_TAG: boolean = process.env.WAY_IN === 'tag'
