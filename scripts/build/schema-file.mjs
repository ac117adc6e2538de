// @ts-check

/**
 * A Rollup plugin that makes a JSON file a module, and also writes the file into the folder of the
 * build, because the package publishes the file.
 *
 * @param {string} fileName The name of the JSON file.
 * @returns {import('rollup').Plugin}
 */
export const schemaFile = fileName => ({
  name: 'schema-file',
  transform(source, id) {
    if (!id.endsWith(`/${fileName}`)) return null
    this.emitFile({ type: 'asset', fileName, source })
    return { code: `export default ${source}`, map: null }
  },
})
