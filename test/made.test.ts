import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { unlessMade } from '../scripts/lib/made.mjs'

/** Returns a folder with sources, and a build of them that counts how often it runs. */
const project = () => {
  mkdirSync('test/results', { recursive: true })
  const folder = mkdtempSync('test/results/made-')
  const note = `node_modules/.cache/spaceone-consent/${basename(folder)}`
  onTestFinished(() => {
    for (const path of [folder, note]) rmSync(path, { recursive: true, force: true })
  })
  mkdirSync(`${folder}/src/dist`, { recursive: true })
  const write = (file: string, text: string) => writeFileSync(`${folder}/${file}`, text)
  write('src/a.ts', 'a')
  let runs = 0
  let code = 0
  const paths = {
    from: [`${folder}/src`, `${folder}/missing.json`],
    to: `${folder}/out`,
    has: (file: string) => file !== 'other.d.ts',
  }
  const build = async () => {
    await unlessMade(basename(folder), paths, async () => {
      runs += 1
      mkdirSync(`${folder}/out`, { recursive: true })
      write('out/a.js', `${readFileSync(`${folder}/src/a.ts`)} built`)
      return code
    })
    return runs
  }
  const fails = (isFailure: boolean) => {
    code = isFailure ? 1 : 0
  }
  return { folder, note, write, build, fails }
}

test('a build runs once, and again only after a source has changed, appeared or gone', async () => {
  const { folder, write, build } = project()
  expect(await build()).toBe(1)
  write('src/a.test.ts', 'a test')
  write('src/dist/a.js', 'a build of its own')
  write('out/other.d.ts', 'of another part')
  expect(await build()).toBe(1)
  write('src/a.ts', 'b')
  expect(await build()).toBe(2)
  write('missing.json', '{}')
  expect(await build()).toBe(3)
  rmSync(`${folder}/missing.json`)
  expect(await build()).toBe(4)
  expect(await build()).toBe(4)
})

test('a build runs again after its output was changed or deleted, and keeps nothing of an earlier one', async () => {
  const { folder, write, build } = project()
  await build()
  write('out/a.js', 'changed by hand')
  expect(await build()).toBe(2)
  write('out/old.js', 'a file that the build no longer writes')
  expect(await build()).toBe(3)
  expect(() => readFileSync(`${folder}/out/old.js`)).toThrow('ENOENT')
  rmSync(`${folder}/out`, { recursive: true })
  expect(await build()).toBe(4)
})

test('a build that failed runs again, and so does each build after an installation', async () => {
  const { note, build, fails } = project()
  fails(true)
  expect(await build()).toBe(1)
  fails(false)
  expect(await build()).toBe(2)
  // `npm ci` deletes node_modules.
  rmSync(note)
  expect(await build()).toBe(3)
})
