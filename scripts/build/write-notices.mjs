// @ts-check
import { run } from '../lib/run.mjs'

/**
 * A Rollup plugin that writes notices.json after the entries. See scripts/notices.mjs for the
 * content of notices.json.
 */
export const writeNotices = {
  name: 'write-notices',
  writeBundle: async () => {
    if ((await run('node', ['scripts/notices.mjs'])) !== 0)
      throw new Error('notices.json could not be written (see above)')
  },
}
