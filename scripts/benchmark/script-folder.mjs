// @ts-check
import { fileURLToPath } from 'node:url'

/** The folder with the built script files, which the benchmark serves. */
export const SCRIPT_FOLDER = fileURLToPath(
  new URL('../../packages/consent/dist/script', import.meta.url),
)
