// @ts-check
// Packs the npm package, checks the files in the tarball, builds the sources again in another
// folder to compare the bytes, and installs the tarball into temporary host projects that compile
// or run it. One of these projects builds a site with each bundler, and a visit of each site is
// played in Chromium. Also packs and checks the audit, and runs its command. Run `npm run build`
// first.

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DOCUMENTS } from './build/documents.mjs'
import { PRESETS } from './build/file-names.mjs'
import { installTarball, pack } from './lib/install-tarball.mjs'
import { run } from './lib/run.mjs'
import { auditFaults } from './package/audit-faults.mjs'
import { bundleFaults } from './package/bundle-faults.mjs'
import { integrityFaults } from './package/integrity-faults.mjs'
import { rebuildFaults } from './package/rebuild-faults.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SDK = join(ROOT, 'packages/consent')
const HOSTS = join(ROOT, 'test/hosts')

/** @param {string} file */
const read = file => readFileSync(join(ROOT, file), 'utf8')

/**
 * The libraries that each entry imports, itself or through its files. @type {Record<string,
 * readonly string[]>}
 */
const LIBRARIES = {
  ...{ index: ['nanostores'], ui: ['preact'] },
  ...{ guide: [], evidence: [], server: [] },
  // In the entry `inventory` only `noticesOf` needs preact, for the form of the preferences.
  ...{ inventory: ['preact'] },
  ...{ vue: ['vue'], react: ['react'], testing: ['nanostores'] },
  // The presets import the main entry.
  ...{ services: ['nanostores'] },
}

/** The optional peer dependencies. A site that imports the entry `vue` has installed Vue. */
const FRAMEWORKS = ['react', 'vue']

/** The optional peer dependencies by which the command reads TypeScript in an old Node.js. */
const COMPILERS = ['jiti', 'typescript']

/**
 * Fields of package.json that would install more than the libraries into a site's project, or run a
 * script there.
 */
const UNWANTED = ['bundleDependencies', 'optionalDependencies', 'scripts']

/** By a project's name: the project whose test it runs. @type {Record<string, string>} */
const LIKE = { 'react-18': 'react-19' }

/** The source files in `HOSTS`. Every host project gets a copy of these files, and of `EXAMPLE`. */
const SOURCES = readdirSync(HOSTS).filter(name => name.endsWith('.ts'))

/** The example of all options. */
const EXAMPLE = join(ROOT, 'examples/options/consent.ts')

/** The files of the script tag. */
const SCRIPTS = [
  ...[
    ...['consent', 'blocks', 'details', 'evidence', 'explain', 'inspect', 'start', 'stored-table'],
    'unblock',
  ].map(part => `${part}.js`),
  ...['ui', 'details'].flatMap(part =>
    ['en', 'ko', 'ja'].map(language => `${part}.${language}.js`),
  ),
  ...[
    ...['preferences', 'guide', 'stored', 'record', 'sections', 'changes', 'placeholder'],
  ].flatMap(part => ['', '.en', '.ko', '.ja'].map(language => `${part}${language}.js`)),
  ...Object.values(PRESETS).flatMap(preset =>
    ['', '.facts', '.en', '.ko', '.ja'].map(part => `${preset}${part}.js`),
  ),
]

/** The documents that messages point to. The package has them beside the script files. */
const COPIES = DOCUMENTS.map(file => `dist/script/docs/${file}`)

/** Files with the licences of bundled libraries: one for the npm entries, one for the scripts. */
const NOTICES = ['dist/THIRD-PARTY-LICENSES.txt', 'dist/script/THIRD-PARTY-LICENSES.txt']

/** Matches the module name in an import, an export or an `import()`. */
const SPECIFIER = /(?:^(?:im|ex)port\b[^'";]*|\bimport\()['"]([^'"]+)['"]/gm

/**
 * Returns the files that an entry consists of, and the libraries that they import.
 *
 * @param {string} entry
 */
const graphOf = entry => {
  const files = new Set([`dist/${entry}.js`])
  const libraries = new Set()
  for (const file of files)
    for (const [, name = ''] of readFileSync(join(SDK, file), 'utf8').matchAll(SPECIFIER))
      if (name.startsWith('.')) files.add(posix.join(posix.dirname(file), name))
      else libraries.add(name)
  return { files: [...files], libraries: [...libraries].sort() }
}

/**
 * @param {readonly string[]} packed Files in the tarball. @returns {string[]} A message for each
 * fault.
 */
const faultsOf = packed => {
  const entries = Object.keys(LIBRARIES)
  const graphs = entries.map(graphOf)
  const expected = new Set([
    ...['LICENSE', 'README.md', 'package.json', 'dist/notices.json', 'dist/command.js'],
    ...entries.map(entry => `dist/${entry}.d.ts`),
    ...graphs.flatMap(({ files }) => files),
    ...['integrity.json', 'consent.d.ts', ...SCRIPTS].map(file => `dist/script/${file}`),
    ...NOTICES,
    ...COPIES,
  ])
  const manifest = JSON.parse(read('packages/consent/package.json'))
  const { alias, exports, dependencies, devDependencies, peerDependencies } = manifest
  const used = [...new Set(Object.values(LIBRARIES).flat())].sort()
  const optional = Object.entries(manifest.peerDependenciesMeta).filter(([, meta]) => meta.optional)
  const known = entries.map(entry => (entry === 'index' ? '.' : `./${entry}`))
  // The script files contain libraries that npm users install beside the entries, so the licence
  // file of the scripts lists more.
  const [beside = [], bundled = []] = NOTICES.map(file =>
    [
      ...read(`packages/consent/${file}`).matchAll(/^(\S+ [\d.]+) \(.+\)\n\n.*\n\nCopyright /gm),
    ].map(([, library]) => library),
  )
  const cookies = `js-cookie ${devDependencies['js-cookie']}`
  const libraries = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`)
  const [own, ofHost] = ['package.json', 'test/hosts/ts-6/package.json'].map(
    file => JSON.parse(read(file)).devDependencies.typescript,
  )
  /** @type {Record<string, [found: unknown, expected: unknown]>} */
  const pairs = {
    'TypeScript of test/hosts/ts-6': [ofHost, own],
    dependencies: [
      Object.keys(dependencies).sort(),
      used.filter(library => !FRAMEWORKS.includes(library)),
    ],
    peerDependencies: [Object.keys(peerDependencies), [...FRAMEWORKS, ...COMPILERS].sort()],
    'optional peerDependencies': [optional.map(([name]) => name), Object.keys(peerDependencies)],
    'licences beside the entries': [beside, cookies],
    'licences beside the scripts': [bundled, [cookies, ...libraries]],
    LICENSE: [read('packages/consent/LICENSE'), read('LICENSE')],
  }
  entries.forEach((entry, at) => {
    pairs[`imports of dist/${entry}.js`] = [graphs[at]?.libraries, LIBRARIES[entry]]
  })
  return [
    ...packed.filter(file => !expected.has(file)).map(file => `${file} must not be in the package`),
    ...[...expected].filter(file => !packed.includes(file)).map(file => `${file} is missing`),
    ...known.filter(name => !exports[name]).map(name => `package.json has no export "${name}"`),
    // Parcel 2 reads `exports` only if the site sets an option, but always reads `alias`.
    ...known
      .filter(name => name !== '.' && alias[name] !== exports[name]?.default)
      .map(name => `package.json has another alias or none for "${name}"`),
    ...UNWANTED.filter(field => manifest[field]).map(field => `package.json has ${field}`),
    ...Object.entries(pairs)
      .filter(([, [found, wanted]]) => `${found}` !== `${wanted}`)
      .map(([what, [found, wanted]]) => `${what}: found ${found}, expected ${wanted}`),
    ...integrityFaults(SDK, SCRIPTS),
  ]
}

/**
 * Installs the tarball into a copy of a project, and runs the project's test.
 *
 * @param {string} name
 * @param {string} tarball
 * @param {string} folder
 */
const tryHost = async (name, tarball, folder) => {
  const host = join(folder, name)
  for (const part of [LIKE[name] ?? name, name])
    cpSync(join(HOSTS, part), host, { recursive: true })
  for (const file of SOURCES) cpSync(join(HOSTS, file), join(host, file))
  cpSync(EXAMPLE, join(host, 'options.ts'))
  const began = Date.now()
  const code =
    (await installTarball(host, tarball)) ||
    (await run('npm', ['test', '--prefix', host, '--silent']))
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} host ${name} (${seconds} s)`)
  return code
}

const folder = mkdtempSync(join(tmpdir(), 'consent-package-'))
let failed = 0
try {
  const { tarball, files, size } = pack(folder)
  const faults = [...faultsOf(files), ...(await rebuildFaults(ROOT, join(folder, 'rebuilt')))]
  for (const fault of faults) console.error(fault)
  failed += faults.length
  console.log(`${files.length} files, ${(size / 1024).toFixed(0)} kB packed`)

  const attw = [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji']
  if ((await run('npx', ['publint', 'run', tarball, '--strict'])) !== 0) failed += 1
  if ((await run('npx', ['attw', ...attw])) !== 0) failed += 1

  const waiting = readdirSync(HOSTS).filter(name => !SOURCES.includes(name))
  // Try two of the projects in test/hosts at a time.
  const work = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift())
      if ((await tryHost(name, tarball, folder)) !== 0) failed += 1
  }
  await Promise.all([work(), work()])

  const ofBrowsers = [
    ...(await bundleFaults(join(folder, 'bundlers/dist'))),
    ...(await auditFaults(ROOT, folder)),
  ]
  for (const fault of ofBrowsers) console.error(fault)
  failed += ofBrowsers.length
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed === 0 ? 0 : 1)
