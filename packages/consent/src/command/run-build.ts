import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { inventoryOf } from '../inventory.ts'
import { VERSION } from '../shared/build.ts'
import { cspOf } from './build/csp-of.ts'
import { optionsNotForTheTag } from './build/not-for-the-tag.ts'
import { scriptTag, tagAttributesOf } from './build/tag-attributes.ts'
import { tagServicesOf } from './build/tag-services.ts'
import { mistakesIn } from './mistakes.ts'
import { parse } from './parse.ts'
import { readConfig, type SiteConfig } from './read-config.ts'
import { writeFiles } from './write-files.ts'

/** The options of `build`. */
export const BUILD_OPTIONS = {
  out: { type: 'string' },
  folder: { type: 'string' },
  watch: { type: 'boolean' },
} as const

const OUT = 'public/consent/consent.config.js'

/** Returns the classic script that passes to `consent.js` what no attribute can have. */
const scriptOf = (config: SiteConfig, services: readonly object[], name: string): string => {
  const { texts, look, policy } = config
  const call = { texts, guide: look?.guide, versions: policy.versions, services }
  // Somebody may put the script into a page, where `</script` would end it.
  const json = JSON.stringify(call).replaceAll('</', '<\\/')
  return `// Written from ${name} by spaceone-consent ${VERSION}, to stand before consent.js.
window.spaceoneConsent = window.spaceoneConsent || function () { (spaceoneConsent.q = spaceoneConsent.q || []).push(arguments) }
spaceoneConsent(${json})
`
}

/** Matches the folder below which the addresses of a site's files begin, in many projects. */
const ROOT = /^(\.\/)?(public|static|dist)\//

/**
 * Returns the address of a file: its path below `public`, `static` or `dist` of the current folder,
 * else its name, which is a guess.
 */
const addressOf = (file: string): string =>
  ROOT.test(file) ? file.replace(ROOT, '/') : `/${basename(file)}`

/** Builds, and again after changes in the configuration's folder, each time in a new process. */
const watchFolder = (args: readonly string[], path: string, out: string): Promise<number> => {
  const [, command = ''] = process.argv
  const again = args.filter(one => one !== '--watch')
  let timer: NodeJS.Timeout | undefined
  const build = () => {
    spawn(process.execPath, [command, 'build', ...again], { stdio: 'inherit' })
  }
  watch(dirname(path), { recursive: true }, (_, file) => {
    const changed = file && resolve(dirname(path), file)
    // What the command itself writes, and what no configuration imports.
    if (!changed || changed === resolve(out) || /node_modules|^\.|\.tmp$/.test(file)) return
    clearTimeout(timer)
    timer = setTimeout(build, 100)
  })
  build()
  console.error(`Watching ${dirname(path)}. End with Ctrl+C.`)
  return new Promise(() => {})
}

/**
 * Writes the script, and prints its size, the lines for the page and the Content Security Policy.
 * Writes nothing if the declarations have mistakes, or if the script tag does not support an option
 * or a service of the configuration.
 */
export const runBuild = async (args: readonly string[]): Promise<number> => {
  const values = parse(args, BUILD_OPTIONS)
  const { out = OUT, folder: given = `/consent/${VERSION}/` } = values
  const folder = given.replace(/\/?$/, '/')
  const { config, path } = await readConfig(values.config)
  if (values.watch) return watchFolder(args, path, out)
  const mistakes = mistakesIn(config)
  const services = await tagServicesOf(config)
  const faults = [
    ...mistakes.map(({ code, message }) => `${code} ${message}`),
    ...[...optionsNotForTheTag(config), ...services.faults].map(
      one =>
        `not-for-the-tag ${one}. Expected the npm package for it, or a configuration without it.`,
    ),
  ]
  for (const one of faults) console.error(one)
  if (faults[0]) {
    console.error('Nothing is written.')
    return 1
  }
  const script = scriptOf(config, services.rows, basename(path))
  const csp = cspOf(await inventoryOf(config), folder, Object(config.delivery).url)
  writeFiles({ [out]: script })
  const size = brotliCompressSync(script).length
  const written = out.replaceAll('\\', '/')
  const lines = [
    ...services.files.map(file => scriptTag(folder + file)),
    scriptTag(addressOf(written)),
    scriptTag(`${folder}consent.js`, tagAttributesOf(config, services)),
  ]
  console.log(`${Buffer.byteLength(script)} B, ${size} B with brotli

First in <head>:
${lines.join('\n')}

Content-Security-Policy: ${csp}`)
  const guess = `The address ${addressOf(written)} is a guess. Write that of ${out} on your site.`
  for (const note of [...(ROOT.test(written) ? [] : [guess]), ...services.notes])
    console.log(`\n${note}`)
  return 0
}
