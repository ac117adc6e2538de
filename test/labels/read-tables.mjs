// @ts-check
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * @typedef {ReadonlyMap<string, string>} Table Each string of a browser in one language, by its id.
 */

/**
 * Reads a table of Chromium's texts.
 *
 * @param {string} file Path of a file such as `ko.pak`, in format 5 and UTF-8.
 * @returns {Table}
 * @see https://chromium.googlesource.com/chromium/src/+/main/tools/grit/grit/format/data_pack.py
 */
export const readPak = file => {
  const pak = readFileSync(file)
  const entries = pak.readUInt16LE(8)
  const aliases = pak.readUInt16LE(10)
  const at = (/** @type {number} */ index) => 12 + 6 * index
  const text = (/** @type {number} */ index) =>
    pak.toString('utf8', pak.readUInt32LE(at(index) + 2), pak.readUInt32LE(at(index + 1) + 2))
  const table = new Map()
  for (let index = 0; index < entries; index += 1)
    table.set(`${pak.readUInt16LE(at(index))}`, text(index))
  for (let index = 0; index < aliases; index += 1) {
    const alias = at(entries + 1) + 4 * index
    table.set(`${pak.readUInt16LE(alias)}`, text(pak.readUInt16LE(alias + 2)))
  }
  // Removes the mark of the keyboard shortcut, which is inside the text, as in "New &Incognito
  // window", or behind the text, as in "새 시크릿 창(&I)".
  for (const [id, words] of table) table.set(id, words.replace(/\(&.\)|&/g, ''))
  return table
}

/**
 * Reads the table of Firefox's texts from an archive, such as `omni.ja` or a language pack.
 *
 * @param {string} archive
 * @returns {Table}
 */
export const readFluent = archive => {
  const { stdout } = spawnSync('unzip', ['-p', archive, '*.ftl'], { maxBuffer: 2 ** 28 })
  const table = new Map()
  let message = ''
  for (const line of stdout.toString('utf8').split('\n')) {
    message = /^([a-z][\w-]*) =/i.exec(line)?.[1] ?? message
    const [, name = '', words] = /^(?:\S+| {4}(\.[\w-]+)) = (.+)$/.exec(line) ?? []
    if (words) table.set(message + name, words.trim())
  }
  return table
}
