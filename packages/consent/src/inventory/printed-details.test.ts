import { expect, test } from 'vitest'
import { LANGUAGES, ownLanguage } from '../shared/languages.ts'
import { BANNER, DETAILS } from '../words/files.ts'
import { detailsOf } from './facts.ts'
import { resolve } from './resolve.ts'

const PRINTED = { 'Google Analytics': ['_ga', '_ga_*'] }

// `npm run unit -- --update` writes the files.
test.each(LANGUAGES)(
  'what the banner says in %s is printed from the resolved services',
  async language => {
    const { details } = await DETAILS[ownLanguage(language)]()
    const { notStated, withNote } = (await BANNER[ownLanguage(language)]()).text
    const tables = { [language]: details }
    const trees = Object.entries(PRINTED).map(([name, cookies]) => {
      const service = resolve({ name, category: 'analytics', cookies }, tables)
      const facts = detailsOf(service, { ...details, notStated, withNote, language })
      const lines = facts.map(fact => `    ${JSON.stringify(fact)},\n`)
      return `  ${JSON.stringify(name)}: [\n${lines.join('')}  ],\n`
    })
    const file = `// Written by a test from details.ts, see printed-details.test.ts. Do not edit.
import type { Fact } from '../../inventory/tree.ts'

/** What the banner says about services whose words come with it, by name. */
export const printed: Readonly<Record<string, readonly Fact[]>> = {
${trees.join('')}}
`
    await expect(file).toMatchFileSnapshot(`../words/${language}/printed-details.ts`)
  },
)
