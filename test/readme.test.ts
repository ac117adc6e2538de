import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ATTRIBUTES } from '../packages/consent/src/options/attributes.ts'
import { DOCUMENTS as COPIES, LINKS } from '../packages/consent/src/options/messages.ts'
import { VERSION } from '../packages/consent/src/shared/build.ts'
import { details } from '../packages/consent/src/words/en/details.ts'
import { text as sections } from '../packages/consent/src/words/en/sections.ts'
import { text as stored } from '../packages/consent/src/words/en/stored.ts'
import { readmeSnippets } from './support/readme.ts'

test('the README has a snippet for each framework, of which that for Next and the React entry are client components', () => {
  expect(readmeSnippets('ts')).toHaveLength(3)
  expect(readmeSnippets('tsx')).toEqual([expect.stringMatching(/^'use client'\n/)])
  const built = new URL('../packages/consent/dist/react.js', import.meta.url)
  expect(readFileSync(built, 'utf8')).toMatch(/^'use client'\n/)
})

/** Returns the ids of a Markdown file that a link can name: its headings, and rows with an id. */
const anchorsOf = (file: URL) => {
  const text = readFileSync(file, 'utf8')
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  )
  return [...headings, ...[...text.matchAll(/^\| <a id="([^"]+)"><\/a>/gm)].map(([, id]) => id)]
}

const DOCUMENTS = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).trim().split('\n')

/** Returns the links of a document that lead to no allowed file, or to no heading of it. */
const brokenLinks = (base: URL, isAllowed: (file: URL) => boolean = () => true) =>
  [...readFileSync(base, 'utf8').matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)]
    .map(([, link = '']) => new URL(link, base))
    .filter(({ href, hash }) => {
      const file = new URL(href.replace(/#.*/, ''))
      const isFound = isAllowed(file) && existsSync(file)
      return !isFound || (hash && !anchorsOf(file).includes(hash.slice(1)))
    })
    .map(({ href }) => href)

test.each(DOCUMENTS)('each link of %s leads to a file or heading of the repository', document => {
  expect(brokenLinks(new URL(`../${document}`, import.meta.url))).toEqual([])
})

/** The diffs of the console's guide, each with the file that its step names. */
const DIFFS = readFileSync(new URL('../examples/console/README.md', import.meta.url), 'utf8')
  .split(/^### /m)
  .flatMap(step => {
    const [, file = ''] = /^\d+\. `(.+?)`/.exec(step) ?? []
    const diffs = [...step.matchAll(/^```diff\n(.*?)^```$/gms)]
    return diffs.flatMap(([, diff = '']) => diff.split(/^@@\n/m)).map(part => ({ file, part }))
  })

test.each(DIFFS)('the console has the lines that its guide adds to $file', ({ file, part }) => {
  const text = readFileSync(new URL(`../examples/console/${file}`, import.meta.url), 'utf8')
  expect(text).toContain(part.replace(/^-.*\n/gm, '').replace(/^[+ ]/gm, ''))
  for (const [, removed] of part.matchAll(/^-(.*\n)/gm)) expect(text).not.toContain(removed)
})

test('the README has a row for each attribute of the script tag, and for no other one', () => {
  const rows = readFileSync(new URL('../README.md', import.meta.url), 'utf8').matchAll(
    /^\| (?:<a id="[\w-]+"><\/a>)?`data-([\w-]+)`/gm,
  )
  expect([...rows].map(([, code]) => code).sort()).toEqual(Object.keys(ATTRIBUTES).sort())
})

test('the sources have the links of the table of messages and no other, each to a heading or a row of a document beside the built script files', () => {
  const linked = readdirSync('packages/consent/src', { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !file.includes('.test'))
    .map(file => readFileSync(`packages/consent/src/${file}`, 'utf8'))
    .flatMap(text => text.match(/[\w/.-]*README\.md#[\w-]+/g) ?? [])
  expect(linked.sort()).toEqual(Object.values(LINKS).sort())
  const broken = linked.filter(link => {
    const [file = '', anchor = ''] = link.split('#')
    return !anchorsOf(new URL(COPIES + file, PACKAGE)).includes(anchor)
  })
  expect(broken).toEqual([])
})

const PACKAGE = new URL('../packages/consent/', import.meta.url)

test('each link and picture of the documents in the package leads to a file or heading of the package, and each document is as long as in the repository', () => {
  const copies = readdirSync(new URL(COPIES, PACKAGE), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.md'))
    .map(file => `${COPIES}${file}`)
  expect(copies.length).toBeGreaterThan(9)
  for (const document of ['README.md', ...copies]) {
    const base = new URL(document, PACKAGE)
    const isShipped = ({ href }: URL) =>
      href === base.href || href.startsWith(`${PACKAGE.href}dist/`)
    expect(brokenLinks(base, isShipped), document).toEqual([])
  }
  const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').length
  for (const copy of copies)
    expect(linesOf(`packages/consent/${copy}`)).toBe(linesOf(copy.slice(COPIES.length)))
})

test('each link and picture of the README in the package of the audit leads to a file of the package', () => {
  const folder = new URL('../packages/audit/', import.meta.url)
  const { files } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
  const base = new URL('README.md', folder)
  const isShipped = ({ href }: URL) =>
    href === base.href || files.includes(href.slice(folder.href.length))
  expect(brokenLinks(base, isShipped)).toEqual([])
})

test.each(['README.md', 'packages/consent/src/script/README.md'])(
  'the addresses in %s have the version of the package',
  document => {
    const text = readFileSync(document, 'utf8')
    const versions = text.match(/(?<=\/consent\/|spaceone-consent-(?:audit-)?)\d+\.\d+\.\d+/g)
    expect(new Set(versions)).toEqual(new Set([VERSION]))
  },
)

const AUDIT = [
  'npx --no consent-audit https://',
  'npm pack --workspace packages/audit --pack-destination',
  `./spaceone-consent-audit-${VERSION}.tgz`,
]

test.each(['README.md', 'packages/audit/README.md'])(
  '%s shows how to have the audit while it is on no registry',
  document => {
    const commands = readmeSnippets('sh', document).join()
    for (const part of AUDIT) expect(commands).toContain(part)
  },
)

test.each(['README.md', 'packages/consent/README.md'])(
  '%s says in which folder the path begins that ends each message',
  document => {
    const sentence = /\bpath\b.*`dist\/script\/docs\/…`.*`node_modules\/@spaceone\/consent`/
    expect(readFileSync(document, 'utf8')).toMatch(sentence)
  },
)

const INVENTORY = 'packages/consent/src/inventory/README.md'

test('the table of laws names each column of the sections and each fact before the click, and each “partly” has a reason', () => {
  const file = readFileSync(new URL(`../${INVENTORY}`, import.meta.url), 'utf8')
  const [, table = ''] = file.split('## The sections and the law')
  const places = new Set(table.split(/[|;:]|, with |\. /).map(place => place.trim()))
  const { columns, relations } = sections
  const named = [
    ...[...Object.values(columns), ...Object.values(relations).map(one => one.columns)].flat(),
    ...[...stored.columns, ...details.terms],
  ]
  expect(named.filter(name => !places.has(name))).toEqual([])
  expect(table.match(/partly(?!: \w)/gi)).toBeNull()
})
