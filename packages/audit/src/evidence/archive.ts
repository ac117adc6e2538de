import { unzipSync, type Zippable, zipSync } from 'fflate'
import { sha256 } from '../sha256.ts'

/**
 * The comment at the end of the archive: `SHA-256 ` and the hash of all bytes before the comment.
 * The chain has the hash of each file but `chain.json` and `signature.json`. The comment also
 * covers `chain.json`, `signature.json` and the archive's own bytes, such as names and times.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT section 4.3.16
 */
const COMMENT = { prefix: 'SHA-256 ', length: 8 + 64 }

/** Packs files into a zip archive with a comment. The bytes depend on the time zone. */
export const packArchive = (files: ReadonlyMap<string, Uint8Array>, time: Date): Uint8Array => {
  const content: Zippable = {}
  // JPEG is compressed already.
  for (const [name, bytes] of files)
    content[name] = [bytes, { level: name.endsWith('.jpg') ? 0 : 6 }]
  const zip = Buffer.from(zipSync(content, { mtime: time }))
  // The last two bytes of an archive without a comment are the length of the comment.
  zip.writeUInt16LE(COMMENT.length, zip.length - 2)
  return Buffer.concat([zip, Buffer.from(`${COMMENT.prefix}${sha256(zip)}`)])
}

interface Archive {
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Sentences about files that unpacking does not return, or the archive has more than once. */
  readonly faults: readonly string[]
  /** Whether the comment has the hash of the bytes before it. */
  readonly isWhole: boolean
}

/**
 * Unpacks an archive. Each file is unpacked alone, so that the damage of one file is said of this
 * file. A file that cannot be unpacked is empty in `files`. Does not compare checksums.
 *
 * @returns `undefined` if the bytes have no end record of a zip archive.
 */
export const unpackArchive = (bytes: Uint8Array): Archive | undefined => {
  const names: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name)
        return false
      },
    })
  } catch {
    return undefined
  }
  const files = new Map<string, Uint8Array>()
  const faults: string[] = []
  for (const name of new Set(names))
    try {
      const content = unzipSync(bytes, { filter: one => one.name === name })[name]
      if (content) files.set(name, content)
      else faults.push(`${name} cannot be read.`)
    } catch {
      // The chain lists the file, so that verifying still says that the file was altered.
      files.set(name, new Uint8Array())
    }
  for (const name of new Set(names.filter((one, at) => names.indexOf(one) !== at)))
    faults.push(`${name} is in the archive more than once.`)
  const end = bytes.length - COMMENT.length
  const comment = Buffer.from(bytes.subarray(end)).toString('latin1')
  return {
    files,
    faults,
    isWhole: comment === `${COMMENT.prefix}${sha256(bytes.subarray(0, end))}`,
  }
}
