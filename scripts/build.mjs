// @ts-check
// Builds the packages, or those parts of them whose sources have changed since the last build. The
// scripts and the types of a package are built side by side.

import { fileURLToPath } from 'node:url'
import { DOCUMENTS } from './build/documents.mjs'
import { unlessMade } from './lib/made.mjs'
import { run } from './lib/run.mjs'
import { step } from './lib/step.mjs'

const [CONSENT, AUDIT] = ['packages/consent/dist', 'packages/audit/dist']

/** What every part is built from, and by. */
const FROM = [
  ...['src', 'package.json', 'tsconfig.json'].map(name => `packages/consent/${name}`),
  ...['rollup.config.mjs', 'scripts/build', 'scripts/build.mjs', 'tsconfig.base.json'],
  'package-lock.json',
]

/** What the audit is built from. Its files contain the SDK. */
const FROM_AUDIT = ['src', 'package.json', 'tsconfig.json'].map(name => `packages/audit/${name}`)

const isTypes = (/** @type {string} */ file) => file.endsWith('.d.ts')
const isScript = (/** @type {string} */ file) => !isTypes(file)

/** @type {(...args: readonly string[]) => Promise<number>} */
const node = (...args) => run(process.execPath, args, {}, 'after-failure')

/**
 * Builds a part of rollup.config.mjs.
 *
 * @param {string} part
 */
const rollup = part => node('node_modules/rollup/dist/bin/rollup', '--config', '--configPart', part)

/**
 * Builds a part, unless it is built.
 *
 * @param {string} part
 * @param {string} what What the part is, for the message.
 * @param {string} to The folder that has the part.
 * @param {(file: string) => boolean} has Says which files of the folder the part has.
 * @param {readonly string[]} more What else the part is built from.
 * @param {() => Promise<number>} make
 */
const build = (part, what, to, has, more = [], make = () => rollup(part)) =>
  unlessMade(part, { from: [...FROM, ...more], to, has }, () => step(`Building ${what}`, make))

/** Builds the scripts of the SDK. @returns {Promise<number>} The exit code. */
export const buildSdk = () =>
  build(
    'sdk',
    'the SDK',
    CONSENT,
    isScript,
    [...DOCUMENTS, 'scripts/notices', 'scripts/notices.mjs'],
    async () => (await rollup('sdk')) || node('scripts/notices.mjs'),
  )

const buildTypes = () => build('types', "the SDK's types", CONSENT, isTypes)

const buildAudit = () => build('audit', 'the audit', AUDIT, isScript, FROM_AUDIT)

const buildAuditTypes = () => build('audit-types', "the audit's types", AUDIT, isTypes, FROM_AUDIT)

/** Builds the packages. @returns {Promise<number>} The exit code. */
export const buildAll = async () => {
  const [scripts, types] = await Promise.all([
    buildSdk().then(async code => code || buildAudit()),
    buildTypes(),
  ])
  return scripts || types || buildAuditTypes()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(await buildAll())
