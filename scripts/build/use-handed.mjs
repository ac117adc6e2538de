// @ts-check
import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const SOURCE = resolve('packages/consent/src')

/** The source file with the values that consent.js passes to the view. */
const HANDED = `${SOURCE}/ui/tag/handed.ts`

/** The modules whose exports consent.js passes to the view. */
const MODULES = [
  ...['shared/platform', 'shared/quietly', 'shared/own', 'shared/languages', 'options/warn'],
  ...['shared/lazy', 'shared/to-json', 'shared/base64url'],
  ...['ui/view/is-opened', 'ui/view/ask-plainly', 'ui/view/mark-openers'],
].map(name => `${SOURCE}/${name}.ts`)

/**
 * Matches the object with the passed values, in the code of consent.js that creates the object and
 * in the code of the view that reads the object.
 */
const OBJECT = /(?<=HANDED = |\()\{([^{}]*)\}(?=;| = handed\))/

/**
 * Turns the object with the values into a list, in the order of the type `Handed`, because a list
 * is smaller: it has no names.
 *
 * @param {string} code
 * @param {string} id
 */
const listValues = (code, id) => {
  if (id !== HANDED && id !== `${SOURCE}/script/load-ui.ts`) return null
  const [, members] = OBJECT.exec(code) ?? []
  if (!members) throw new Error(`use-handed found no object in ${id}`)
  // A member of the object is `name`, or `name: value`.
  const values = Object.fromEntries(members.split(',').map(member => member.trim().split(': ')))
  const names = [...readFileSync(HANDED, 'utf8').matchAll(/^ {2}readonly (\w+):/gm)]
  const list = names.map(([, name = '']) => values[name] ?? name)
  return { code: code.replace(OBJECT, `[${list}]`), map: null }
}

/** A Rollup plugin that makes consent.js pass values to the view's files as a list. */
export const passHanded = { name: 'pass-handed', transform: listValues }

/**
 * A Rollup plugin for the view's files, except `details.js` and `placeholder.js`. It replaces the
 * imports of `MODULES` by imports of `handed.ts`, which gets the values from consent.js. So these
 * files have no copy of these modules.
 */
export const useHanded = {
  name: 'use-handed',
  /** Throws if a module was moved, because the view's files would then contain a copy. */
  buildStart: () => {
    for (const file of MODULES) statSync(file)
  },
  /** @param {string} source @param {string} [importer] */
  resolveId: (source, importer = '') =>
    MODULES.includes(resolve(dirname(importer), source)) ? HANDED : null,
  transform: listValues,
}
