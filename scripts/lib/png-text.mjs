// @ts-check
// The description of a PNG file: a chunk `iTXt`, which every viewer of pictures skips.
// https://www.w3.org/TR/png-3/#11iTXt

import { crc32 } from 'node:zlib'

/** The length of the signature and of the first chunk, in bytes. */
const BEGINNING = 33

/** The keyword of the chunk, then: not compressed, and neither a language nor a translated keyword. */
const HEAD = Buffer.from('Description\0\0\0\0\0')

/**
 * Returns a PNG file with a description. The file must have none.
 *
 * @param {Buffer} png
 * @param {string} text
 */
export const withDescription = (png, text) => {
  const body = Buffer.concat([Buffer.from('iTXt'), HEAD, Buffer.from(text)])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(body.length - 4)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return Buffer.concat([png.subarray(0, BEGINNING), chunk, png.subarray(BEGINNING)])
}

/**
 * Returns the description of a PNG file; `undefined` if the file has none.
 *
 * @param {Buffer} png
 */
export const descriptionOf = png => {
  if (png.toString('latin1', BEGINNING + 4, BEGINNING + 8) !== 'iTXt') return undefined
  const length = png.readUInt32BE(BEGINNING)
  return png.toString('utf8', BEGINNING + 8 + HEAD.length, BEGINNING + 8 + length)
}
