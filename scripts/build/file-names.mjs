// @ts-check

/**
 * The file names of four modules that are loaded late, by module name. `chunkName` makes the names
 * of the others. No list of an ad blocker contains these four file names.
 *
 * @type {Readonly<Record<string, string>>}
 */
const LATE = {
  'start-google': 'start.js',
  unblock: 'unblock.js',
  'load-changes': 'changes.js',
  'start-inspector': 'inspect.js',
}

/**
 * The beginnings of the file names of each preset for the script tag, by module name. A name of a
 * vendor in a file's name would be on the lists of ad blockers: test/hosts/ad-blockers compares all
 * names with EasyList and EasyPrivacy.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const PRESETS = {
  'channel-talk': 'preset-ct',
  clarity: 'preset-cl',
  hotjar: 'preset-hj',
  'kakao-pixel': 'preset-kp',
  'line-tag': 'preset-ln',
  'meta-pixel': 'preset-mp',
  'naver-analytics': 'preset-nv',
  'sentry-replay': 'preset-sr',
  session: 'preset-si',
  vimeo: 'preset-vm',
  'yahoo-tag': 'preset-yj',
  youtube: 'preset-yt',
}

/** Matches the module with the facts of a preset, or with its words in a language. */
const PRESET_PART = /(?:entries|words\/(\w+)\/services)\/([\w-]+)\.ts$/

/**
 * Returns the name of a file that a classic script loads late; `undefined` for a module of which no
 * late file is made.
 *
 * @param {string} path The module's path.
 */
export const lateName = path => {
  const [, language = 'facts', preset = ''] = PRESET_PART.exec(path) ?? []
  return PRESETS[preset]
    ? `${PRESETS[preset]}.${language}.js`
    : LATE[path.replace(/^.*\/|\.[jt]s$/g, '')]
}

/**
 * Returns the file name of a chunk: for a text its name and language, such as `guide.ko.js`, and
 * for code the name of its folder. The banner's texts are in `ui.ko.js`, because ad blockers know
 * the word "banner".
 *
 * @param {import('rollup').PreRenderedChunk} chunk
 */
export const chunkName = ({ facadeModuleId, name }) => {
  if (LATE[name]) return LATE[name]
  // `start-parts` is the code that is loaded with the preferences.
  if (name === 'start-parts') return 'preferences.js'
  const path = facadeModuleId ?? ''
  const [, language, text = ''] = /words\/(\w+)\/(?:services\/)?([\w-]+)\.ts$/.exec(path) ?? []
  if (language) return `${text === 'banner' ? 'ui' : text}.${language}.js`
  // The facts of a preset.
  const [, preset] = /services\/entries\/([\w-]+)\.ts$/.exec(path) ?? []
  if (preset) return `${preset}.js`
  const [, folder = name] = /(\w+)\/[\w-]+\.tsx?$/.exec(path) ?? []
  return `${folder}.js`
}

/**
 * Returns the name of the chunk for a module of the npm package that needs a chunk without other
 * modules: a module that is loaded late, and whose imports other late files import, too. Together
 * with these imports, rollup would rename the module's exports, and write `.then(n => n.s)` behind
 * the `import()`. Vite 5 and 6 keep only the exports that the code around an `import()` names in
 * `const { … } = await import(…)`, so `n.s` would be missing.
 *
 * @param {string} id The module's path.
 * @param {import('rollup').ManualChunkMeta} meta
 * @returns {string | undefined} `undefined` if rollup chooses the chunk.
 * @see https://github.com/vitejs/vite/blob/v5.4.21/packages/vite/src/node/plugins/importAnalysisBuild.ts
 */
export const loneChunk = (id, { getModuleInfo }) =>
  /\/start-parts\.tsx$/.test(id) && getModuleInfo(id)?.isIncluded ? 'start-parts' : undefined

/** Matches the modules that play an audit, which need Playwright. */
const PLAYS =
  /audit\/src\/((play|watch|sitemap)\/|audit\.ts|command\/(run-audit|audit-options|interruption)\.ts)/

/** Matches the modules that read sources, which need parsers. */
const READS_SOURCES = /audit\/src\/(sources\/|command\/run-sources\.ts)/

/** Matches the modules that suggest a configuration, and the presets, which have many words. */
const SUGGESTS = /audit\/src\/suggest\/|consent\/dist\/(services|parts\/services-[^/]*)\.js/

/**
 * Returns the name of the chunk for a module of the audit.
 *
 * @param {string} id The module's path.
 * @returns {string | undefined} `undefined` for an entry.
 */
export const auditChunk = id => {
  if (/audit\/src\/(index|judge|command)\.ts$/.test(id)) return undefined
  if (READS_SOURCES.test(id)) return 'sources'
  if (SUGGESTS.test(id)) return 'suggest'
  return PLAYS.test(id) ? 'audit' : 'evidence'
}
