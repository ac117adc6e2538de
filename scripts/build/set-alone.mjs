// @ts-check

/**
 * A Rollup plugin that removes all methods of js-cookie except `set`, the only method that the SDK
 * uses. A bundler cannot remove the others, because js-cookie returns one object with all methods.
 * The removed code would also throw on a page that has set `Object.prototype.get`, since this code
 * defines properties by descriptors.
 *
 * @see https://github.com/BlackFan/client-side-prototype-pollution
 */
export const setAlone = {
  name: 'set-alone',
  /** @param {string} code @param {string} id */
  transform: (code, id) => {
    if (!id.includes('/js-cookie/')) return null
    const rest =
      /\n {2}function get\(name\)[\s\S]*?\n {2}return Object\.create\([\s\S]*?\n {2}\)\n}/
    if (!rest.test(code)) throw new Error('set-alone found other code in js-cookie than expected')
    return code
      .replace(rest, '\n  return { set: set }\n}')
      .replace(/ {2}read: [\s\S]*?\n {2}},\n/, '')
  },
}
