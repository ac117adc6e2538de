import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Build, beginBuild, isBuilt } from '../scripts/lib/built.mjs'

/** The text of the source file `src/index.ts`. */
const TEXT = 'export {}'

let folder: string
let build: Build

const put = async (path: string, text: string) => {
  const file = join(folder, path)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, text)
}

const remove = (path: string) => rm(join(folder, path), { recursive: true })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'built-'))
  build = {
    sources: ['src', 'package-lock.json', 'missing'].map(name => join(folder, name)),
    output: join(folder, 'dist'),
  }
  await put('src/index.ts', TEXT)
  await put('src/deep/part.ts', 'export {}')
  await put('package-lock.json', '{}')
  const noteBuilt = beginBuild(build)
  await put('dist/index.js', 'built')
  await put('dist/script/consent.js', 'built')
  noteBuilt()
})

afterEach(() => rm(folder, { recursive: true }))

const change = () => put('src/index.ts', 'changed')

test.each<[string, () => Promise<unknown>]>([
  ['nothing has changed', async () => {}],
  ['a source has another time', () => utimes(join(folder, 'src/index.ts'), 0, 2_000_000_000)],
  ['a test has changed', () => put('src/index.test.ts', 'changed')],
  ['a source has got its earlier text back', () => change().then(() => put('src/index.ts', TEXT))],
])('what is built is not built again when %s', async (_, act) => {
  await act()
  expect(isBuilt(build)).toBe(true)
})

test.each<[string, () => Promise<unknown>]>([
  ['a source has changed', () => put('src/deep/part.ts', 'changed')],
  [
    'a source has changed and looks older than the output',
    () => change().then(() => utimes(join(folder, 'src/index.ts'), 0, 0)),
  ],
  ['a source is new', () => put('src/new.ts', '')],
  ['a source is deleted', () => remove('src/deep/part.ts')],
  ['a missing source has come', () => put('missing', '')],
  ['other packages are installed', () => put('package-lock.json', '{ "a": 1 }')],
  ['a file of the output is deleted', () => remove('dist/script/consent.js')],
  ['the output is deleted', () => remove('dist')],
  ['other sources were built without a note', () => put('dist/index.js', 'of other sources')],
  ['the note is deleted', () => remove('dist.built')],
  [
    'a source has changed during the build',
    async () => {
      const noteBuilt = beginBuild(build)
      await change()
      noteBuilt()
    },
  ],
])('everything is built again when %s', async (_, act) => {
  await act()
  expect(isBuilt(build)).toBe(false)
})
