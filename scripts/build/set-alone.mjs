// @ts-check

/** The parts of js-cookie that the SDK does not use, each with the text that takes its place. */
const UNUSED = /** @type {const} */ ([
  // Remove all methods except `set`, then the converter `read`, which only the method `get` calls.
  [
    /\n {2}function get\(name\)[\s\S]*?\n {2}return Object\.create\([\s\S]*?\n {2}\)\n}/,
    '\n  return { set: set }\n}',
  ],
  [/ {2}read: [\s\S]*?\n {2}},\n/, ''],
  // The SDK passes every attribute of a cookie, so there are no default attributes to merge.
  [/function assign[\s\S]*?\n}\n/, ''],
  ['    attributes = assign({}, defaultAttributes, attributes);\n', ''],
  [", { path: '/' }", ''],
  // Remove `expires`, since the SDK sets `max-age`.
  [/ {4}if \(typeof attributes\.expires[\s\S]*?toUTCString\(\);\n {4}}\n/, ''],
  // The SDK writes the cookie that `set` returns, with the browser's own setter.
  [/ {4}if \(typeof document [\s\S]*?\n {4}}\n/, ''],
  ['document.cookie =', ''],
  // The name and the value of the record's cookie have no character that needs encoding.
  [/ {4}name = encodeURIComponent[\s\S]*?escape\);\n/, ''],
  [/ {2}write: [\s\S]*?\n {2}}\n};/, '};'],
  ['converter.write(value, name)', 'value'],
])

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
    let rest = code
    for (const [part, place] of UNUSED) {
      const shorter = rest.replace(part, place)
      if (shorter === rest) throw new Error(`set-alone did not find ${part} in js-cookie`)
      rest = shorter
    }
    return rest
  },
}
