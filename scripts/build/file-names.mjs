// @ts-check

/**
 * The file names of modules that consent.js loads late, by module name. Lists of ad blockers
 * contain none of these file names.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const LATE = { 'start-google': 'start.js', unblock: 'unblock.js' }

/**
 * The names of text files whose folder has another name: the texts of `ui/banner` become
 * `ui.ko.js`; those of `src/guide` become `steps.ko.js`, which `guide.ko.js` contains.
 *
 * @type {Readonly<Record<string, string>>}
 */
const TEXTS = { 'ui/banner': 'ui', 'src/guide': 'steps' }

/**
 * Returns the file name of a chunk: its folder and, for texts, its language, such as `guide.ko.js`.
 *
 * @param {import('rollup').PreRenderedChunk} chunk
 */
export const chunkName = ({ facadeModuleId, name }) => {
  if (LATE[name]) return LATE[name]
  const [, parent, folder, language] =
    /(\w+)\/(\w+)\/(?:text\/(\w+)|[\w-]+)\.tsx?$/.exec(facadeModuleId ?? '') ?? []
  // The code of all layers except the banner is loaded with the preferences.
  if (name === 'start-layers') return 'preferences.js'
  if (!folder) return `${name}.js`
  return language ? `${TEXTS[`${parent}/${folder}`] ?? folder}.${language}.js` : `${folder}.js`
}

/**
 * Returns the file name of a chunk of the npm package. No file is named after js-cookie, see
 * `EXTERNAL` in rollup.config.mjs.
 *
 * @param {import('rollup').PreRenderedChunk} chunk
 */
export const partName = chunk =>
  chunk.name === 'js.cookie' ? 'parts/jar.js' : `parts/${chunkName(chunk)}`
