import { readFileSync } from 'node:fs'

/**
 * Reads a file of the operator.
 *
 * @param read Makes a value of the file's bytes.
 * @throws Error whose message begins with the path, if the file cannot be read or `read` throws.
 */
export const readNamed = <Value>(path: string, read: (bytes: Buffer) => Value): Value => {
  try {
    return read(readFileSync(path))
  } catch (error) {
    throw new Error(`${path}: ${messageOf(error)}`)
  }
}

/** Returns the message of what was thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : `${error}`
