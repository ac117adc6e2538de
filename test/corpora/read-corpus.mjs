// @ts-check

/**
 * @typedef {object} Labelled A user agent, and the browser that the collection names for it.
 * @property {string} label
 * @property {string} userAgent
 * @property {readonly { brand: string }[]} brands Brands of the client hints; empty when the
 *   collection has none.
 */

/** @param {string} scalar A YAML or JSON scalar. Returns its text. */
const unquote = scalar =>
  scalar
    .trim()
    .replace(/^(['"])(.*)\1,?$/, '$2')
    .replace(/''|\\(?=")/g, "'")

/**
 * Reads a file of labelled user agents: YAML of uap-core, device-detector, bowser and yauaa, PHP of
 * browscap, JSON of ua-parser-js, or lists of strings under a label (the SDK's own JSON, sources of
 * inapp-spy).
 *
 * @param {string} text
 * @returns {Labelled[]}
 */
export const readCorpus = text => {
  const entries = text
    .split(/(?:\b(?:user_agent(?:_string)?|ua)["']?|\n\s+User-Agent)\s*(?::|=>) /)
    .slice(1)
  if (entries.length > 0)
    return entries.flatMap(entry => {
      const [, label] =
        /(?:\bAgentName +:|'Browser' =>) (.*)/.exec(entry) ??
        /(?:client|browser|"expect" *):\s*\{?\s*(?:type: .*\s+)?"?name"?\s*: *(.*)/.exec(entry) ??
        /\bfamily: (.*)/.exec(entry) ??
        []
      const [, list = ''] = /Sec-CH-UA *: (.*)/i.exec(entry) ?? []
      const brands = [...list.matchAll(/"([^"]+)";v/g)].map(([, brand = '']) => ({ brand }))
      const [userAgent = ''] = entry.split('\n')
      return label ? [{ label: unquote(label), userAgent: unquote(userAgent), brands }] : []
    })
  let label = ''
  return text.split('\n').flatMap(line => {
    label = /^\s*"?([\w-]+)"?: \[/.exec(line)?.[1]?.replace('useragents', label) ?? label
    const [, userAgent] = /^\s*"(.{9,})",?\s*$/.exec(line) ?? []
    return userAgent ? [{ label, userAgent, brands: [] }] : []
  })
}
