// @ts-check
import { readFile } from 'node:fs/promises'

const README = new URL('../../README.md', import.meta.url)

/**
 * Says whether the script tag has an attribute: then the README's table names it. Others are
 * ignored by the tag, and a picture would show nothing of them.
 *
 * @param {string} attribute
 */
export const isDocumented = async attribute =>
  (await readFile(README, 'utf8')).includes(`\`${attribute}\``)
